#include "geo/geometry/polygons.hpp"

#include "core/base/error.hpp"

#include <algorithm>
#include <limits>

namespace tenglong::geo {

namespace {

std::int32_t checked(std::size_t count)
{
    if (count > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
        throw Error{msg("a layer has more than 2147483647 points; split it, e.g. by town")};
    }
    return static_cast<std::int32_t>(count);
}

} // namespace

void Polygons::add_ring(RingView points_of_ring)
{
    std::ranges::copy(points_of_ring, add_ring(points_of_ring.size()).data());
}

std::span<Point> Polygons::add_ring(std::size_t count)
{
    const std::size_t begin = points.size();
    const std::int32_t end = checked(begin + count);
    points.resize(begin + count);
    ring_start.push_back(end);
    return std::span{points}.subspan(begin);
}

void Polygons::close_part()
{
    part_start.push_back(checked(ring_count()));
}

void Polygons::close_feature()
{
    feature_start.push_back(checked(part_count()));
}

void Polygons::append(const FeatureView& feature)
{
    for (const PartView part : feature.parts()) {
        for (const RingView ring : part.rings()) {
            add_ring(ring);
        }
        close_part();
    }
    close_feature();
}

void Polygons::drop_unfinished()
{
    part_start.resize(static_cast<std::size_t>(feature_start.back()) + 1);
    ring_start.resize(static_cast<std::size_t>(part_start.back()) + 1);
    points.resize(static_cast<std::size_t>(ring_start.back()));
}

void Polygons::reserve(std::size_t features, std::size_t point_count)
{
    points.reserve(point_count);
    ring_start.reserve(features + features / 16 + 1);
    part_start.reserve(features + features / 16 + 1);
    feature_start.reserve(features + 1);
}

} // namespace tenglong::geo
