#include "core/plan/cbc/cbc_search.hpp"
#include "core/plan/choice.hpp"
#include "core/plan/solver.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace tenglong {

namespace {

using cbc::Column;
using cbc::Found;
using cbc::Row;

/// A problem as rows and columns: first the items, then what is missing of each need.
class Formulation {
public:
    explicit Formulation(const PlanProblem& problem) : m_problem{problem}
    {
        for (const PlanNeed& need : problem.needs) {
            // Rows of much the same size, whatever that of the needs, keep rounding small.
            m_scale.push_back(k_row_size /
                              static_cast<double>(std::max<std::int64_t>(need.area_dm2, 1)));
        }
        for (const auto& [a, b] : problem.apart) {
            m_rules.push_back({{{a, 1.0}, {b, 1.0}}, -k_no_limit, 1.0});
        }
        const auto beside = neighbours(problem.items.size(), problem.beside);
        for (std::uint32_t i = 0; i < problem.items.size(); ++i) {
            if (!problem.items[i].held) {
                hold({i}, beside);
            }
        }
    }

    /// An answer that falls short by as little as can be.
    [[nodiscard]] PlanAnswer least_missing(const PlanAnswer& first)
    {
        std::vector<Column> columns(m_problem.items.size(), Column{0.0, 1.0, true});
        std::vector<Row> needs;
        std::vector<double> start = start_of(first);
        for (std::size_t n = 0; n < m_problem.needs.size(); ++n) {
            needs.push_back(need_row(n, m_problem.needs[n].area_dm2));
            needs.back().terms.emplace_back(columns.size(), 1.0);
            columns.push_back({1.0 / m_scale[n], k_row_size, false});
            start.push_back(static_cast<double>(first.short_dm2[n]) * m_scale[n]);
        }
        return solve(columns, needs, start, 0.0).first;
    }

    /// An answer that falls short by no more than the first, and what none such costs less than.
    [[nodiscard]] std::pair<PlanAnswer, double> least_price(const PlanAnswer& first, double gap)
    {
        std::vector<Column> columns;
        for (const PlanItem& item : m_problem.items) {
            columns.push_back({static_cast<double>(item.price_yuan) / k_yuan_per_wan, 1.0, true});
        }
        std::vector<Row> needs;
        for (std::size_t n = 0; n < m_problem.needs.size(); ++n) {
            needs.push_back(need_row(n, m_problem.needs[n].area_dm2 - first.short_dm2[n]));
        }
        auto [answer, least] = solve(columns, needs, start_of(first), gap);
        return {std::move(answer), least * k_yuan_per_wan};
    }

private:
    static constexpr double k_row_size = 1000.0;
    static constexpr double k_no_limit = 1e30;
    static constexpr double k_yuan_per_wan = 10'000.0;

    [[nodiscard]] Row need_row(std::size_t n, std::int64_t area_dm2) const
    {
        Row row{{}, static_cast<double>(area_dm2) * m_scale[n], k_no_limit};
        for (std::uint32_t i = 0; i < m_problem.items.size(); ++i) {
            if (serves(m_problem.items[i], m_problem.needs[n])) {
                row.terms.emplace_back(i, static_cast<double>(m_problem.items[i].area_dm2) *
                                              m_scale[n]);
            }
        }
        return row;
    }

    [[nodiscard]] static std::vector<double> start_of(const PlanAnswer& answer)
    {
        std::vector<double> start;
        for (const bool chosen : answer.chosen) {
            start.push_back(chosen ? 1.0 : 0.0);
        }
        return start;
    }

    /// Of items that hang together and are not held, one needs a neighbour from outside.
    void hold(const std::vector<std::uint32_t>& group,
              const std::vector<std::vector<std::uint32_t>>& beside)
    {
        std::vector<std::uint32_t> around;
        for (const std::uint32_t i : group) {
            std::ranges::copy_if(beside[i], std::back_inserter(around), [&](std::uint32_t k) {
                return std::ranges::find(group, k) == group.end();
            });
        }
        std::ranges::sort(around);
        around.erase(std::unique(around.begin(), around.end()), around.end());
        for (const std::uint32_t i : group) {
            Row row{{{i, -1.0}}, 0.0, k_no_limit};
            for (const std::uint32_t k : around) {
                row.terms.emplace_back(k, 1.0);
            }
            m_rules.push_back(std::move(row));
        }
    }

    /// The items of a list that hang together with its first one.
    [[nodiscard]] static std::vector<std::uint32_t>
    first_group(const std::vector<std::uint32_t>& loose,
                const std::vector<std::vector<std::uint32_t>>& beside)
    {
        std::vector<std::uint32_t> group{loose.front()};
        for (std::size_t at = 0; at < group.size(); ++at) {
            for (const std::uint32_t k : beside[group[at]]) {
                if (std::ranges::binary_search(loose, k) &&
                    std::ranges::find(group, k) == group.end()) {
                    group.push_back(k);
                }
            }
        }
        return group;
    }

    /// Solves, and forbids groups that hold only each other until there are none.
    [[nodiscard]] std::pair<PlanAnswer, double> solve(const std::vector<Column>& columns,
                                                      const std::vector<Row>& needs,
                                                      const std::vector<double>& start, double gap)
    {
        const auto beside = neighbours(m_problem.items.size(), m_problem.beside);
        for (;;) {
            std::vector<Row> rows = needs;
            rows.insert(rows.end(), m_rules.begin(), m_rules.end());
            const Found found =
                cbc::least_cost(columns, rows, cbc::better_start(columns, rows, start, gap), gap);
            if (found.values.empty()) {
                return {PlanAnswer{}, 0.0};
            }
            std::vector<bool> chosen;
            for (std::size_t i = 0; i < m_problem.items.size(); ++i) {
                chosen.push_back(found.values[i] > 0.5);
            }
            const std::vector<std::uint32_t> loose = loose_items(m_problem, chosen);
            if (loose.empty()) {
                PlanAnswer answer = answer_of(m_problem, std::move(chosen));
                answer.least_short = found.proven;
                return {std::move(answer), found.least};
            }
            hold(first_group(loose, beside), beside);
        }
    }

    const PlanProblem& m_problem;
    std::vector<double> m_scale; ///< by need
    std::vector<Row> m_rules;    ///< of what excludes and what holds each other
};

class CbcSolver final : public Solver {
public:
    [[nodiscard]] std::string_view name() const noexcept override { return "cbc"; }

    [[nodiscard]] PlanAnswer solve(const PlanProblem& problem, double gap) const override
    {
        PlanAnswer best = make_greedy_solver()->solve(problem, gap);
        best.solver = name();
        if (problem.items.empty() || problem.needs.empty()) {
            return best;
        }
        Formulation formulation{problem};
        if (!best.least_short) {
            const PlanAnswer missing = formulation.least_missing(best);
            best.least_short = missing.least_short && !missing.chosen.empty();
            best.least_yuan = 0.0;
            take(problem, missing, best);
        }
        const auto [answer, least_yuan] = formulation.least_price(best, gap);
        take(problem, answer, best);
        // A thousandth of a yuan, or of a millionth, is rounding.
        const double least = std::ceil(least_yuan * (1.0 - 1e-9) - 1e-3);
        best.least_yuan =
            std::min(std::max(best.least_yuan, least), static_cast<double>(best.price_yuan));
        return best;
    }

private:
    /// Takes an answer over if it is better, after whole numbers have been put right in it.
    static void take(const PlanProblem& problem, const PlanAnswer& answer, PlanAnswer& best)
    {
        if (answer.chosen.empty()) {
            return;
        }
        Choice choice{problem};
        choice.choose(answer.chosen);
        std::vector<std::uint32_t> order(problem.items.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::stable_sort(order, {},
                                 [&](std::uint32_t i) { return problem.items[i].price_yuan; });
        const auto missing = best.all_short_dm2();
        if (choice.short_dm2() > missing) {
            choice.fill(order);
        }
        choice.prune();
        choice.settle_ties();
        PlanAnswer whole = answer_of(problem, choice.chosen());
        if (choice.valid() && better(whole, best)) {
            best.chosen = std::move(whole.chosen);
            best.short_dm2 = std::move(whole.short_dm2);
            best.price_yuan = whole.price_yuan;
        }
    }
};

} // namespace

std::unique_ptr<const Solver> make_cbc_solver()
{
    return std::make_unique<const CbcSolver>();
}

} // namespace tenglong
