#include "core/balance/checks.hpp"

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

Truth between(bool worst, bool best) noexcept
{
    if (worst) {
        return Truth::yes;
    }
    return best ? Truth::unknown : Truth::no;
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

std::optional<Date> debt_since(const Account& account, const Balance& rules)
{
    if (rules.settlement != Settlement::yearly) {
        return account.first_debt;
    }
    const auto year = std::ranges::find_if(account.years, [](const AccountYear& y) {
        return y.balance_m2 <= -k_balance_tolerance_m2;
    });
    return year == account.years.end() ? std::nullopt : std::optional{Date{year->year, 12, 31}};
}

/// What was taken before it was made up for, where in the end all is made up for.
std::vector<Cause> in_advance(const Account& account, std::span<const Booking> bookings)
{
    std::vector<Cause> causes;
    for (const Entry& entry : account.entries) {
        if (entry.required_m2 > 0.0 && entry.balance_m2 <= -k_balance_tolerance_m2) {
            causes.push_back(
                {bookings[entry.booking].change, std::min(entry.required_m2, -entry.balance_m2)});
        }
    }
    return causes;
}

Text finding_of(const BalanceCheck& check, const Account& account)
{
    const Text margin = shown_area(std::abs(check.margin_m2));
    if (check.holds == Truth::yes) {
        return msg("in balance, {} over", margin);
    }
    if (check.holds == Truth::unknown) {
        return msg("cannot be decided: {} changes without a measured area, {} without a date",
                   account.unknown, account.undated);
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
        check.since = debt_since(known, rules);
        check.causes = uncovered(known, bookings);
        if (check.causes.empty()) {
            check.causes = in_advance(known, bookings);
        }
    }
    check.finding = finding_of(check, known);
    check.mend = mend_of(check, known);
    return check;
}

/// Judges the land at the end against a limit.
BalanceCheck check_land(BalanceCheckKind kind, const std::optional<double>& limit,
                        const Account& known, const Account& worst, const Account& best)
{
    BalanceCheck check;
    check.kind = kind;
    if (!limit || !known.closing_m2) {
        check.finding = msg("cannot be decided: the land before the changes is not known");
        check.mend = msg("give the layer of the control line, or the parcels");
        return check;
    }
    const auto enough = [&](const Account& account) {
        return *account.closing_m2 - *limit > -k_balance_tolerance_m2;
    };
    check.holds = between(enough(worst), enough(best));
    check.margin_m2 = *known.closing_m2 - *limit;
    const Text now = shown_area(*known.closing_m2);
    const Text least = shown_area(*limit);
    if (check.holds == Truth::yes) {
        check.finding = msg("{} against at least {}", now, least);
    } else if (check.holds == Truth::no) {
        const Text missing = shown_area(-check.margin_m2);
        check.finding = msg("{} against at least {}: short by {}", now, least, missing);
        check.mend = msg("add {} of industrial land, or take less", missing);
    } else {
        check.finding = msg("cannot be decided: {} changes without a measured area, {} without a "
                            "date",
                            known.unknown, known.undated);
        check.mend = msg("give these changes a shape and a date");
    }
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
        break;
    }
    return "floor";
}

Truth Judgement::holds() const noexcept
{
    const auto any = [&](Truth truth) {
        return std::ranges::any_of(checks, [&](const BalanceCheck& c) { return c.holds == truth; });
    };
    if (any(Truth::no)) {
        return Truth::no;
    }
    return any(Truth::unknown) ? Truth::unknown : Truth::yes;
}

Judgement judge(std::span<const Booking> bookings, const Opening& opening, const Balance& rules,
                States states)
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
    const Account& all = result.all();
    // In a swap more is added where less is given up, so what is best for the account is not best
    // for the total.
    const bool swap = rules.mode == BalanceMode::swap;
    const Account& least = (swap ? best : worst).front();
    const Account& most = (swap ? worst : best).front();
    if (rules.total_not_less) {
        result.checks.push_back(
            check_land(BalanceCheckKind::total, all.opening_m2, all, least, most));
        result.checks.back().citation = rules.citation;
    }
    if (rules.floor) {
        const double floor_m2 =
            rules.floor->value.unit.convert(rules.floor->value.value, Unit::of("m2"));
        result.checks.push_back(check_land(BalanceCheckKind::floor, floor_m2, all, least, most));
        result.checks.back().citation = rules.floor->citation;
        result.checks.back().by_default = !rules.floor->set;
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
            causes.push_back({bookings[account.entries[i].booking].change, open[i]});
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
