#pragma once

#include "core/balance/checks.hpp"

#include <optional>
#include <span>

namespace tenglong {

/// The account of all changes under every reading of what is not known.
struct Readings {
    const Account& known;
    const Account& least; ///< of land at the end
    const Account& most;
};

/// Yes if it holds at worst, no if it does not at best.
[[nodiscard]] Truth between(bool worst, bool best) noexcept;

/// That changes without an area or a date leave it open.
[[nodiscard]] Text undecided(const Account& account);

/// Judges the land at the end against a limit. \param limit nothing: not known
[[nodiscard]] BalanceCheck check_land(BalanceCheckKind kind, const std::optional<double>& limit,
                                      const Readings& all, std::span<const Booking> bookings,
                                      const Balance& rules);

/// Asks the plans for the existing industrial land inside the line. \param plan null: not known
[[nodiscard]] BalanceCheck check_plans(const StockPlan* plan, const Balance& rules);

} // namespace tenglong
