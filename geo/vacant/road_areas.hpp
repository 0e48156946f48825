#pragma once

#include "geo/geometry/lines.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/geometry/workers.hpp"

#include <span>

namespace tenglong::geo {

/// The ground of roads that are known by their centre lines: half the width to either side, ends
/// cut straight. A clean column with a feature for each road; of no parts where a road has no line.
/// \param width_m by road; where it is missing (NaN) or none at all, `usual_width_m` counts
[[nodiscard]] Polygons road_areas(const Lines& centres, std::span<const double> width_m,
                                  double usual_width_m, Workers& workers);

} // namespace tenglong::geo
