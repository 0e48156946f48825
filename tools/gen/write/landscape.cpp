#include "tools/gen/write/landscape.hpp"

#include "tools/gen/base/random.hpp"
#include "tools/gen/city/ground.hpp"
#include "tools/gen/layout/outline.hpp"
#include "tools/gen/names/names.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong::tools::gen {

namespace {

/// Cuts every corner off, twice (Chaikin).
[[nodiscard]] Ring smoothed(Ring ring)
{
    for (int pass = 0; pass < 2; ++pass) {
        Ring next;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point& a = ring[i];
            const Point& b = ring[(i + 1) % ring.size()];
            next.push_back({(3 * a.x + b.x) / 4, (3 * a.y + b.y) / 4});
            next.push_back({(a.x + 3 * b.x) / 4, (a.y + 3 * b.y) / 4});
        }
        ring = std::move(next);
    }
    return ring;
}

/// A curve through the points (Catmull-Rom), five steps from each to the next.
[[nodiscard]] std::vector<Point> curve(const std::vector<Point>& points)
{
    constexpr int k_steps = 5;
    std::vector<Point> line;
    const auto at = [&points](std::ptrdiff_t i) {
        const auto last = static_cast<std::ptrdiff_t>(points.size()) - 1;
        return points[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, last))];
    };
    for (std::ptrdiff_t i = 0; i + 1 < static_cast<std::ptrdiff_t>(points.size()); ++i) {
        for (int step = 0; step < k_steps; ++step) {
            const double t = static_cast<double>(step) / k_steps;
            const auto blend = [t](std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
                const auto p0 = static_cast<double>(a - b);
                const auto p2 = static_cast<double>(c - b);
                const auto p3 = static_cast<double>(d - b);
                return b + std::llround(
                               0.5 * t *
                               ((p2 - p0) + t * ((2 * p0 + 4 * p2 - p3) + t * (p3 - p0 - 3 * p2))));
            };
            const Point a = at(i - 1);
            const Point b = at(i);
            const Point c = at(i + 1);
            const Point d = at(i + 2);
            line.push_back({blend(a.x, b.x, c.x, d.x), blend(a.y, b.y, c.y, d.y)});
        }
    }
    line.push_back(points.back());
    return line;
}

/// The line moved to its left.
[[nodiscard]] std::vector<Point> beside(const std::vector<Point>& line, double left_mm)
{
    std::vector<Point> moved;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const Point& a = line[i == 0 ? 0 : i - 1];
        const Point& b = line[i + 1 == line.size() ? i : i + 1];
        const auto dx = static_cast<double>(b.x - a.x);
        const auto dy = static_cast<double>(b.y - a.y);
        const double length = std::sqrt(dx * dx + dy * dy);
        moved.push_back({line[i].x - std::llround(dy / length * left_mm),
                         line[i].y + std::llround(dx / length * left_mm)});
    }
    return moved;
}

/// Stretches of one street line; `road_at(k)` is the class from crossing k to k + 1.
template <class RoadAt, class NodeAt>
void add_stretches(std::vector<RoadStretch>& all, std::uint64_t seed, const char* stream, int line,
                   int count, int tile_length, const RoadAt& road_at, const NodeAt& node_at)
{
    int k = 0;
    while (k < count) {
        const Road road = road_at(k);
        const int begin = k;
        while (k < count && road_at(k) == road &&
               (k == begin || road == Road::arterial || k % tile_length != 0)) {
            ++k;
        }
        if (road == Road::none) {
            continue;
        }
        RoadStretch stretch;
        Random random{seed, stream, line, road == Road::arterial ? 0 : begin / tile_length};
        stretch.name = street_name(random, road == Road::arterial);
        stretch.road = road;
        stretch.width_m = static_cast<double>(2 * (half_width_m(road) + k_verge_m));
        for (int node = begin; node <= k; ++node) {
            stretch.line.push_back(node_at(node));
        }
        all.push_back(std::move(stretch));
    }
}

} // namespace

std::vector<Shape> fields_of(const Layout& layout, int column, int row, std::uint64_t seed)
{
    Random random{seed, "fields", column, row};
    const Ground ground{layout, column, row};
    const Rect land = ground.rect().inset(3 * k_metre);
    constexpr std::int64_t k_path = 4 * k_metre;
    std::vector<Shape> fields;
    const std::int64_t count = random.between(2, 4);
    const bool across = random.chance(0.5);
    const std::int64_t side = across ? land.width() : land.height();
    std::int64_t from = 0;
    for (std::int64_t k = 0; k < count; ++k) {
        const std::int64_t to = side * (k + 1) / count - k_path;
        const Rect r = across ? Rect{land.x0 + from, land.y0, land.x0 + to, land.y1}
                              : Rect{land.x0, land.y0 + from, land.x1, land.y0 + to};
        Ring ring = ring_of(r);
        // Field edges are never quite straight.
        const auto bow = [&random] { return random.between(-5, 5) * k_metre / 2; };
        const std::int64_t x = (r.x0 + r.x1) / 2;
        const std::int64_t y = (r.y0 + r.y1) / 2;
        const Ring bent{
            ring[0], {x, r.y0 + (across ? bow() : 0)}, ring[1], {r.x1 + (across ? 0 : bow()), y},
            ring[2], {x, r.y1 + (across ? bow() : 0)}, ring[3], {r.x0 + (across ? 0 : bow()), y}};
        if (random.chance(0.9)) {
            fields.push_back({Polygon{ground.map(bent), {}}});
        }
        from = to + k_path;
    }
    return fields;
}

std::vector<Shape> hills_of(const Layout& layout)
{
    const auto groups = Outlines::of(layout, [&layout](int half, int row) {
        return layout.at(half / 2, row).use == Use::hill ? 0 : -1;
    });
    std::vector<Shape> hills;
    for (const auto& [group, shape] : groups) {
        for (const Polygon& polygon : shape) {
            Polygon hill{smoothed(polygon.shell), {}};
            for (const Ring& hole : polygon.holes) {
                hill.holes.push_back(smoothed(hole));
            }
            hills.push_back({std::move(hill)});
        }
    }
    return hills;
}

std::vector<Shape> rivers_of(const Layout& layout)
{
    constexpr double k_half_mm = 41'000.0;
    std::vector<Shape> rivers;
    for (int column = 0; column < layout.columns(); ++column) {
        if (!layout.tiles().is_river(column)) {
            continue;
        }
        std::vector<Point> middle_line;
        for (int row = 0; row <= layout.rows(); ++row) {
            const Point west = layout.node(column, row);
            const Point east = layout.node(column + 1, row);
            middle_line.push_back({(west.x + east.x) / 2, (west.y + east.y) / 2});
        }
        const auto line = curve(middle_line);
        Ring shell = beside(line, -k_half_mm);
        const auto left = beside(line, k_half_mm);
        shell.insert(shell.end(), left.rbegin(), left.rend());
        rivers.push_back({Polygon{std::move(shell), {}}});
    }
    return rivers;
}

std::vector<RoadStretch> roads_of(const Layout& layout, std::uint64_t seed)
{
    std::vector<RoadStretch> all;
    for (int i = 0; i <= layout.columns(); ++i) {
        add_stretches(
            all, seed, "road north", i, layout.rows(), layout.tiles().height,
            [&](int j) { return layout.vertical(i, j); }, [&](int j) { return layout.node(i, j); });
    }
    for (int j = 0; j <= layout.rows(); ++j) {
        add_stretches(
            all, seed, "road east", j, layout.columns(), layout.tiles().width,
            [&](int i) { return layout.horizontal(i, j); },
            [&](int i) { return layout.node(i, j); });
    }
    return all;
}

} // namespace tenglong::tools::gen
