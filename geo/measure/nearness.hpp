#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/polygons.hpp"

namespace tenglong::geo {

/// The square of the distance of a point from a segment.
[[nodiscard]] double squared_distance(Point p, Point a, Point b) noexcept;

/// The square of the distance between two segments; 0 where they cross or touch.
[[nodiscard]] double squared_distance(Point a, Point b, Point c, Point d) noexcept;

/// Whether two features come within `distance` of each other, borders and a distance of exactly
/// that included; also if one lies in the other. Each box is the feature's own.
[[nodiscard]] bool within(const FeatureView& one, const Box& one_box, const FeatureView& other,
                          const Box& other_box, double distance) noexcept;

} // namespace tenglong::geo
