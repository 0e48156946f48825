#include "core/plan/choice.hpp"

#include <algorithm>
#include <numeric>

namespace tenglong {

Choice::Choice(const PlanProblem& problem)
    : m_problem{problem}, m_apart{neighbours(problem.items.size(), problem.apart)},
      m_beside{neighbours(problem.items.size(), problem.beside)}, m_by_price(problem.items.size()),
      m_chosen(problem.items.size(), false), m_rivals(problem.items.size(), 0)
{
    for (const PlanItem& item : problem.items) {
        std::vector<std::uint32_t>& served = m_serves.emplace_back();
        for (std::uint32_t n = 0; n < problem.needs.size(); ++n) {
            if (serves(item, problem.needs[n])) {
                served.push_back(n);
            }
        }
        m_all_held = m_all_held && item.held;
    }
    for (const PlanNeed& need : problem.needs) {
        m_open_dm2.push_back(need.area_dm2);
    }
    std::iota(m_by_price.begin(), m_by_price.end(), 0U);
    std::ranges::sort(m_by_price, [&](std::uint32_t a, std::uint32_t b) {
        return std::pair{problem.items[a].price_yuan, a} >
               std::pair{problem.items[b].price_yuan, b};
    });
}

std::int64_t Choice::short_dm2() const noexcept
{
    std::int64_t sum = 0;
    for (const std::int64_t open : m_open_dm2) {
        sum += std::max<std::int64_t>(open, 0);
    }
    return sum;
}

bool Choice::holds_all() const
{
    return m_all_held || loose_items(m_problem, m_chosen).empty();
}

bool Choice::valid() const
{
    return m_clashes == 0 && holds_all();
}

bool Choice::fits(std::uint32_t item) const
{
    return !m_chosen[item] && m_rivals[item] == 0 &&
           (m_problem.items[item].held ||
            std::ranges::any_of(m_beside[item], [&](std::uint32_t k) { return m_chosen[k]; }));
}

std::int64_t Choice::useful_dm2(std::uint32_t item) const
{
    std::int64_t useful = 0;
    for (const std::uint32_t n : m_serves[item]) {
        useful += std::clamp<std::int64_t>(m_open_dm2[n], 0, m_problem.items[item].area_dm2);
    }
    return useful;
}

std::vector<std::uint32_t> Choice::rivals(std::uint32_t item) const
{
    std::vector<std::uint32_t> list;
    std::ranges::copy_if(m_apart[item], std::back_inserter(list),
                         [&](std::uint32_t k) { return m_chosen[k]; });
    return list;
}

void Choice::add(std::uint32_t item)
{
    m_chosen[item] = true;
    m_price_yuan += m_problem.items[item].price_yuan;
    m_clashes += m_rivals[item];
    for (const std::uint32_t k : m_apart[item]) {
        ++m_rivals[k];
    }
    for (const std::uint32_t n : m_serves[item]) {
        m_open_dm2[n] -= m_problem.items[item].area_dm2;
    }
}

void Choice::remove(std::uint32_t item)
{
    m_chosen[item] = false;
    m_price_yuan -= m_problem.items[item].price_yuan;
    m_clashes -= m_rivals[item];
    for (const std::uint32_t k : m_apart[item]) {
        --m_rivals[k];
    }
    for (const std::uint32_t n : m_serves[item]) {
        m_open_dm2[n] += m_problem.items[item].area_dm2;
    }
}

void Choice::choose(const std::vector<bool>& chosen)
{
    for (std::uint32_t i = 0; i < chosen.size(); ++i) {
        if (m_chosen[i] != chosen[i]) {
            chosen[i] ? add(i) : remove(i);
        }
    }
}

void Choice::fill(std::span<const std::uint32_t> order)
{
    for (bool found = true; found;) {
        found = false;
        for (const std::uint32_t i : order) {
            if (fits(i) && useful_dm2(i) > 0) {
                add(i);
                found = true;
            }
        }
        found = found && !m_all_held; // an item that joined may hold an earlier one
    }
}

bool Choice::can_go(std::uint32_t item) const
{
    const std::int64_t area = m_problem.items[item].area_dm2;
    return std::ranges::all_of(m_serves[item],
                               [&](std::uint32_t n) { return m_open_dm2[n] + area <= 0; });
}

void Choice::prune()
{
    for (const std::uint32_t i : m_by_price) {
        if (m_chosen[i] && can_go(i)) {
            remove(i);
            if (!holds_all()) {
                add(i);
            }
        }
    }
}

void Choice::settle_ties()
{
    const std::int64_t before = short_dm2();
    for (auto i = static_cast<std::uint32_t>(m_chosen.size()); i-- > 0;) {
        for (std::uint32_t k = 0; m_chosen[i] && k < i; ++k) {
            if (m_chosen[k] || m_problem.items[k].price_yuan != m_problem.items[i].price_yuan) {
                continue;
            }
            remove(i);
            add(k);
            if (short_dm2() > before || !valid()) {
                remove(k);
                add(i);
            }
        }
    }
}

} // namespace tenglong
