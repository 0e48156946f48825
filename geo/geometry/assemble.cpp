#include "geo/geometry/assemble.hpp"

#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace tenglong::geo {

namespace {

struct Ring {
    std::span<const Point> points;
    double area;
    std::size_t shell; ///< place of the shell that it belongs to; its own if it is one
};

/// Even-odd over the edges of a curve, points on it aside.
bool lies_in(Point p, std::span<const Point> curve) noexcept
{
    bool odd = false;
    Point a = curve.back();
    for (const Point b : curve) {
        if ((a.y > p.y) != (b.y > p.y) && (cross(b - a, p - a) > 0.0) == (b.y > a.y)) {
            odd = !odd;
        }
        a = b;
    }
    return odd;
}

bool surrounds(const Ring& shell, const Ring& hole) noexcept
{
    // Where they touch, a corner of the hole may lie on the shell; the middle of the majority
    // tells.
    std::size_t inside = 0;
    for (const Point p : hole.points) {
        inside += lies_in(p, shell.points) ? 1 : 0;
    }
    return 2 * inside > hole.points.size();
}

/// Gives each hole its shell. \return false if one finds none.
bool place_holes(std::vector<Ring>& rings)
{
    for (Ring& hole : rings) {
        if (hole.area > 0.0) {
            continue;
        }
        std::optional<std::size_t> best;
        for (std::size_t s = 0; s < rings.size(); ++s) {
            if (rings[s].area > -hole.area && (!best || rings[s].area < rings[*best].area) &&
                surrounds(rings[s], hole)) {
                best = s;
            }
        }
        if (!best) {
            return false;
        }
        hole.shell = *best;
    }
    return true;
}

void append_ring(std::span<const Point> curve, Point origin, Polygons& column)
{
    const std::span<Point> room = column.add_ring(curve.size() + 1);
    std::ranges::transform(curve, room.begin(), [origin](Point p) { return p + origin; });
    room.back() = room.front();
}

} // namespace

bool append_rings(const Curves& curves, Point origin, double least_m2, Polygons& column)
{
    std::vector<Ring> rings;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        if (const double area = signed_area_of(curves[i]); std::abs(area) >= least_m2) {
            rings.push_back({curves[i], area, rings.size()});
        }
    }
    if (!place_holes(rings)) {
        return false;
    }
    for (std::size_t s = 0; s < rings.size(); ++s) {
        if (rings[s].area < 0.0) {
            continue;
        }
        append_ring(rings[s].points, origin, column);
        for (const Ring& ring : rings) {
            if (ring.area < 0.0 && ring.shell == s) {
                append_ring(ring.points, origin, column);
            }
        }
        column.close_part();
    }
    column.close_feature();
    return true;
}

} // namespace tenglong::geo
