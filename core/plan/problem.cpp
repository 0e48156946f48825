#include "core/plan/problem.hpp"

#include <algorithm>
#include <numeric>

namespace tenglong {

bool serves(const PlanItem& item, const PlanNeed& need) noexcept
{
    return (need.region.empty() || need.region == item.region) &&
           (!need.from || item.date >= *need.from) && (!need.until || item.date <= *need.until);
}

double PlanAnswer::gap() const noexcept
{
    const auto price = static_cast<double>(price_yuan);
    return price <= 0.0 ? 0.0 : std::max(0.0, (price - least_yuan) / price);
}

std::int64_t PlanAnswer::all_short_dm2() const noexcept
{
    return std::accumulate(short_dm2.begin(), short_dm2.end(), std::int64_t{0});
}

std::vector<std::vector<std::uint32_t>> neighbours(std::size_t items,
                                                   std::span<const ItemPair> pairs)
{
    std::vector<std::vector<std::uint32_t>> lists(items);
    for (const auto& [a, b] : pairs) {
        lists[a].push_back(b);
        lists[b].push_back(a);
    }
    for (std::vector<std::uint32_t>& list : lists) {
        std::ranges::sort(list);
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    return lists;
}

std::vector<std::uint32_t> loose_items(const PlanProblem& problem, const std::vector<bool>& chosen)
{
    const auto beside = neighbours(problem.items.size(), problem.beside);
    std::vector<bool> reached(chosen.size(), false);
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i] && problem.items[i].held) {
            reached[i] = true;
            open.push_back(i);
        }
    }
    while (!open.empty()) {
        const std::uint32_t i = open.back();
        open.pop_back();
        for (const std::uint32_t k : beside[i]) {
            if (chosen[k] && !reached[k]) {
                reached[k] = true;
                open.push_back(k);
            }
        }
    }
    std::vector<std::uint32_t> loose;
    for (std::uint32_t i = 0; i < chosen.size(); ++i) {
        if (chosen[i] && !reached[i]) {
            loose.push_back(i);
        }
    }
    return loose;
}

PlanAnswer answer_of(const PlanProblem& problem, std::vector<bool> chosen)
{
    PlanAnswer answer;
    for (const PlanNeed& need : problem.needs) {
        std::int64_t open = need.area_dm2;
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (chosen[i] && serves(problem.items[i], need)) {
                open -= problem.items[i].area_dm2;
            }
        }
        answer.short_dm2.push_back(std::max<std::int64_t>(open, 0));
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        answer.price_yuan += chosen[i] ? problem.items[i].price_yuan : 0;
    }
    answer.chosen = std::move(chosen);
    return answer;
}

bool better(const PlanAnswer& a, const PlanAnswer& b) noexcept
{
    return std::pair{a.all_short_dm2(), a.price_yuan} < std::pair{b.all_short_dm2(), b.price_yuan};
}

} // namespace tenglong
