#include "core/plan/bound.hpp"
#include "core/plan/choice.hpp"
#include "core/plan/solver.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tenglong {

namespace {

/// Items by what a square decimetre of them costs, less what it is worth at the bound.
std::vector<std::uint32_t> order_of(const PlanProblem& problem, const PriceBound& bound)
{
    std::vector<double> dear(problem.items.size());
    for (std::size_t i = 0; i < dear.size(); ++i) {
        const PlanItem& item = problem.items[i];
        double worth = 0.0;
        for (std::size_t n = 0; n < problem.needs.size(); ++n) {
            worth += serves(item, problem.needs[n]) ? bound.yuan_per_dm2[n] : 0.0;
        }
        const auto area = static_cast<double>(std::max<std::int64_t>(item.area_dm2, 1));
        dear[i] = static_cast<double>(item.price_yuan) / area - worth;
    }
    std::vector<std::uint32_t> order(problem.items.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order,
                             [&](std::uint32_t a, std::uint32_t b) { return dear[a] < dear[b]; });
    return order;
}

using Worth = std::pair<std::int64_t, std::int64_t>;

/// The less the better: first what is missing, then the price.
Worth worth_of(const Choice& choice)
{
    return {choice.short_dm2(), choice.price_yuan()};
}

/// Puts one item after the other in, in place of those on its ground and of what it makes
/// superfluous, and keeps what is better.
bool exchange_items(Choice& choice, std::span<const std::uint32_t> order)
{
    bool any = false;
    for (const std::uint32_t i : order) {
        if (choice.chosen()[i]) {
            continue;
        }
        const Worth before = worth_of(choice);
        const std::vector<bool> kept = choice.chosen();
        for (const std::uint32_t rival : choice.rivals(i)) {
            choice.remove(rival);
        }
        if (!choice.fits(i)) {
            choice.choose(kept);
            continue;
        }
        choice.add(i);
        choice.prune();
        if (worth_of(choice) < before && choice.valid()) {
            any = true;
        } else {
            choice.choose(kept);
        }
    }
    return any;
}

/// Tries every choice of the items whose price is nearest to what they are worth; all others stay
/// as they are.
void search_core(const PlanProblem& problem, const PriceBound& bound, Choice& choice)
{
    constexpr std::size_t k_core = 16;
    std::vector<std::pair<double, std::uint32_t>> near;
    for (std::uint32_t i = 0; i < problem.items.size(); ++i) {
        auto left = static_cast<double>(problem.items[i].price_yuan);
        for (std::size_t n = 0; n < problem.needs.size(); ++n) {
            left -= serves(problem.items[i], problem.needs[n])
                        ? bound.yuan_per_dm2[n] * static_cast<double>(problem.items[i].area_dm2)
                        : 0.0;
        }
        near.emplace_back(std::abs(left), i);
    }
    std::ranges::sort(near);
    near.resize(std::min(near.size(), k_core));
    Worth best = worth_of(choice);
    std::vector<bool> kept = choice.chosen();
    // In the order of Gray, so that one item changes at a time.
    for (std::uint32_t step = 1; step < (1U << near.size()); ++step) {
        std::size_t bit = 0;
        while (((step >> bit) & 1U) == 0) {
            ++bit;
        }
        const std::uint32_t item = near[bit].second;
        choice.chosen()[item] ? choice.remove(item) : choice.add(item);
        if (worth_of(choice) < best && choice.valid()) {
            best = worth_of(choice);
            kept = choice.chosen();
        }
    }
    choice.choose(kept);
}

class GreedySolver final : public Solver {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "greedy"; }

    [[nodiscard]] PlanAnswer solve(const PlanProblem& problem, double gap) const override
    {
        std::vector<std::int64_t> area_dm2;
        for (const PlanNeed& need : problem.needs) {
            area_dm2.push_back(need.area_dm2);
        }
        Choice choice{problem};
        const PriceBound first = price_bound(problem, area_dm2);
        std::vector<std::uint32_t> order = order_of(problem, first);
        choice.fill(order);
        choice.prune();
        // Where not all can be had, the bound is that of what can be.
        const PlanAnswer filled = answer_of(problem, choice.chosen());
        improve(problem, filled.all_short_dm2() == 0 ? first : bound_of(problem, filled), gap,
                choice);
        PlanAnswer answer = answer_of(problem, choice.chosen());
        const double least = bound_of(problem, answer).least_yuan;
        answer.least_yuan =
            std::min(std::ceil(least - 1e-3), static_cast<double>(answer.price_yuan));
        answer.least_short =
            answer.all_short_dm2() == 0 ||
            (problem.apart.empty() && std::ranges::all_of(problem.items, &PlanItem::held));
        answer.solver = name();
        return answer;
    }

private:
    /// What the needs cost at least, as far as an answer meets them.
    [[nodiscard]] static PriceBound bound_of(const PlanProblem& problem, const PlanAnswer& answer)
    {
        std::vector<std::int64_t> area_dm2;
        for (std::size_t n = 0; n < problem.needs.size(); ++n) {
            area_dm2.push_back(problem.needs[n].area_dm2 - answer.short_dm2[n]);
        }
        return price_bound(problem, area_dm2);
    }

    static void improve(const PlanProblem& problem, const PriceBound& bound, double gap,
                        Choice& choice)
    {
        const std::vector<std::uint32_t> order = order_of(problem, bound);
        const auto good_enough = [&] {
            return choice.short_dm2() == 0 &&
                   static_cast<double>(choice.price_yuan()) * (1.0 - gap) <= bound.least_yuan;
        };
        constexpr int k_rounds = 10;
        for (int round = 0; round < k_rounds && !good_enough(); ++round) {
            if (!exchange_items(choice, order)) {
                break;
            }
        }
        if (!good_enough()) {
            search_core(problem, bound, choice);
            choice.prune();
        }
        choice.settle_ties();
    }
};

} // namespace

std::unique_ptr<const Solver> make_greedy_solver()
{
    return std::make_unique<const GreedySolver>();
}

} // namespace tenglong
