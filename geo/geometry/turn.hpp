#pragma once

#include "geo/geometry/point.hpp"

#include <cmath>
#include <cstdint>

namespace tenglong::geo {

enum class Turn : std::int8_t { right = -1, unsure = 0, left = 1 };

/// On which side of the line from `a` to `b` a point lies, unless rounding could change the answer.
[[nodiscard]] inline Turn turn(Point a, Point b, Point p) noexcept
{
    // Differences are off by half a unit in the last place at most, products by another half.
    constexpr double k_rounding = 1e-15;
    const double one = (b.x - a.x) * (p.y - a.y);
    const double two = (b.y - a.y) * (p.x - a.x);
    const double bound = k_rounding * (std::abs(one) + std::abs(two));
    const double difference = one - two;
    if (difference > bound) {
        return Turn::left;
    }
    return difference < -bound ? Turn::right : Turn::unsure;
}

/// Two edges that follow each other: whether the second runs back over the first, or could.
[[nodiscard]] inline bool folds_back(Point a, Point corner, Point b) noexcept
{
    return turn(a, corner, b) == Turn::unsure && dot(a - corner, b - corner) >= 0.0;
}

} // namespace tenglong::geo
