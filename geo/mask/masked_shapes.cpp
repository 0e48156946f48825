#include "geo/mask/masked_shapes.hpp"

#include "core/mask/hmac.hpp"
#include "core/mask/mask.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <numbers>
#include <optional>
#include <utility>
#include <vector>

namespace tenglong::geo {

namespace {

/// The lower left corner of the square of the grid that a point lies in.
[[nodiscard]] Point corner_of(Point point, double cell_m)
{
    return {std::floor(point.x / cell_m) * cell_m, std::floor(point.y / cell_m) * cell_m};
}

[[nodiscard]] Point middle_of(const FeatureView& feature)
{
    Point low = feature.points().front();
    Point high = low;
    for (const Point point : feature.points()) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    return {(low.x + high.x) / 2.0, (low.y + high.y) / 2.0};
}

/// The squares in which shapes are shown: of the least side at which at least `least` of them share
/// a square, so that no shape stands alone in one; a few doublings at most, for what lies far out.
class Squares {
public:
    Squares(const std::vector<std::optional<Point>>& middles, const MaskPolicy& policy)
    {
        constexpr int k_doublings = 6;
        for (int i = 0; i <= k_doublings; ++i) {
            m_sides.push_back(policy.cell_m * std::exp2(i));
            m_counts.emplace_back();
            for (const std::optional<Point>& middle : middles) {
                if (middle) {
                    ++m_counts.back()[cell_of(*middle, m_sides.back())];
                }
            }
        }
        m_least = policy.least_rows;
    }

    /// The lower left corner and the side.
    [[nodiscard]] std::pair<Point, double> about(Point middle) const
    {
        std::size_t i = 0;
        while (i + 1 < m_sides.size() && m_counts[i].at(cell_of(middle, m_sides[i])) < m_least) {
            ++i;
        }
        return {corner_of(middle, m_sides[i]), m_sides[i]};
    }

private:
    using Cell = std::pair<double, double>;

    [[nodiscard]] static Cell cell_of(Point point, double side)
    {
        return {std::floor(point.x / side), std::floor(point.y / side)};
    }

    std::vector<double> m_sides;
    std::vector<std::map<Cell, std::size_t>> m_counts;
    std::size_t m_least = 1;
};

[[nodiscard]] Polygons generalised(const Polygons& shapes, const MaskPolicy& policy)
{
    std::vector<std::optional<Point>> middles(shapes.size());
    for (std::size_t row = 0; row < shapes.size(); ++row) {
        if (!shapes[row].empty()) {
            middles[row] = middle_of(shapes[row]);
        }
    }
    const Squares squares{middles, policy};
    Polygons result;
    for (const std::optional<Point>& middle : middles) {
        if (middle) {
            const auto [low, side] = squares.about(*middle);
            const Point high{low.x + side, low.y + side};
            const std::array<Point, 5> square{low, {high.x, low.y}, high, {low.x, high.y}, low};
            result.add_ring(RingView{square});
            result.close_part();
        }
        result.close_feature();
    }
    return result;
}

[[nodiscard]] std::shared_ptr<const Polygons> masked_polygons(const Polygons& shapes,
                                                              const MaskPolicy& policy, Point shift)
{
    if (policy.shapes == MaskShapes::generalise) {
        return std::make_shared<const Polygons>(generalised(shapes, policy));
    }
    auto moved = std::make_shared<Polygons>(shapes);
    if (policy.shapes == MaskShapes::shift) {
        for (Point& point : moved->points) {
            point = {point.x + shift.x, point.y + shift.y};
        }
    }
    return moved;
}

[[nodiscard]] std::shared_ptr<const RowPoints> masked_points(const RowPoints& points,
                                                             const MaskPolicy& policy, Point shift)
{
    auto masked = std::make_shared<RowPoints>(points);
    const Squares squares{points, policy};
    for (std::optional<Point>& point : *masked) {
        if (!point || policy.shapes == MaskShapes::keep) {
            continue;
        }
        if (policy.shapes == MaskShapes::generalise) {
            const auto [low, side] = squares.about(*point);
            point = Point{low.x + side / 2.0, low.y + side / 2.0};
        } else {
            point = Point{point->x + shift.x, point->y + shift.y};
        }
    }
    return masked;
}

[[nodiscard]] Polygons in_order(const Polygons& shapes, const std::vector<std::uint32_t>& order)
{
    Polygons result;
    for (const std::uint32_t row : order) {
        result.append(shapes[row]);
    }
    return result;
}

[[nodiscard]] RowPoints in_order(const RowPoints& points, const std::vector<std::uint32_t>& order)
{
    RowPoints result;
    result.reserve(points.size());
    for (const std::uint32_t row : order) {
        result.push_back(points[row]);
    }
    return result;
}

/// A number from 0 to 1 that the key decides.
[[nodiscard]] double fraction(const Digest& digest, std::size_t first)
{
    double value = 0.0;
    for (std::size_t i = 0; i < 6; ++i) {
        value = (value + digest[first + i]) / 256.0;
    }
    return value;
}

} // namespace

Point secret_shift(std::string_view key, double most_m)
{
    const Digest digest = hmac_sha256(key, "tenglong shift of shapes");
    const double distance = most_m * (0.5 + 0.5 * fraction(digest, 0));
    const double angle = 2.0 * std::numbers::pi * fraction(digest, 8);
    return {distance * std::cos(angle), distance * std::sin(angle)};
}

SpatialTable masked(const SpatialTable& table, const MaskPolicy& policy, std::string_view key)
{
    if (table.source) {
        return masked(gathered(table), policy, key);
    }
    SpatialTable result{tenglong::masked(table.table, policy, key)};
    if (policy.shapes == MaskShapes::drop) {
        return result;
    }
    const Point shift = secret_shift(key, policy.shift_m);
    const std::vector<std::uint32_t> order = masked_order(table.table, policy, key);
    if (const Polygons* polygons = table.polygons()) {
        result.shapes = masked_polygons(in_order(*polygons, order), policy, shift);
    } else if (const RowPoints* points = table.points()) {
        result.shapes = masked_points(in_order(*points, order), policy, shift);
    }
    return result;
}

} // namespace tenglong::geo
