#include "core/plan/bound.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tenglong {

namespace {

/// Disjoint groups of items of which at most one can be chosen; most are of one item.
std::vector<std::vector<std::uint32_t>> groups_of(const PlanProblem& problem)
{
    const auto apart = neighbours(problem.items.size(), problem.apart);
    std::vector<bool> taken(problem.items.size(), false);
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < taken.size(); ++i) {
        if (taken[i]) {
            continue;
        }
        std::vector<std::uint32_t> group{i};
        for (const std::uint32_t k : apart[i]) {
            const auto excludes = [&](std::uint32_t member) {
                return std::ranges::binary_search(apart[k], member);
            };
            if (!taken[k] && std::ranges::all_of(group, excludes)) {
                group.push_back(k);
            }
        }
        for (const std::uint32_t member : group) {
            taken[member] = true;
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

/// The bound as a function of the prices of the needs.
class Dual {
public:
    Dual(const PlanProblem& problem, const std::vector<std::int64_t>& area_dm2)
        : m_problem{problem}, m_area_dm2{area_dm2}, m_groups{groups_of(problem)}
    {
        for (const PlanItem& item : problem.items) {
            std::vector<std::uint32_t>& served = m_serves.emplace_back();
            for (std::uint32_t n = 0; n < problem.needs.size(); ++n) {
                if (serves(item, problem.needs[n])) {
                    served.push_back(n);
                }
            }
        }
    }

    /// The bound at these prices, and how fast it rises with each.
    [[nodiscard]] double value(const std::vector<double>& prices, std::vector<double>& slope) const
    {
        double bound = 0.0;
        for (std::size_t n = 0; n < prices.size(); ++n) {
            slope[n] = static_cast<double>(m_area_dm2[n]);
            bound += prices[n] * slope[n];
        }
        for (const std::vector<std::uint32_t>& group : m_groups) {
            double best = 0.0;
            std::optional<std::uint32_t> item;
            for (const std::uint32_t i : group) {
                const double left = left_of(i, prices);
                if (left < best) {
                    best = left;
                    item = i;
                }
            }
            bound += best;
            if (item) {
                for (const std::uint32_t n : m_serves[*item]) {
                    slope[n] -= static_cast<double>(m_problem.items[*item].area_dm2);
                }
            }
        }
        return bound;
    }

    /// A price above which looking on is not worth it.
    [[nodiscard]] double highest_price() const
    {
        // Where items exclude each other, a price above that of every item may still raise it.
        constexpr double k_beyond = 16.0;
        double highest = 0.0;
        for (const PlanItem& item : m_problem.items) {
            if (item.area_dm2 > 0) {
                highest = std::max(highest, static_cast<double>(item.price_yuan) /
                                                static_cast<double>(item.area_dm2));
            }
        }
        return k_beyond * highest;
    }

private:
    [[nodiscard]] double left_of(std::uint32_t i, const std::vector<double>& prices) const
    {
        double worth = 0.0;
        for (const std::uint32_t n : m_serves[i]) {
            worth += prices[n];
        }
        const PlanItem& item = m_problem.items[i];
        return static_cast<double>(item.price_yuan) - worth * static_cast<double>(item.area_dm2);
    }

    const PlanProblem& m_problem;
    const std::vector<std::int64_t>& m_area_dm2;
    std::vector<std::vector<std::uint32_t>> m_groups;
    std::vector<std::vector<std::uint32_t>> m_serves;
};

/// Raises one price to where the bound, concave in it, stops rising.
void settle(const Dual& dual, std::size_t need, double highest, std::vector<double>& prices,
            std::vector<double>& slope)
{
    double low = 0.0;
    double high = highest;
    constexpr int k_halvings = 48;
    for (int step = 0; step < k_halvings; ++step) {
        prices[need] = (low + high) / 2.0;
        (void)dual.value(prices, slope);
        (slope[need] > 0.0 ? low : high) = prices[need];
    }
    prices[need] = low;
}

} // namespace

PriceBound price_bound(const PlanProblem& problem, const std::vector<std::int64_t>& area_dm2)
{
    const Dual dual{problem, area_dm2};
    const double highest = dual.highest_price();
    std::vector<double> prices(problem.needs.size(), 0.0);
    std::vector<double> slope(prices.size(), 0.0);
    PriceBound best{std::max(0.0, dual.value(prices, slope)), prices};
    const auto keep = [&](double bound) {
        const bool is_better = bound > best.least_yuan;
        if (is_better) {
            best = {bound, prices};
        }
        return is_better;
    };
    constexpr int k_rounds = 12;
    for (int round = 0; round < k_rounds; ++round) {
        const double before = best.least_yuan;
        for (std::size_t n = 0; n < prices.size(); ++n) {
            if (area_dm2[n] > 0) {
                settle(dual, n, highest, prices, slope);
            }
        }
        keep(dual.value(prices, slope));
        if (best.least_yuan <= before * (1.0 + 1e-9) || prices.size() == 1) {
            break;
        }
    }
    // One price at a time can stand still at an edge; all together then still rise.
    constexpr int k_steps = 300;
    prices = best.yuan_per_dm2;
    for (int step = 1; prices.size() > 1 && step <= k_steps; ++step) {
        keep(dual.value(prices, slope));
        double length = 0.0;
        for (const double part : slope) {
            length += part * part;
        }
        if (length <= 0.0) {
            break;
        }
        const double stride = highest / (4.0 * step * std::sqrt(length));
        for (std::size_t n = 0; n < prices.size(); ++n) {
            prices[n] = std::clamp(prices[n] + stride * slope[n], 0.0, highest);
        }
    }
    return best;
}

} // namespace tenglong
