#include "core/balance/land_checks.hpp"

#include <utility>

namespace tenglong {

namespace {

/// What of each change that takes land away no other brings back.
std::vector<Cause> land_lost(const Account& account, std::span<const Booking> bookings,
                             const Balance& rules)
{
    // Where land is swapped, what is given up is what goes, and what is added makes up for it.
    Account land = account;
    land.lapsed_m2 = 0.0;
    for (Entry& entry : land.entries) {
        if (rules.mode == BalanceMode::swap) {
            std::swap(entry.occupied_m2, entry.compensated_m2);
        }
        entry.required_m2 = entry.occupied_m2;
    }
    return uncovered(land, bookings);
}

} // namespace

Truth between(bool worst, bool best) noexcept
{
    if (worst) {
        return Truth::yes;
    }
    return best ? Truth::unknown : Truth::no;
}

Text undecided(const Account& account)
{
    return msg("{} changes without a measured area, {} without a date", account.unknown,
               account.undated);
}

BalanceCheck check_land(BalanceCheckKind kind, const std::optional<double>& limit,
                        const Readings& all, std::span<const Booking> bookings,
                        const Balance& rules)
{
    BalanceCheck check;
    check.kind = kind;
    if (!limit || !all.known.closing_m2) {
        check.finding = msg("the land before the changes is not known");
        check.mend = msg("give the layer of the control line, or the parcels");
        return check;
    }
    const auto enough = [&](const Account& account) {
        return *account.closing_m2 - *limit > -k_balance_tolerance_m2;
    };
    check.holds = between(enough(all.least), enough(all.most));
    check.margin_m2 = *all.known.closing_m2 - *limit;
    const Text now = shown_area(*all.known.closing_m2);
    const Text least = shown_area(*limit);
    const Text missing = shown_area(-check.margin_m2);
    if (check.holds == Truth::yes) {
        check.finding = msg("{} against at least {}", now, least);
    } else if (check.holds == Truth::unknown) {
        check.finding = undecided(all.known);
        check.mend = msg("give these changes a shape and a date");
    } else if (*all.known.opening_m2 - *limit <= -k_balance_tolerance_m2) {
        check.finding = msg("{} against at least {}: short by {}, and so before all changes", now,
                            least, missing);
        check.mend = msg("add {} of industrial land; if the base covers a part of the region only, "
                         "set the floor of that part",
                         missing);
    } else {
        check.finding = msg("{} against at least {}: short by {}", now, least, missing);
        check.mend = msg("add {} of industrial land, or take less", missing);
        check.causes = land_lost(all.known, bookings, rules);
    }
    return check;
}

BalanceCheck check_plans(const StockPlan* plan, const Balance& rules)
{
    BalanceCheck check;
    check.kind = BalanceCheckKind::stays;
    check.citation = rules.citation;
    if (plan == nullptr || (plan->industrial_m2 <= 0.0 && plan->other_m2 <= 0.0)) {
        check.finding = msg("nobody tells what industrial land inside the line "
                            "is planned for");
        check.mend = msg("give the parcels a column of planned use, or the layer [planned_use]");
        return check;
    }
    check.margin_m2 = -plan->other_m2;
    const bool fails = plan->other_m2 >= k_balance_tolerance_m2;
    const bool open = plan->unknown_m2 >= k_balance_tolerance_m2;
    check.holds = fails ? Truth::no : open ? Truth::unknown : Truth::yes;
    if (fails) {
        check.causes = plan->other;
        check.finding = msg("{} is planned for other uses without a decided change",
                            shown_area(plan->other_m2));
        check.mend = msg("plan it as industrial land again, or decide the change and compensate");
    } else if (open) {
        check.finding = msg("the plan of {} is not known", shown_area(plan->unknown_m2));
        check.mend = msg("give these parcels a planned use");
    } else {
        check.finding = msg("all {} is planned as industrial", shown_area(plan->industrial_m2));
    }
    return check;
}

} // namespace tenglong
