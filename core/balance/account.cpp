#include "core/balance/account.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace tenglong {

namespace {

constexpr double k_nothing_yet = 0.0;

/// A change as one reading of it has it.
struct Posting {
    std::uint32_t booking = 0;
    bool takes = false;
    std::int32_t day = 0;
    double area_m2 = 0.0;
};

constexpr std::int32_t k_first_day = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t k_last_day = std::numeric_limits<std::int32_t>::max();

/// An area that is not known is between nothing and what is claimed.
double area_of(const Booking& booking, bool taken, Reading reading)
{
    const bool most = taken ? reading == Reading::worst : reading == Reading::best;
    return booking.counted_m2.value_or(most ? booking.claimed_m2 : k_nothing_yet);
}

std::int32_t day_of(const Booking& booking, bool taken, Reading reading)
{
    if (booking.date) {
        return booking.date->days();
    }
    const bool first = taken ? reading == Reading::worst : reading == Reading::best;
    return first ? k_first_day : k_last_day;
}

std::vector<Posting> postings_of(std::span<const Booking> bookings, const Balance& rules,
                                 States states, Reading reading)
{
    std::vector<Posting> postings;
    for (std::uint32_t i = 0; i < bookings.size(); ++i) {
        const Booking& booking = bookings[i];
        const bool taken = takes(booking.kind, rules.mode);
        if ((!taken && !gives(booking.kind, rules.mode)) ||
            (states == States::decided && !booking.decided)) {
            continue;
        }
        postings.push_back(
            {i, taken, day_of(booking, taken, reading), area_of(booking, taken, reading)});
    }
    const auto key = [&](const Posting& f) {
        const Booking& b = bookings[f.booking];
        return std::tie(f.day, f.takes, b.change, b.region, b.pair, b.claimed_m2, f.area_m2);
    };
    std::ranges::stable_sort(postings,
                             [&](const Posting& a, const Posting& b) { return key(a) < key(b); });
    return postings;
}

/// Books one posting after the other.
class Bookkeeper {
public:
    Bookkeeper(const Balance& rules, Account& account) : m_rules{rules}, m_account{account} {}

    void book(const Posting& posting, const Booking& booking)
    {
        open_year(posting.day);
        Entry entry;
        entry.booking = posting.booking;
        (posting.takes ? entry.occupied_m2 : entry.compensated_m2) = posting.area_m2;
        entry.required_m2 = m_rules.ratio.value.value * entry.occupied_m2;
        m_account.occupied_m2 += entry.occupied_m2;
        m_account.required_m2 += entry.required_m2;
        m_account.compensated_m2 += entry.compensated_m2;
        m_account.balance_m2 =
            m_account.compensated_m2 - m_account.required_m2 - m_account.lapsed_m2;
        entry.balance_m2 = m_account.balance_m2;
        note_debt(posting.day);
        if (m_in_year) {
            AccountYear& year = m_account.years.back();
            year.occupied_m2 += entry.occupied_m2;
            year.required_m2 += entry.required_m2;
            year.compensated_m2 += entry.compensated_m2;
            year.balance_m2 = m_account.balance_m2;
        }
        m_account.unknown += booking.counted_m2 ? 0 : 1;
        m_account.undated += booking.date ? 0 : 1;
        m_account.entries.push_back(entry);
    }

private:
    void open_year(std::int32_t day)
    {
        m_in_year = day != k_first_day && day != k_last_day;
        if (!m_in_year) {
            return;
        }
        const int year = Date::from_days(day).year();
        if (!m_account.years.empty() && m_account.years.back().year == year) {
            return;
        }
        if (!m_rules.carry_over && m_account.balance_m2 > 0.0) {
            m_account.lapsed_m2 += m_account.balance_m2;
            m_account.balance_m2 = 0.0;
        }
        m_account.years.push_back(
            {.year = year, .carried_m2 = m_account.balance_m2, .balance_m2 = m_account.balance_m2});
    }

    /// What gives comes first on a day, so the balance falls towards its end.
    void note_debt(std::int32_t day)
    {
        m_account.deepest_m2 = std::min(m_account.deepest_m2, m_account.balance_m2);
        if (!m_account.first_debt && m_in_year && m_account.balance_m2 <= -k_balance_tolerance_m2) {
            m_account.first_debt = Date::from_days(day);
        }
    }

    const Balance& m_rules;
    Account& m_account;
    bool m_in_year = false;
};

void close(Account& account, const Balance& rules)
{
    if (account.opening_m2) {
        const double gain = account.compensated_m2 - account.occupied_m2;
        account.closing_m2 = *account.opening_m2 + (rules.mode == BalanceMode::swap ? -gain : gain);
    }
}

} // namespace

std::vector<Account> make_accounts(std::span<const Booking> bookings, const Opening& opening,
                                   const Balance& rules, States states, Reading reading)
{
    std::map<std::pair<AccountLevel, std::string>, Account> accounts;
    const auto account_of = [&](AccountLevel level, const std::string& name) -> Account& {
        Account& account = accounts[{level, name}];
        account.level = level;
        account.name = name;
        return account;
    };
    account_of(AccountLevel::all, {}).opening_m2 = opening.all_m2;
    for (const auto& [region, area_m2] : opening.region_m2) {
        account_of(AccountLevel::region, region).opening_m2 = area_m2;
    }
    for (const Posting& posting : postings_of(bookings, rules, states, reading)) {
        const Booking& booking = bookings[posting.booking];
        Bookkeeper{rules, account_of(AccountLevel::all, {})}.book(posting, booking);
        Bookkeeper{rules, account_of(AccountLevel::region, booking.region)}.book(posting, booking);
        if (!booking.pair.empty()) {
            Bookkeeper{rules, account_of(AccountLevel::pair, booking.pair)}.book(posting, booking);
        }
    }
    std::vector<Account> list;
    for (auto& [key, account] : accounts) {
        close(account, rules);
        list.push_back(std::move(account));
    }
    return list;
}

bool settled(const Account& account, const Balance& rules) noexcept
{
    const auto even = [](double balance_m2) { return balance_m2 > -k_balance_tolerance_m2; };
    switch (rules.settlement) {
    case Settlement::compensation_first:
        return even(account.deepest_m2);
    case Settlement::yearly:
        return even(account.balance_m2) &&
               std::ranges::all_of(account.years,
                                   [&](const AccountYear& y) { return even(y.balance_m2); });
    case Settlement::at_end:
        break;
    }
    return even(account.balance_m2);
}

} // namespace tenglong
