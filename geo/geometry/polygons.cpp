#include "geo/geometry/polygons.hpp"

#include "core/base/error.hpp"
#include "geo/geometry/drain.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace tenglong::geo {

namespace {

std::int32_t checked(std::size_t count)
{
    if (count > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
        throw Error{msg("a layer has more than 2147483647 points; split it, e.g. by town")};
    }
    return static_cast<std::int32_t>(count);
}

/// Continues `target` with the stretches [begin, end) of `source`.
void append_offsets(std::vector<std::int32_t>& target, const std::vector<std::int32_t>& source,
                    std::size_t begin, std::size_t end)
{
    const std::int32_t shift = target.back() - source[begin];
    for (std::size_t i = begin + 1; i <= end; ++i) {
        target.push_back(source[i] + shift);
    }
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
    append(feature.column(), feature.index(), feature.index() + 1);
}

void Polygons::append(const Polygons& other, std::size_t begin, std::size_t end)
{
    const auto first_part = static_cast<std::size_t>(other.feature_start[begin]);
    const auto end_part = static_cast<std::size_t>(other.feature_start[end]);
    const auto first_ring = static_cast<std::size_t>(other.part_start[first_part]);
    const auto end_ring = static_cast<std::size_t>(other.part_start[end_part]);
    const std::int32_t first_point = other.ring_start[first_ring];
    const std::int32_t end_point = other.ring_start[end_ring];
    checked(points.size() + static_cast<std::size_t>(end_point - first_point));

    append_offsets(feature_start, other.feature_start, begin, end);
    append_offsets(part_start, other.part_start, first_part, end_part);
    append_offsets(ring_start, other.ring_start, first_ring, end_ring);
    points.insert(points.end(), other.points.begin() + first_point,
                  other.points.begin() + end_point);
}

void Polygons::replace(std::span<const std::uint32_t> features, const Polygons& shapes)
{
    if (features.empty()) {
        return;
    }
    Polygons result;
    result.reserve(size(), points.size() + shapes.points.size());
    Drain drain{*this};
    std::size_t done = 0;
    const auto keep_until = [&](std::size_t feature) {
        constexpr std::size_t k_at_once = 1024;
        while (done < feature) {
            const std::size_t end = std::min(feature, done + k_at_once);
            result.append(*this, done, end);
            drain.done(done, end);
            done = end;
        }
    };
    for (std::size_t i = 0; i < features.size(); ++i) {
        keep_until(features[i]);
        result.append(shapes, i, i + 1);
        drain.done(done, done + 1);
        ++done;
    }
    keep_until(size());
    *this = std::move(result);
}

void Polygons::drop_unfinished()
{
    part_start.resize(static_cast<std::size_t>(feature_start.back()) + 1);
    ring_start.resize(static_cast<std::size_t>(part_start.back()) + 1);
    points.resize(static_cast<std::size_t>(ring_start.back()));
}

void Polygons::clear()
{
    points.clear();
    ring_start.resize(1);
    part_start.resize(1);
    feature_start.resize(1);
}

void Polygons::reserve(std::size_t features, std::size_t point_count)
{
    points.reserve(point_count);
    ring_start.reserve(features + features / 16 + 1);
    part_start.reserve(features + features / 16 + 1);
    feature_start.reserve(features + 1);
}

} // namespace tenglong::geo
