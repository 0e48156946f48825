#pragma once

#include "core/balance/account.hpp"
#include "core/plan/problem.hpp"

namespace tenglong {

/// What an account is asked about.
struct NeedTerms {
    Date as_of;
    /// The balance is to be restored by then; nothing: whenever candidates are available.
    std::optional<Date> by;
    States states = States::decided;
};

/// What has to be compensated from the day of the account on, so that it balances as the rules ask:
/// by region or over all; on every day, at the end of every year, or once. What was owed before
/// that day is owed on it: nothing undoes a debt that has been. A land total or a floor that the
/// rules set is a need over all. A need that another one covers is left out.
[[nodiscard]] std::vector<PlanNeed> needs_of(std::span<const Booking> bookings,
                                             const Opening& opening, const Balance& rules,
                                             const NeedTerms& terms);

/// How much more may be taken on the day of the account.
struct Room {
    std::string region;            ///< empty: over all
    std::optional<double> area_m2; ///< nothing: the rules set no limit
};

/// By region where each balances by itself, the last one over all. Changes whose area is not known
/// are taken at their worst.
[[nodiscard]] std::vector<Room> room_of(std::span<const Booking> bookings, const Opening& opening,
                                        const Balance& rules, const NeedTerms& terms);

} // namespace tenglong
