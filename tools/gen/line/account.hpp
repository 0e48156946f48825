#pragma once

#include "tools/gen/line/changes.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tenglong::tools::gen {

/// What an account watches, as in the policies.
enum class AccountMode : std::uint8_t { inside_line, stock, swap };

[[nodiscard]] std::string_view key_of(AccountMode mode) noexcept;

/// One region's account, or that of all together (`town` -1).
struct Account {
    int town = -1;
    AccountMode mode = AccountMode::inside_line;
    double ratio = 1.0;
    double occupied_m2 = 0.0;
    double required_m2 = 0.0;
    double compensated_m2 = 0.0;    ///< without what is in doubt
    double doubtful_m2 = 0.0;       ///< what it would be more by another least area and width
    std::optional<Date> first_debt; ///< first day on which less was compensated than required

    [[nodiscard]] double balance_m2() const noexcept { return compensated_m2 - required_m2; }
    /// To the square decimetre, so that sums of shares do not decide.
    [[nodiscard]] bool holds() const noexcept { return balance_m2() > -0.01; }
};

/// Every region and all together, in each mode: inside_line at 1, stock at 1.2, swap at 1. In swap
/// mode `occupied` is what was added inside, `compensated` what was given up outside.
[[nodiscard]] std::vector<Account> accounts(const std::vector<Change>& changes, int towns);

/// The cheapest candidates that make up for a shortage.
struct Plan {
    double shortage_m2 = 0.0;
    double area_m2 = 0.0;
    double price_wan = 0.0;
    std::vector<std::size_t> chosen;
    bool possible = true; ///< false: all candidates together are not enough
};

/// By trying all subsets; nothing where there are too many candidates for that.
[[nodiscard]] std::optional<Plan> cheapest(const std::vector<LineCandidate>& candidates,
                                           double shortage_m2);

} // namespace tenglong::tools::gen
