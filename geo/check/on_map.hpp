#pragma once

#include "geo/geometry/point.hpp"

#include <cmath>

namespace tenglong::geo {

/// Whether a coordinate can be one: a number, and below a thousand million metres or degrees, which
/// are on no map. Products of larger ones lose the shape.
[[nodiscard]] inline bool is_on_a_map(Point p) noexcept
{
    constexpr double k_beyond = 1e9;
    return std::abs(p.x) < k_beyond && std::abs(p.y) < k_beyond;
}

} // namespace tenglong::geo
