#pragma once

#include "geo/geometry/polygons.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tenglong::geo {

/// An edge as a piece of a function y(x): from left to right, with the side on which its polygon
/// lies. Vertical edges bound no area from above or below and have no slope.
struct Slope {
    double left;
    double right;  ///< > left
    double y_left; ///< y at `left`
    double rise;   ///< dy / dx
    double sign;   ///< +1: the polygon lies below the edge; -1: above

    [[nodiscard]] double at(double x) const noexcept { return y_left + rise * (x - left); }
};

/// Appends the slopes of rings, relative to `origin`. Coordinates of eight digits lose their last
/// ones in products, so an origin near the polygons is due; it must be the same for both sides of
/// a comparison.
void append_slopes(RingView ring, Point origin, std::vector<Slope>& slopes);
void append_slopes(const FeatureView& feature, Point origin, std::vector<Slope>& slopes);

/// The area that two valid polygons share, in m², without building the overlay: the sum over all
/// pairs of edges of the signed area below both of them. Exact but for rounding (about 1e-15 of
/// width times height of the larger box), whatever the polygons do: touch, share edges, lie in
/// each other. Time grows with the product of the numbers of edges while they are small.
///
/// Of polygons that overlap themselves each layer counts.
[[nodiscard]] double shared_area(std::span<const Slope> a, std::span<const Slope> b);

/// The part of one slope in shared_area(): signed area below it and below each of `others`.
[[nodiscard]] double shared_area(const Slope& edge, std::span<const Slope> others) noexcept;

/// The same for two features of any columns.
[[nodiscard]] double shared_area(const FeatureView& a, const FeatureView& b);

} // namespace tenglong::geo
