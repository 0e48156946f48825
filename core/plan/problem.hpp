#pragma once

#include "core/base/date.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tenglong {

// Areas are whole square decimetres and prices whole yuan, so that sums do not depend on an order.

/// Land that may be taken into the account at a price.
struct PlanItem {
    std::string code;
    std::string region;
    Date date; ///< from when on it can count
    std::int64_t area_dm2 = 0;
    std::int64_t price_yuan = 0;
    bool held = true; ///< needs no chosen neighbour beside it
};

/// An area that chosen items have to bring.
struct PlanNeed {
    std::string region;        ///< empty: of any region
    std::optional<Date> from;  ///< by items of no earlier day; nothing: by any
    std::optional<Date> until; ///< and of no later day; nothing: whenever
    std::int64_t area_dm2 = 0;

    friend bool operator==(const PlanNeed&, const PlanNeed&) = default;
};

[[nodiscard]] bool serves(const PlanItem& item, const PlanNeed& need) noexcept;

using ItemPair = std::pair<std::uint32_t, std::uint32_t>;

/// The cheapest set of items that meets all needs is sought.
struct PlanProblem {
    std::vector<PlanItem> items; ///< by code; of what costs the same, the first is taken
    std::vector<PlanNeed> needs;
    std::vector<ItemPair> apart;  ///< claim the same ground: at most one of the two
    std::vector<ItemPair> beside; ///< touch; an item that is not held needs a way of such pairs
};

/// What a solver found.
struct PlanAnswer {
    std::vector<bool> chosen;            ///< by item
    std::vector<std::int64_t> short_dm2; ///< by need; 0: met
    std::int64_t price_yuan = 0;
    /// No set that falls short at no need by more than this one costs less.
    double least_yuan = 0.0;
    bool least_short = true; ///< proven: no set falls short by less
    std::string solver;      ///< "greedy", "cbc"

    /// (price - least) / price; 0: the cheapest.
    [[nodiscard]] double gap() const noexcept;
    [[nodiscard]] std::int64_t all_short_dm2() const noexcept;
};

/// The neighbours of each item by a list of pairs, in order.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> neighbours(std::size_t items,
                                                                 std::span<const ItemPair> pairs);

/// Chosen items that are not held and that no way over chosen ones leads to one that is.
[[nodiscard]] std::vector<std::uint32_t> loose_items(const PlanProblem& problem,
                                                     const std::vector<bool>& chosen);

/// The answer that a choice is, as it stands: shortages and price; the least price is not known.
[[nodiscard]] PlanAnswer answer_of(const PlanProblem& problem, std::vector<bool> chosen);

/// Of two answers, whether the first is better: falls short by less, else costs less.
[[nodiscard]] bool better(const PlanAnswer& a, const PlanAnswer& b) noexcept;

} // namespace tenglong
