#include "geo/geometry/inscribed.hpp"

#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <queue>
#include <vector>

namespace tenglong::geo {

namespace {

/// Measures how far points lie inside a part.
class DepthGauge {
public:
    explicit DepthGauge(const PartView& part) : m_part{part}
    {
        for (const RingView ring : part.rings()) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const Point along = ring[i + 1] - ring[i];
                m_edges.push_back({ring[i], along, dot(along, along)});
            }
        }
    }

    /// Negative outside; nothing if it is surely less than `least`.
    [[nodiscard]] std::optional<double> depth(Point p, double least)
    {
        const double enough = least > 0.0 ? least * least : -1.0;
        // Near points have the same edge nearest to them: most are done after the first one.
        double nearest = squared_distance(p, m_edges[m_last]);
        for (std::size_t i = 0; i < m_edges.size() && nearest >= enough; ++i) {
            if (const double distance = squared_distance(p, m_edges[i]); distance < nearest) {
                nearest = distance;
                m_last = i;
            }
        }
        if (nearest < enough) {
            return std::nullopt;
        }
        const double distance = std::sqrt(nearest);
        return locate(p, m_part) == Side::outside ? -distance : distance;
    }

private:
    struct Edge {
        Point from;
        Point along;
        double squared_length;
    };

    [[nodiscard]] static double squared_distance(Point p, const Edge& edge)
    {
        const double share =
            edge.squared_length > 0.0
                ? std::clamp(dot(p - edge.from, edge.along) / edge.squared_length, 0.0, 1.0)
                : 0.0;
        const Point gap = edge.from + edge.along * share - p;
        return dot(gap, gap);
    }

    PartView m_part;
    std::vector<Edge> m_edges;
    std::size_t m_last = 0;
};

/// A square that may hold the centre.
struct Cell {
    Point centre;
    double half;  ///< of its side
    double depth; ///< of its centre
    double best;  ///< no point of it lies deeper
};

/// The cell, if it may hold a point deeper than `least`.
std::optional<Cell> cell_at(Point centre, double half, double least, DepthGauge& gauge)
{
    const double reach = half * std::numbers::sqrt2;
    const std::optional<double> here = gauge.depth(centre, least - reach);
    if (!here || *here + reach <= least) {
        return std::nullopt;
    }
    return Cell{centre, half, *here, *here + reach};
}

} // namespace

Circle inscribed_circle(const PartView& part, double tolerance)
{
    const Box box = box_of(part.shell());
    const auto less = [](const Cell& a, const Cell& b) { return a.best < b.best; };
    std::priority_queue<Cell, std::vector<Cell>, decltype(less)> cells{less};
    const Point inside = point_inside(part);
    DepthGauge gauge{part};
    Circle best{inside, *gauge.depth(inside, 0.0)};
    const auto push = [&](Point centre, double half) {
        if (const auto cell = cell_at(centre, half, best.radius + tolerance, gauge)) {
            cells.push(*cell);
        }
    };
    // Squares of the shorter side along the longer one; always the most promising one is quartered.
    const double side = std::max(std::min(box.width(), box.height()), tolerance);
    const double half = std::max(side, std::max(box.width(), box.height()) / 64.0) / 2.0;
    for (double x = box.min_x; x < box.max_x; x += 2.0 * half) {
        for (double y = box.min_y; y < box.max_y; y += 2.0 * half) {
            push({x + half, y + half}, half);
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
            push(cell.centre + step, quarter);
        }
    }
    return best;
}

} // namespace tenglong::geo
