#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/polygons.hpp"

#include <cstdint>
#include <span>

namespace tenglong::geo {

/// Signed area in the plane, in m²: positive when the ring runs counter-clockwise. Coordinates are
/// taken relative to the first point, so an easting of 40,500,000 costs no digits.
[[nodiscard]] double signed_area(RingView ring) noexcept;

[[nodiscard]] double length(RingView ring) noexcept;

/// Where a point lies with respect to rings.
enum class Side : std::uint8_t { outside, boundary, inside };

/// By even-odd over all rings, so holes need no orientation. `boundary` only where the rounded
/// arithmetic says exactly so.
[[nodiscard]] Side locate(Point p, RingView ring) noexcept;
[[nodiscard]] Side locate(Point p, const FeatureView& feature) noexcept;
[[nodiscard]] Side locate(Point p, const PartView& part) noexcept;

/// A stretch of a border.
struct BorderEdge {
    Point from;
    Point to;
};

/// The same from the edges of rings, in any order; edges may be left out that lie wholly above,
/// below or left of the point.
[[nodiscard]] Side locate(Point p, std::span<const BorderEdge> edges) noexcept;

[[nodiscard]] Box box_of(std::span<const Point> points) noexcept;

/// Area of one feature in m²: shells less holes. \pre clean.
[[nodiscard]] double area(const FeatureView& feature) noexcept;
[[nodiscard]] double area(const PartView& part) noexcept;

/// A point in the interior of a part with an area: in the middle of the longest stretch inside
/// along a horizontal line. \pre clean.
[[nodiscard]] Point point_inside(const PartView& part);

} // namespace tenglong::geo
