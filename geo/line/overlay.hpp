#pragma once

#include "geo/geometry/polygons.hpp"

namespace tenglong::geo {

// Overlays of clean features, each as a column of one feature, which has no parts if nothing is
// left. Parts below a square millimetre are rounding and left out. \throws Error if GEOS fails.

/// What both have.
[[nodiscard]] Polygons common_ground(const FeatureView& a, const FeatureView& b);

/// What `a` has and `b` has not.
[[nodiscard]] Polygons ground_without(const FeatureView& a, const FeatureView& b);

/// All ground of the features of a column.
[[nodiscard]] Polygons joined_ground(const Polygons& column);

} // namespace tenglong::geo
