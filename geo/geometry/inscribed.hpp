#pragma once

#include "geo/geometry/polygons.hpp"

namespace tenglong::geo {

struct Circle {
    Point centre;
    double radius = 0.0;
};

/// The largest circle inside a part, its radius right to `tolerance`: half the width of the ground
/// at its widest, and a good place for a label. \pre clean, tolerance > 0.
[[nodiscard]] Circle inscribed_circle(const PartView& part, double tolerance);

} // namespace tenglong::geo
