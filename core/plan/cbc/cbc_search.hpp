#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace tenglong::cbc {

// Searches for whole numbers at the least cost, by CBC.

/// lower <= sum of factor x column <= upper
struct Row {
    std::vector<std::pair<std::uint32_t, double>> terms;
    double lower = 0.0;
    double upper = 0.0;
};

struct Column {
    double cost = 0.0;
    double upper = 1.0;
    bool whole = true;
    double lower = 0.0;
};

struct Found {
    std::vector<double> values; ///< empty: nothing was found
    std::vector<double> reduced_costs;
    double least = 0.0; ///< of the sum of costs
    bool proven = false;
};

/// \param first a solution to start from; empty: none
/// \param gap how far, as a share, from the least cost is near enough
[[nodiscard]] Found least_cost(const std::vector<Column>& columns, const std::vector<Row>& rows,
                               const std::vector<double>& first, double gap);

/// The best start for that: `first`, or what is found when all columns but those that the answer in
/// fractions leaves in doubt are fixed as they are in it. The bound is known soon; without this the
/// search takes most of its time to find what comes near it.
[[nodiscard]] std::vector<double> better_start(const std::vector<Column>& columns,
                                               const std::vector<Row>& rows,
                                               std::vector<double> first, double gap);

} // namespace tenglong::cbc
