#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/geometry/workers.hpp"

#include <vector>

namespace tenglong::geo {

/// The box of each feature; empty for a feature without geometry.
[[nodiscard]] std::vector<Box> boxes(const Polygons& column, Workers& workers);

/// The area of each feature in the plane of the working CRS, in m²: shells less holes, the sum over
/// the parts. This is the area of the cadastre (docs: domain 7.6). \pre clean.
[[nodiscard]] std::vector<double> plane_areas(const Polygons& column, Workers& workers);

} // namespace tenglong::geo
