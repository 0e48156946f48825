#include "core/plan/needs.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tenglong {

namespace {

constexpr double k_dm2_per_m2 = 100.0;

/// Upwards, but for rounding: what balances in the account to its tolerance needs nothing.
std::int64_t needed_dm2(double area_m2)
{
    return area_m2 < k_balance_tolerance_m2
               ? 0
               : static_cast<std::int64_t>(std::ceil(area_m2 * k_dm2_per_m2 - 1e-4));
}

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b)
{
    return a && b ? std::min(a, b) : (a ? a : b);
}

/// Collects what one account needs at which time.
class Collector {
public:
    Collector(const Account& account, std::span<const Booking> bookings, const Balance& rules,
              const NeedTerms& terms, std::vector<PlanNeed>& needs)
        : m_account{account}, m_bookings{bookings}, m_rules{rules}, m_terms{terms}, m_needs{needs}
    {}

    void collect()
    {
        if (m_rules.settlement == Settlement::yearly) {
            by_year();
        } else if (m_rules.settlement == Settlement::compensation_first) {
            by_day();
        }
        add(std::nullopt, m_terms.by, -m_account.balance_m2);
    }

private:
    void add(std::optional<Date> from, std::optional<Date> until, double area_m2)
    {
        if (const std::int64_t area_dm2 = needed_dm2(area_m2); area_dm2 > 0) {
            m_needs.push_back({m_account.level == AccountLevel::region ? m_account.name : "", from,
                               until, area_dm2});
        }
    }

    void by_year()
    {
        const int first = m_terms.as_of.year();
        double before_m2 = 0.0; // of the years that are over
        for (const AccountYear& year : m_account.years) {
            if (year.year < first) {
                before_m2 = year.balance_m2;
            }
        }
        const auto now = std::ranges::find(m_account.years, first, &AccountYear::year);
        end_of(first, now == m_account.years.end() ? before_m2 : now->balance_m2, 0.0);
        for (const AccountYear& year : m_account.years) {
            if (year.year > first) {
                end_of(year.year, year.balance_m2, std::min(year.carried_m2, 0.0));
            }
        }
    }

    /// Where a surplus lapses, every year has to bring what it owes itself.
    void end_of(int year, double balance_m2, double owed_before_m2)
    {
        const Date last{year, 12, 31};
        if (m_rules.carry_over || year == m_terms.as_of.year()) {
            add(std::nullopt, earlier(last, m_terms.by), -balance_m2);
        } else {
            add(Date{year, 1, 1}, last, owed_before_m2 - balance_m2);
        }
    }

    /// What is owed on the day of the account is due as soon as can be, later debts on their day.
    void by_day()
    {
        for (const Entry& entry : m_account.entries) {
            const std::optional<Date> day = m_bookings[entry.booking].date;
            if (day && *day > m_terms.as_of) {
                add(std::nullopt, earlier(day, m_terms.by), -entry.balance_m2);
            }
        }
    }

    const Account& m_account;
    std::span<const Booking> m_bookings;
    const Balance& m_rules;
    const NeedTerms& m_terms;
    std::vector<PlanNeed>& m_needs;
};

std::optional<double> floor_m2(const Balance& rules)
{
    return rules.floor ? std::optional{rules.floor->value.unit.convert(rules.floor->value.value,
                                                                       Unit::of("m2"))}
                       : std::nullopt;
}

/// How far the land stays above its limits; below 0: it falls short. Nothing: there is none, or the
/// land is not known.
std::optional<double> above_limits_m2(const Account& all, const Balance& rules)
{
    std::optional<double> above;
    if (all.closing_m2 && rules.total_not_less && all.opening_m2) {
        above = *all.closing_m2 - *all.opening_m2;
    }
    if (const auto floor = floor_m2(rules); all.closing_m2 && floor) {
        above = std::min(above.value_or(*all.closing_m2 - *floor), *all.closing_m2 - *floor);
    }
    return above;
}

bool covers(const PlanNeed& one, const PlanNeed& other)
{
    return one.region == other.region && one.from == other.from && one.area_dm2 >= other.area_dm2 &&
           (one.until == other.until || (one.until && (!other.until || *one.until < *other.until)));
}

void drop_covered(std::vector<PlanNeed>& needs)
{
    const auto key = [](const PlanNeed& n) {
        return std::tuple{std::string_view{n.region}, !n.until, n.until, n.from, -n.area_dm2};
    };
    std::ranges::sort(needs, {}, key);
    std::vector<PlanNeed> kept;
    for (const PlanNeed& need : needs) {
        if (std::ranges::none_of(kept, [&](const PlanNeed& k) { return covers(k, need); })) {
            kept.push_back(need);
        }
    }
    needs = std::move(kept);
}

AccountLevel level_of(const Balance& rules)
{
    return rules.scope == BalanceScope::each_region ? AccountLevel::region : AccountLevel::all;
}

std::optional<double> least(std::optional<double> a, std::optional<double> b)
{
    return a && b ? std::min(a, b) : (a ? a : b);
}

} // namespace

std::vector<PlanNeed> needs_of(std::span<const Booking> bookings, const Opening& opening,
                               const Balance& rules, const NeedTerms& terms)
{
    std::vector<PlanNeed> needs;
    const auto accounts = make_accounts(bookings, opening, rules, terms.states, Reading::as_known);
    for (const Account& account : accounts) {
        if (account.level == level_of(rules)) {
            Collector{account, bookings, rules, terms, needs}.collect();
        }
    }
    // Where land is swapped, giving more up makes the total less: no need of candidates.
    const auto above =
        rules.mode == BalanceMode::swap ? std::nullopt : above_limits_m2(accounts.front(), rules);
    if (above && needed_dm2(-*above) > 0) {
        needs.push_back({"", std::nullopt, terms.by, needed_dm2(-*above)});
    }
    drop_covered(needs);
    return needs;
}

std::vector<Room> room_of(std::span<const Booking> bookings, const Opening& opening,
                          const Balance& rules, const NeedTerms& terms)
{
    const auto accounts = make_accounts(bookings, opening, rules, terms.states, Reading::worst);
    const bool swap = rules.mode == BalanceMode::swap;
    const double ratio = rules.ratio.value.value;
    const auto of = [&](const Account& account) {
        std::optional<double> room;
        if (ratio > 0.0) {
            room = std::max(0.0, account.balance_m2) / ratio;
        }
        return swap ? room : least(room, account.closing_m2);
    };
    std::vector<Room> rooms;
    std::optional<double> all;
    double sum_m2 = 0.0;
    if (level_of(rules) == AccountLevel::region) {
        for (const Account& account : accounts) {
            if (account.level == AccountLevel::region) {
                rooms.push_back({account.name, of(account)});
                sum_m2 += rooms.back().area_m2.value_or(0.0);
            }
        }
        all = ratio > 0.0 ? std::optional{sum_m2} : std::nullopt;
    } else {
        all = of(accounts.front());
    }
    if (!swap) {
        all = least(all, above_limits_m2(accounts.front(), rules));
    }
    rooms.push_back({"", all ? std::optional{std::max(0.0, *all)} : std::nullopt});
    return rooms;
}

} // namespace tenglong
