#include "geo/measure/point_places.hpp"

#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 1024;

std::uint32_t feature_at(Point p, const Layer& layer, const BoxGrid& grid)
{
    std::uint32_t first = k_nowhere;
    if (std::isfinite(p.x) && std::isfinite(p.y)) {
        grid.each({p.x, p.y, p.x, p.y}, [&](std::uint32_t i) {
            if (i < first && locate(p, layer.shapes[i]) != Side::outside) {
                first = i;
            }
        });
    }
    return first;
}

} // namespace

std::vector<std::uint32_t> features_at(std::span<const Point> points, const Layer& layer,
                                       const BoxGrid& grid, Workers& workers)
{
    std::vector<std::uint32_t> features(points.size());
    workers.each(points.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            features[i] = feature_at(points[i], layer, grid);
        }
    });
    return features;
}

} // namespace tenglong::geo
