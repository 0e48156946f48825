#pragma once

#include "core/balance/booking.hpp"

#include <map>
#include <span>
#include <vector>

namespace tenglong {

/// Which changes an account has.
enum class States : std::uint8_t { decided, with_proposals };

enum class AccountLevel : std::uint8_t { all, region, pair };

/// How what is not known is taken: a change without an area counts nothing and one without a date
/// comes last; or both as they suit the account best, or least.
enum class Reading : std::uint8_t { as_known, best, worst };

/// A change in an account, with the balance after it.
struct Entry {
    std::uint32_t booking = 0; ///< its place in the list of bookings
    double occupied_m2 = 0.0;
    double required_m2 = 0.0; ///< ratio x occupied
    double compensated_m2 = 0.0;
    double balance_m2 = 0.0; ///< running: compensated less required
};

struct AccountYear {
    int year = 0;
    double carried_m2 = 0.0; ///< balance at its start
    double occupied_m2 = 0.0;
    double required_m2 = 0.0;
    double compensated_m2 = 0.0;
    double balance_m2 = 0.0; ///< at its end
};

/// The account of one region, of one pair, or of all changes.
struct Account {
    AccountLevel level = AccountLevel::all;
    std::string name;                 ///< of the region or the pair
    std::optional<double> opening_m2; ///< of the land that is watched; nothing: not known
    double occupied_m2 = 0.0;
    double required_m2 = 0.0;
    double compensated_m2 = 0.0;
    double lapsed_m2 = 0.0;           ///< surplus that was not carried over
    double balance_m2 = 0.0;          ///< compensated - required - lapsed
    std::optional<double> closing_m2; ///< opening - occupied + compensated; swap: the other way
    double deepest_m2 = 0.0;          ///< the lowest balance at the end of any day, at most 0
    std::optional<Date> first_debt;   ///< the first day that ends in debt
    std::size_t unknown = 0;          ///< changes without a counted area
    std::size_t undated = 0;
    std::vector<Entry> entries;     ///< in order of time; on one day what gives comes first
    std::vector<AccountYear> years; ///< undated changes are in none
};

/// What the watched land measured before all changes.
struct Opening {
    std::optional<double> all_m2;
    std::map<std::string, double> region_m2;
};

/// A balance this little below zero is rounding, in m²: a square decimetre.
inline constexpr double k_balance_tolerance_m2 = 0.01;

/// The account of all changes, then those of the regions and of the pairs, each by name.
/// The order of the bookings does not matter, but for the places in Entry::booking.
[[nodiscard]] std::vector<Account> make_accounts(std::span<const Booking> bookings,
                                                 const Opening& opening, const Balance& rules,
                                                 States states, Reading reading);

/// Whether an account has been in balance at every time at which the rules ask for it.
[[nodiscard]] bool settled(const Account& account, const Balance& rules) noexcept;

} // namespace tenglong
