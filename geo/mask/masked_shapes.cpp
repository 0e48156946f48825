#include "geo/mask/masked_shapes.hpp"

#include "core/mask/hmac.hpp"
#include "core/mask/mask.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>

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

[[nodiscard]] Polygons generalised(const Polygons& shapes, double cell_m)
{
    Polygons result;
    for (std::size_t row = 0; row < shapes.size(); ++row) {
        if (const FeatureView feature = shapes[row]; !feature.empty()) {
            const Point low = corner_of(middle_of(feature), cell_m);
            const Point high{low.x + cell_m, low.y + cell_m};
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
        return std::make_shared<const Polygons>(generalised(shapes, policy.cell_m));
    }
    auto moved = std::make_shared<Polygons>(shapes);
    for (Point& point : moved->points) {
        point = {point.x + shift.x, point.y + shift.y};
    }
    return moved;
}

[[nodiscard]] std::shared_ptr<const RowPoints> masked_points(const RowPoints& points,
                                                             const MaskPolicy& policy, Point shift)
{
    auto masked = std::make_shared<RowPoints>(points);
    for (std::optional<Point>& point : *masked) {
        if (!point) {
            continue;
        }
        if (policy.shapes == MaskShapes::generalise) {
            const Point low = corner_of(*point, policy.cell_m);
            point = Point{low.x + policy.cell_m / 2.0, low.y + policy.cell_m / 2.0};
        } else {
            point = Point{point->x + shift.x, point->y + shift.y};
        }
    }
    return masked;
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
    SpatialTable result{tenglong::masked(table.table, policy, key)};
    if (policy.shapes == MaskShapes::drop) {
        return result;
    }
    result.shapes = table.shapes;
    if (policy.shapes == MaskShapes::keep) {
        return result;
    }
    const Point shift = secret_shift(key, policy.shift_m);
    if (const Polygons* polygons = table.polygons()) {
        result.shapes = masked_polygons(*polygons, policy, shift);
    } else if (const RowPoints* points = table.points()) {
        result.shapes = masked_points(*points, policy, shift);
    }
    return result;
}

} // namespace tenglong::geo
