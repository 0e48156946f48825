#pragma once

#include "core/plan/problem.hpp"

#include <span>
#include <vector>

namespace tenglong {

/// A choice of items that is changed piece by piece, with what it brings and costs.
class Choice {
public:
    /// \param problem outlives the object
    explicit Choice(const PlanProblem& problem);

    [[nodiscard]] const std::vector<bool>& chosen() const noexcept { return m_chosen; }
    [[nodiscard]] std::int64_t price_yuan() const noexcept { return m_price_yuan; }
    [[nodiscard]] std::int64_t short_dm2() const noexcept;
    /// No two items claim the same ground, and each is held.
    [[nodiscard]] bool valid() const;

    /// Whether an item can join: it claims no ground of a chosen one, and is held.
    [[nodiscard]] bool fits(std::uint32_t item) const;
    /// What an item would bring towards open needs, over all of them.
    [[nodiscard]] std::int64_t useful_dm2(std::uint32_t item) const;
    /// Chosen items that claim ground of this one.
    [[nodiscard]] std::vector<std::uint32_t> rivals(std::uint32_t item) const;

    void add(std::uint32_t item);
    void remove(std::uint32_t item);
    void choose(const std::vector<bool>& chosen);

    /// Adds what fits and is useful, in this order, until nothing more is.
    void fill(std::span<const std::uint32_t> order);
    /// Drops what can go without a need falling short by more, the dearest first.
    void prune();
    /// Takes the earlier item where another of the same price does as well.
    void settle_ties();

private:
    [[nodiscard]] bool can_go(std::uint32_t item) const;
    [[nodiscard]] bool holds_all() const;

    const PlanProblem& m_problem;
    std::vector<std::vector<std::uint32_t>> m_serves;
    std::vector<std::vector<std::uint32_t>> m_apart;
    std::vector<std::vector<std::uint32_t>> m_beside;
    std::vector<std::uint32_t> m_by_price; ///< the dearest first; of one price the last
    std::vector<bool> m_chosen;
    std::vector<std::uint32_t> m_rivals;  ///< by item: how many chosen ones claim its ground
    std::vector<std::int64_t> m_open_dm2; ///< by need; below 0: more than enough
    std::int64_t m_price_yuan = 0;
    std::uint32_t m_clashes = 0;
    bool m_all_held = true;
};

} // namespace tenglong
