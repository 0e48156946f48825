#include "core/plan/cbc/cbc_search.hpp"

#include <Cbc_C_Interface.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace tenglong::cbc {

namespace {

struct DeleteModel {
    void operator()(Cbc_Model* model) const noexcept { Cbc_deleteModel(model); }
};

/// Column by column, as CBC takes it.
struct Matrix {
    std::vector<int> start{0};
    std::vector<int> row;
    std::vector<double> factor;

    Matrix(std::size_t columns, const std::vector<Row>& rows)
    {
        std::vector<std::vector<std::pair<int, double>>> by_column(columns);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            for (const auto& [column, value] : rows[r].terms) {
                by_column[column].emplace_back(static_cast<int>(r), value);
            }
        }
        for (const auto& entries : by_column) {
            for (const auto& [r, value] : entries) {
                row.push_back(r);
                factor.push_back(value);
            }
            start.push_back(static_cast<int>(row.size()));
        }
    }
};

/// A node limit, and none of time: the answer is the same on a slow machine.
constexpr int k_most_nodes = 50'000;
/// What a search among few columns may take; it only gives the real one its start.
constexpr int k_most_core_nodes = 5'000;

Found search(const std::vector<Column>& columns, const std::vector<Row>& rows,
             const std::vector<double>& first, double gap, int most_nodes)
{
    const std::unique_ptr<Cbc_Model, DeleteModel> model{Cbc_newModel()};
    const Matrix matrix{columns.size(), rows};
    std::vector<double> low;
    std::vector<double> high;
    std::vector<double> cost;
    for (const Column& column : columns) {
        low.push_back(column.lower);
        high.push_back(column.upper);
        cost.push_back(column.cost);
    }
    std::vector<double> row_low;
    std::vector<double> row_high;
    for (const Row& row : rows) {
        row_low.push_back(row.lower);
        row_high.push_back(row.upper);
    }
    Cbc_setLogLevel(model.get(), 0);
    Cbc_loadProblem(model.get(), static_cast<int>(columns.size()), static_cast<int>(rows.size()),
                    matrix.start.data(), matrix.row.data(), matrix.factor.data(), low.data(),
                    high.data(), cost.data(), row_low.data(), row_high.data());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].whole) {
            Cbc_setInteger(model.get(), static_cast<int>(i));
        }
    }
    if (!first.empty()) {
        std::vector<int> all(columns.size());
        std::iota(all.begin(), all.end(), 0);
        Cbc_setMIPStartI(model.get(), static_cast<int>(all.size()), all.data(), first.data());
    }
    Cbc_setAllowableFractionGap(model.get(), gap);
    Cbc_setMaximumNodes(model.get(), most_nodes);
    Cbc_solve(model.get());
    Found found;
    if (const double* best = Cbc_bestSolution(model.get())) {
        found.values.assign(best, best + columns.size());
    }
    const bool no_whole = std::ranges::none_of(columns, &Column::whole);
    if (no_whole && Cbc_isContinuousUnbounded(model.get()) == 0 &&
        Cbc_isProvenInfeasible(model.get()) == 0) {
        const double* solution = Cbc_getColSolution(model.get());
        found.values.assign(solution, solution + columns.size());
    }
    if (const double* costs = Cbc_getReducedCost(model.get())) {
        found.reduced_costs.assign(costs, costs + columns.size());
    }
    found.proven = Cbc_isProvenOptimal(model.get()) != 0;
    found.least = Cbc_getBestPossibleObjValue(model.get());
    return found;
}

double cost_of(const std::vector<Column>& columns, const std::vector<double>& values)
{
    double cost = 0.0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        cost += columns[i].cost * values[i];
    }
    return cost;
}

} // namespace

Found least_cost(const std::vector<Column>& columns, const std::vector<Row>& rows,
                 const std::vector<double>& first, double gap)
{
    return search(columns, rows, first, gap, k_most_nodes);
}

std::vector<double> better_start(const std::vector<Column>& columns, const std::vector<Row>& rows,
                                 std::vector<double> first, double gap)
{
    constexpr std::size_t k_least_core = 400;
    constexpr double k_share_of_gap = 0.5;
    if (columns.size() <= 2 * k_least_core) {
        return first;
    }
    std::vector<Column> core = columns;
    for (Column& column : core) {
        column.whole = false;
    }
    const Found relaxed = search(core, rows, {}, 0.0, k_most_nodes);
    if (relaxed.values.empty() || relaxed.reduced_costs.empty()) {
        return first;
    }
    std::vector<std::size_t> order(columns.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::size_t i) {
        return columns[i].whole ? std::abs(relaxed.reduced_costs[i]) : 0.0;
    });
    core = columns;
    for (std::size_t k = std::max(k_least_core, columns.size() / 20); k < order.size(); ++k) {
        Column& column = core[order[k]];
        if (column.whole) {
            column.lower = column.upper = std::round(relaxed.values[order[k]]);
        }
    }
    Found found = search(core, rows, {}, gap * k_share_of_gap, k_most_core_nodes);
    return found.values.empty() || cost_of(columns, found.values) >= cost_of(columns, first)
               ? first
               : std::move(found.values);
}

} // namespace tenglong::cbc
