#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace tenglong::geo {

namespace {

/// Whether a ray from `p` towards +x crosses an edge; `on_boundary` is set when `p` lies on it.
bool ray_crosses(Point p, Point a, Point b, bool& on_boundary) noexcept
{
    if ((a.y > p.y) != (b.y > p.y)) {
        const double turn = cross(b - a, p - a);
        on_boundary |= turn == 0.0;
        return (turn > 0.0) == (b.y > a.y);
    }
    if (a.y == p.y && b.y == p.y) {
        on_boundary |= std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x);
    } else {
        on_boundary |= a == p || b == p;
    }
    return false;
}

/// Counts the edges of a ring that a ray from `p` towards +x crosses.
/// \return true if the number is odd; `on_boundary` is set when `p` lies on an edge.
bool ray_is_odd(Point p, RingView ring, bool& on_boundary) noexcept
{
    bool odd = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        odd = odd != ray_crosses(p, ring[i], ring[i + 1], on_boundary);
    }
    return odd;
}

Side side_of(bool odd, bool on_boundary) noexcept
{
    if (on_boundary) {
        return Side::boundary;
    }
    return odd ? Side::inside : Side::outside;
}

template <class Rings>
Side locate_in(Point p, const Rings& rings) noexcept
{
    bool odd = false;
    bool on_boundary = false;
    for (const RingView ring : rings) {
        odd ^= ray_is_odd(p, ring, on_boundary);
    }
    return side_of(odd, on_boundary);
}

/// Where the horizontal line at `y` crosses the rings, in order; an even number of places.
std::vector<double> crossings_at(double y, const PartView& part)
{
    std::vector<double> places;
    for (const RingView ring : part.rings()) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point a = ring[i];
            const Point b = ring[i + 1];
            if ((a.y > y) != (b.y > y)) {
                places.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    std::ranges::sort(places);
    return places;
}

} // namespace

double signed_area(RingView ring) noexcept
{
    double twice = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        twice += cross(ring[i] - ring[0], ring[i + 1] - ring[0]);
    }
    return twice / 2.0;
}

double length(RingView ring) noexcept
{
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        sum += std::hypot(ring[i + 1].x - ring[i].x, ring[i + 1].y - ring[i].y);
    }
    return sum;
}

Side locate(Point p, RingView ring) noexcept
{
    return locate_in(p, std::span{&ring, 1});
}

Side locate(Point p, const FeatureView& feature) noexcept
{
    return locate_in(p, feature.rings());
}

Side locate(Point p, const PartView& part) noexcept
{
    return locate_in(p, part.rings());
}

Side locate(Point p, std::span<const BorderEdge> edges) noexcept
{
    bool odd = false;
    bool on_boundary = false;
    for (const BorderEdge& edge : edges) {
        odd = odd != ray_crosses(p, edge.from, edge.to, on_boundary);
    }
    return side_of(odd, on_boundary);
}

Box box_of(std::span<const Point> points) noexcept
{
    Box box;
    for (const Point p : points) {
        box.extend(p);
    }
    return box;
}

double area(const PartView& part) noexcept
{
    double sum = 0.0;
    for (const RingView ring : part.rings()) {
        sum += signed_area(ring);
    }
    return sum;
}

double area(const FeatureView& feature) noexcept
{
    double sum = 0.0;
    for (const RingView ring : feature.rings()) {
        sum += signed_area(ring);
    }
    return sum;
}

Point point_inside(const PartView& part)
{
    const Box box = box_of(part.shell());
    Point best = box.centre();
    double widest = -1.0;
    // Several heights, because a line through the middle may only graze a corner.
    for (const double share : {0.5, 0.37, 0.63, 0.21, 0.79}) {
        const double y = box.min_y + share * box.height();
        const std::vector<double> places = crossings_at(y, part);
        for (std::size_t i = 0; i + 1 < places.size(); i += 2) {
            const double width = places[i + 1] - places[i];
            if (width > widest) {
                widest = width;
                best = {places[i] + width / 2.0, y};
            }
        }
    }
    return best;
}

} // namespace tenglong::geo
