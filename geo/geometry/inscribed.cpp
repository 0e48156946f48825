#include "geo/geometry/inscribed.hpp"

#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace tenglong::geo {

namespace {

/// How far a point lies inside: negative outside.
double depth(Point p, const PartView& part)
{
    double least = std::numeric_limits<double>::infinity();
    for (const RingView ring : part.rings()) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point along = ring[i + 1] - ring[i];
            const double length = dot(along, along);
            const double share =
                length > 0.0 ? std::clamp(dot(p - ring[i], along) / length, 0.0, 1.0) : 0.0;
            const Point gap = ring[i] + along * share - p;
            least = std::min(least, dot(gap, gap));
        }
    }
    const double distance = std::sqrt(least);
    return locate(p, part) == Side::outside ? -distance : distance;
}

/// A square that may hold the centre.
struct Cell {
    Point centre;
    double half;  ///< of its side
    double depth; ///< of its centre
    double best;  ///< no point of it lies deeper
};

Cell cell_at(Point centre, double half, const PartView& part)
{
    const double here = depth(centre, part);
    return {centre, half, here, here + half * std::numbers::sqrt2};
}

} // namespace

Circle inscribed_circle(const PartView& part, double tolerance)
{
    const Box box = box_of(part.shell());
    const auto less = [](const Cell& a, const Cell& b) { return a.best < b.best; };
    std::priority_queue<Cell, std::vector<Cell>, decltype(less)> cells{less};
    const Point inside = point_inside(part);
    Circle best{inside, depth(inside, part)};
    // Squares of the shorter side along the longer one; always the most promising one is quartered.
    const double side = std::max(std::min(box.width(), box.height()), tolerance);
    const double half = std::max(side, std::max(box.width(), box.height()) / 64.0) / 2.0;
    for (double x = box.min_x; x < box.max_x; x += 2.0 * half) {
        for (double y = box.min_y; y < box.max_y; y += 2.0 * half) {
            cells.push(cell_at({x + half, y + half}, half, part));
        }
    }
    while (!cells.empty() && cells.top().best > best.radius + tolerance) {
        const Cell cell = cells.top();
        cells.pop();
        if (cell.depth > best.radius) {
            best = {cell.centre, cell.depth};
        }
        const double quarter = cell.half / 2.0;
        for (const Point step : {Point{-quarter, -quarter}, Point{quarter, -quarter},
                                 Point{-quarter, quarter}, Point{quarter, quarter}}) {
            if (const Cell next = cell_at(cell.centre + step, quarter, part);
                next.best > best.radius + tolerance) {
                cells.push(next);
            }
        }
    }
    return best;
}

} // namespace tenglong::geo
