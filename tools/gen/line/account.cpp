#include "tools/gen/line/account.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tenglong::tools::gen {

namespace {

struct Terms {
    AccountMode mode;
    double ratio;
};

constexpr std::array k_terms{Terms{AccountMode::inside_line, 1.0}, Terms{AccountMode::stock, 1.2},
                             Terms{AccountMode::swap, 1.0}};

[[nodiscard]] double taken(const Change& change, AccountMode mode)
{
    switch (mode) {
    case AccountMode::inside_line:
        return change.kind == GroundKind::occupy ? change.counted_m2 : 0.0;
    case AccountMode::stock:
        return change.kind == GroundKind::occupy ? change.stock_m2 : 0.0;
    case AccountMode::swap:
        return change.kind == GroundKind::add ? change.counted_m2 : 0.0;
    }
    return 0.0;
}

[[nodiscard]] double given(const Change& change, AccountMode mode)
{
    const GroundKind kind =
        mode == AccountMode::swap ? GroundKind::give_up : GroundKind::compensate;
    return change.kind == kind ? change.counted_m2 : 0.0;
}

[[nodiscard]] Account account_of(const std::vector<Change>& changes, int town, Terms terms)
{
    Account account;
    account.town = town;
    account.mode = terms.mode;
    account.ratio = terms.ratio;
    std::vector<const Change*> decided;
    for (const Change& change : changes) {
        if (!change.proposed && (town < 0 || change.town == town)) {
            decided.push_back(&change);
        }
    }
    for (std::size_t k = 0; k < decided.size(); ++k) {
        const Change& change = *decided[k];
        account.occupied_m2 += taken(change, terms.mode);
        account.compensated_m2 += given(change, terms.mode);
        const bool gives =
            change.kind ==
            (terms.mode == AccountMode::swap ? GroundKind::give_up : GroundKind::compensate);
        account.doubtful_m2 += change.doubtful && gives ? change.claimed_m2 : 0.0;
        account.required_m2 = account.occupied_m2 * terms.ratio;
        // The day is judged when everything decided on it is in.
        const bool day_over = k + 1 == decided.size() || decided[k + 1]->decided != change.decided;
        if (day_over && !account.holds() && !account.first_debt) {
            account.first_debt = change.decided;
        }
    }
    return account;
}

} // namespace

std::string_view key_of(AccountMode mode) noexcept
{
    constexpr std::array<std::string_view, 3> k_keys{"inside_line", "stock", "swap"};
    return k_keys.at(static_cast<std::size_t>(mode));
}

std::vector<Account> accounts(const std::vector<Change>& changes, int towns)
{
    std::vector<Account> all;
    for (const Terms& terms : k_terms) {
        all.push_back(account_of(changes, -1, terms));
        for (int town = 0; town < towns; ++town) {
            const bool any = std::ranges::any_of(
                changes, [town](const Change& change) { return change.town == town; });
            if (any) {
                all.push_back(account_of(changes, town, terms));
            }
        }
    }
    return all;
}

std::optional<Plan> cheapest(const std::vector<LineCandidate>& candidates, double shortage_m2)
{
    constexpr std::size_t k_most = 20;
    if (candidates.size() > k_most) {
        return std::nullopt;
    }
    Plan best;
    best.shortage_m2 = shortage_m2;
    best.possible = shortage_m2 <= 0.0;
    const std::uint32_t subsets = 1U << candidates.size();
    for (std::uint32_t subset = 1; subset < subsets && shortage_m2 > 0.0; ++subset) {
        Plan plan;
        plan.shortage_m2 = shortage_m2;
        for (std::size_t k = 0; k < candidates.size(); ++k) {
            if (((subset >> k) & 1U) != 0) {
                plan.area_m2 += candidates[k].area_m2;
                plan.price_wan += candidates[k].price_wan;
                plan.chosen.push_back(k);
            }
        }
        if (plan.area_m2 >= shortage_m2 - 0.01 &&
            (!best.possible || plan.price_wan < best.price_wan - 1e-6)) {
            best = plan;
        }
    }
    return best;
}

} // namespace tenglong::tools::gen
