#pragma once

#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"

#include <cstdint>
#include <vector>

namespace tenglong::geo {

/// What counts as vacant ground (用而未尽). No figure stands in the engine: all come from the job
/// or its policy.
struct VacantOptions {
    double setback_m = 0.0;     ///< kept clear about every building, inside the parcel or not
    double least_width_m = 0.0; ///< ground that a circle this wide cannot reach does not count
    double least_area_m2 = 0.0; ///< of one connected part
    /// Straight pieces for a quarter of a circle. The arcs about buildings and in corners are drawn
    /// with them: eight leave about 0.03 % more ground than true circles would.
    int quarter_steps = 8;
};

/// The vacant parts of parcels, each a feature of one part.
struct VacantParts {
    Polygons shapes;
    std::vector<std::uint32_t> parcel; ///< by part, ascending
    std::vector<double> area_m2;       ///< by part
    std::size_t by_geos = 0;           ///< parcels for which the quick way was not sure of itself
};

/// The part of each parcel that lies `setback_m` clear of buildings, opened by `least_width_m`:
/// everything that a circle of that width covers as it moves about without leaving that ground.
///
/// Computed as ((parcel less a rim of half the width) less (buildings grown by setback and half
/// the width)) grown back by half the width, which is the same set by fewer steps.
/// \pre `grid` was built from the boxes of `buildings`.
[[nodiscard]] VacantParts find_vacant(const Layer& parcels, const Layer& buildings,
                                      const BoxGrid& grid, const VacantOptions& options,
                                      Workers& workers);

} // namespace tenglong::geo
