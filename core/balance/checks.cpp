#include "core/balance/checks.hpp"

#include "core/balance/land_checks.hpp"
#include "core/base/number.hpp"
#include "core/base/units.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong {

namespace {

/// The accounts under one reading, by region.
const Account& find(const std::vector<Account>& accounts, const Account& like)
{
    return *std::ranges::find_if(accounts, [&](const Account& account) {
        return account.level == like.level && account.name == like.name;
    });
}

/// The lowest balance at a time that counts.
double margin_of(const Account& account, const Balance& rules)
{
    double margin = account.balance_m2;
    if (rules.settlement == Settlement::compensation_first && account.deepest_m2 < 0.0) {
        margin = std::min(margin, account.deepest_m2);
    }
    if (rules.settlement == Settlement::yearly) {
        for (const AccountYear& year : account.years) {
            margin = std::min(margin, year.balance_m2);
        }
    }
    return margin;
}

bool in_debt(double balance_m2) noexcept
{
    return balance_m2 <= -k_balance_tolerance_m2;
}

/// The day since which the account has been in debt without a break, until its end.
std::optional<Date> last_debt(const Account& account, std::span<const Booking> bookings)
{
    std::optional<Date> since;
    for (std::size_t i = 0; i < account.entries.size(); ++i) {
        const std::optional<Date>& day = bookings[account.entries[i].booking].date;
        const bool day_over =
            i + 1 == account.entries.size() || bookings[account.entries[i + 1].booking].date != day;
        if (!day || !day_over) {
            continue;
        }
        if (!in_debt(account.entries[i].balance_m2)) {
            since.reset();
        } else if (!since) {
            since = day;
        }
    }
    return since;
}

std::optional<Date> debt_since(const Account& account, std::span<const Booking> bookings,
                               const Balance& rules)
{
    switch (rules.settlement) {
    case Settlement::compensation_first:
        return account.first_debt;
    case Settlement::yearly: {
        const auto year = std::ranges::find_if(
            account.years, [](const AccountYear& y) { return in_debt(y.balance_m2); });
        return year == account.years.end() ? std::nullopt : std::optional{Date{year->year, 12, 31}};
    }
    case Settlement::at_end:
        break;
    }
    return last_debt(account, bookings);
}

/// Adds to the cause of that change, which is the last one if it has one at all in an account that
/// is in order of time and then of changes.
void add(std::vector<Cause>& causes, const std::string& change, double area_m2)
{
    if (!causes.empty() && causes.back().change == change) {
        causes.back().area_m2 += area_m2;
    } else {
        causes.push_back({change, area_m2});
    }
}

/// What was taken before it was made up for, where in the end all is made up for.
std::vector<Cause> in_advance(const Account& account, std::span<const Booking> bookings,
                              const Balance& rules)
{
    const auto counts = [&](const std::optional<Date>& day) {
        return rules.settlement != Settlement::yearly ||
               std::ranges::any_of(account.years, [&](const AccountYear& y) {
                   return day && y.year == day->year() && in_debt(y.balance_m2);
               });
    };
    std::vector<Cause> causes;
    for (const Entry& entry : account.entries) {
        const Booking& booking = bookings[entry.booking];
        if (entry.required_m2 > 0.0 && in_debt(entry.balance_m2) && counts(booking.date)) {
            add(causes, booking.change, std::min(entry.required_m2, -entry.balance_m2));
        }
    }
    return causes;
}

Text finding_of(const BalanceCheck& check, const Account& account)
{
    const Text margin = shown_area(std::abs(check.margin_m2));
    if (check.holds == Truth::yes) {
        return msg("{} over", margin);
    }
    if (check.holds == Truth::unknown) {
        return undecided(account);
    }
    if (check.since) {
        return msg("short by {}; in debt since {}", margin, check.since->iso());
    }
    return msg("short by {}", margin);
}

Text mend_of(const BalanceCheck& check, const Account& account)
{
    if (check.holds == Truth::yes) {
        return {};
    }
    if (check.holds == Truth::unknown) {
        return msg("give these changes a shape and a date");
    }
    const bool late = account.balance_m2 > -k_balance_tolerance_m2;
    const Text short_by = shown_area(-check.margin_m2);
    if (late) {
        return msg("compensation of {} must be approved before {}", short_by, check.since->iso());
    }
    if (check.since && check.margin_m2 <= account.balance_m2 - k_balance_tolerance_m2) {
        return msg("compensate another {}, or take less; {} must be approved before {}",
                   shown_area(-account.balance_m2), short_by, check.since->iso());
    }
    return msg("compensate another {}, or take less", shown_area(-account.balance_m2));
}

BalanceCheck check_balance(const Account& known, const std::vector<Account>& worst,
                           const std::vector<Account>& best, std::span<const Booking> bookings,
                           const Balance& rules)
{
    BalanceCheck check;
    check.region = known.name;
    check.holds = between(settled(find(worst, known), rules), settled(find(best, known), rules));
    check.margin_m2 = margin_of(known, rules);
    check.citation = rules.ratio.citation.empty() ? rules.citation : rules.ratio.citation;
    check.by_default = !rules.ratio.set;
    if (check.holds == Truth::no) {
        check.since = debt_since(known, bookings, rules);
        check.causes = uncovered(known, bookings);
        if (check.causes.empty()) {
            check.causes = in_advance(known, bookings, rules);
        }
    }
    check.finding = finding_of(check, known);
    check.mend = mend_of(check, known);
    return check;
}

} // namespace

std::string_view name(BalanceCheckKind kind) noexcept
{
    switch (kind) {
    case BalanceCheckKind::balance:
        return "balance";
    case BalanceCheckKind::total:
        return "total";
    case BalanceCheckKind::floor:
        return "floor";
    case BalanceCheckKind::stays:
        break;
    }
    return "stays_industrial";
}

Truth Judgement::holds() const noexcept
{
    if (std::ranges::any_of(checks, [](const auto& c) { return c.holds == Truth::no; })) {
        return Truth::no;
    }
    const bool open = std::ranges::any_of(checks, [](const auto& c) {
        return c.holds == Truth::unknown && c.kind != BalanceCheckKind::stays;
    });
    return open ? Truth::unknown : Truth::yes;
}

Judgement judge(std::span<const Booking> bookings, const Opening& opening, const Balance& rules,
                States states, const StockPlan* plan)
{
    Judgement result;
    result.accounts = make_accounts(bookings, opening, rules, states, Reading::as_known);
    const auto worst = make_accounts(bookings, opening, rules, states, Reading::worst);
    const auto best = make_accounts(bookings, opening, rules, states, Reading::best);
    const AccountLevel level =
        rules.scope == BalanceScope::each_region ? AccountLevel::region : AccountLevel::all;
    for (const Account& account : result.accounts) {
        if (account.level == level) {
            result.checks.push_back(check_balance(account, worst, best, bookings, rules));
        }
    }
    // In a swap more is added where less is given up, so what is best for the account is not best
    // for the total.
    const bool swap = rules.mode == BalanceMode::swap;
    const Readings all{result.all(), (swap ? best : worst).front(), (swap ? worst : best).front()};
    if (rules.total_not_less) {
        result.checks.push_back(
            check_land(BalanceCheckKind::total, all.known.opening_m2, all, bookings, rules));
        result.checks.back().citation = rules.citation;
    }
    if (rules.floor) {
        const double floor_m2 =
            rules.floor->value.unit.convert(rules.floor->value.value, Unit::of("m2"));
        result.checks.push_back(
            check_land(BalanceCheckKind::floor, floor_m2, all, bookings, rules));
        result.checks.back().citation = rules.floor->citation;
        result.checks.back().by_default = !rules.floor->set;
    }
    if (rules.stays_industrial) {
        result.checks.push_back(check_plans(plan, rules));
    }
    return result;
}

std::vector<Cause> uncovered(const Account& account, std::span<const Booking> bookings)
{
    std::map<std::string, double> given; // by pair, and by "" what belongs to none
    for (const Entry& entry : account.entries) {
        given[bookings[entry.booking].pair] += entry.compensated_m2;
    }
    std::vector<double> open(account.entries.size());
    const auto cover = [&](std::size_t i, double& from) {
        const double part = std::min(open[i], from);
        open[i] -= part;
        from -= part;
    };
    for (std::size_t i = 0; i < open.size(); ++i) {
        open[i] = account.entries[i].required_m2;
        if (const std::string& pair = bookings[account.entries[i].booking].pair; !pair.empty()) {
            cover(i, given[pair]);
        }
    }
    double left_over = -account.lapsed_m2;
    for (const auto& [pair, area_m2] : given) {
        left_over += area_m2;
    }
    left_over = std::max(left_over, 0.0);
    std::vector<Cause> causes;
    for (std::size_t i = 0; i < open.size(); ++i) {
        cover(i, left_over);
        if (open[i] >= k_balance_tolerance_m2) {
            add(causes, bookings[account.entries[i].booking].change, open[i]);
        }
    }
    return causes;
}

Text shown_area(double area_m2)
{
    return msg("{} m2 ({} mu)", format_number(area_m2, 2),
               format_number(to_mu(SquareMetres{area_m2}).value(), 2));
}

} // namespace tenglong
