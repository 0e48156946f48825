#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/geometry/workers.hpp"

#include <vector>

namespace tenglong::geo {

/// A column with what every measure asks for.
struct Layer {
    Polygons shapes; ///< clean
    std::vector<Box> boxes;
    std::vector<double> areas; ///< in the plane, m²
};

/// Measures a clean column.
[[nodiscard]] Layer measured(Polygons clean_shapes, Workers& workers);

} // namespace tenglong::geo
