#pragma once

#include "core/balance/account.hpp"
#include "core/rules/truth.hpp"

#include <map>
#include <span>
#include <vector>

namespace tenglong {

enum class BalanceCheckKind : std::uint8_t {
    balance, ///< what is compensated is enough, at every time that the policy asks for
    total,   ///< the land that is watched has not become less
    floor,   ///< it is not below the floor
    stays,   ///< existing industrial land inside the line stays industrial in the plans
};

/// The stable name: "balance".
[[nodiscard]] std::string_view name(BalanceCheckKind kind) noexcept;

/// A change that a check fails for, and how much of the shortage is its own.
struct Cause {
    std::string change;
    double area_m2 = 0.0;
};

/// What the plans have existing industrial land inside the line for.
struct StockPlan {
    double industrial_m2 = 0.0;
    double other_m2 = 0.0;    ///< for another use, and no decided change has taken it
    double unknown_m2 = 0.0;  ///< nobody tells
    std::vector<Cause> other; ///< the parcels of other_m2
};

/// One question that the policy asks of the account.
struct BalanceCheck {
    BalanceCheckKind kind = BalanceCheckKind::balance;
    std::string region; ///< empty: all together
    Truth holds = Truth::unknown;
    double margin_m2 = 0.0; ///< negative: short by so much, at the worst time that counts
    std::optional<Date> since;
    /// In order of time, only where it does not hold; by parcel where plans are asked.
    std::vector<Cause> causes;
    Text finding; ///< one sentence: whether it holds, and by how much
    Text mend;    ///< what would mend it; empty where it holds
    Citation citation;
    bool by_default = false; ///< the document sets no figure, so a default was taken
};

/// Accounts and checks of one choice of changes.
struct Judgement {
    std::vector<Account> accounts; ///< as make_accounts(), as known
    std::vector<BalanceCheck> checks;

    [[nodiscard]] const Account& all() const noexcept { return accounts.front(); }
    /// No if one check fails, else unknown if one cannot be decided. Plans that nobody has told
    /// leave the areas balanced: they stay an open question of their own.
    [[nodiscard]] Truth holds() const noexcept;
};

/// Makes the accounts and asks every question of the rules.
/// \param plan null: not known
[[nodiscard]] Judgement judge(std::span<const Booking> bookings, const Opening& opening,
                              const Balance& rules, States states, const StockPlan* plan = nullptr);

/// What of each taking change nothing makes up for: compensation of its own pair goes to it first,
/// then what is left over, in order of time. The sum is the shortage of the account. A change that
/// lies in several regions stands once.
[[nodiscard]] std::vector<Cause> uncovered(const Account& account,
                                           std::span<const Booking> bookings);

/// For people: "1,234.5 m2 (1.85 mu)"; "1234.50 平方米（1.85 亩）".
[[nodiscard]] Text shown_area(double area_m2);

} // namespace tenglong
