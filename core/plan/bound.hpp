#pragma once

#include "core/plan/problem.hpp"

#include <vector>

namespace tenglong {

/// What no choice that meets needs of these areas can cost less than.
struct PriceBound {
    double least_yuan = 0.0;
    /// By need: what a square decimetre towards it is worth at that bound. An item that costs less
    /// than what it brings is worth belongs in a cheap choice.
    std::vector<double> yuan_per_dm2;
};

/// The bound of Lagrange: needs are bought at a price each, which is raised while the bound rises.
/// Of items that exclude each other in a group only the best counts.
/// \param area_dm2 by need, in place of what the problem says
[[nodiscard]] PriceBound price_bound(const PlanProblem& problem,
                                     const std::vector<std::int64_t>& area_dm2);

} // namespace tenglong
