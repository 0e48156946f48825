#pragma once

#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// Areas below this are rounding, not ground: a square millimetre.
inline constexpr double k_no_area_m2 = 1e-6;

/// Two features of one layer whose interiors overlap.
struct Overlap {
    std::uint32_t first;
    std::uint32_t second; ///< > first
    double area_m2;
};

/// All pairs of features that share at least `least_m2`, ordered by first and second.
[[nodiscard]] std::vector<Overlap> overlaps(const Layer& layer, const BoxGrid& grid,
                                            double least_m2, Workers& workers);

/// For each feature the first one that has the same shape, point for point within rounding of area
/// (1e-9): itself, unless it is a duplicate.
[[nodiscard]] std::vector<std::uint32_t> first_of_equals(const Layer& layer,
                                                         std::span<const Overlap> overlaps);

} // namespace tenglong::geo
