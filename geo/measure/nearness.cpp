#include "geo/measure/nearness.hpp"

#include "geo/geometry/ring.hpp"

#include <algorithm>

namespace tenglong::geo {

namespace {

bool crosses(Point a, Point b, Point c, Point d) noexcept
{
    return (cross(b - a, c - a) > 0.0) != (cross(b - a, d - a) > 0.0) &&
           (cross(d - c, a - c) > 0.0) != (cross(d - c, b - c) > 0.0);
}

Box box_of(Point a, Point b) noexcept
{
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

/// Whether an edge comes within a distance of some edge of a feature. \param reach its box, grown.
bool edge_within(Point a, Point b, const Box& reach, const FeatureView& feature,
                 double distance) noexcept
{
    for (const RingView ring : feature.rings()) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            if (reach.meets(box_of(ring[i], ring[i + 1])) &&
                squared_distance(a, b, ring[i], ring[i + 1]) <= distance * distance) {
                return true;
            }
        }
    }
    return false;
}

bool some_part_starts_in(const FeatureView& guest, const FeatureView& house) noexcept
{
    return std::ranges::any_of(guest.parts(), [&](const PartView& part) {
        return locate(part.shell().front(), house) != Side::outside;
    });
}

} // namespace

double squared_distance(Point p, Point a, Point b) noexcept
{
    const Point along = b - a;
    const double length = dot(along, along);
    const double share = length > 0.0 ? std::clamp(dot(p - a, along) / length, 0.0, 1.0) : 0.0;
    const Point gap = a + along * share - p;
    return dot(gap, gap);
}

double squared_distance(Point a, Point b, Point c, Point d) noexcept
{
    if (crosses(a, b, c, d)) {
        return 0.0;
    }
    return std::min({squared_distance(a, c, d), squared_distance(b, c, d),
                     squared_distance(c, a, b), squared_distance(d, a, b)});
}

bool within(const FeatureView& one, const Box& one_box, const FeatureView& other,
            const Box& other_box, double distance) noexcept
{
    if (!one_box.grown(distance).meets(other_box)) {
        return false;
    }
    for (const RingView ring : one.rings()) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Box reach = box_of(ring[i], ring[i + 1]).grown(distance);
            if (reach.meets(other_box) &&
                edge_within(ring[i], ring[i + 1], reach, other, distance)) {
                return true;
            }
        }
    }
    // No borders come near, so each part lies wholly inside or wholly outside.
    return some_part_starts_in(one, other) || some_part_starts_in(other, one);
}

} // namespace tenglong::geo
