#pragma once

#include "geo/geometry/point.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// A column of multi-lines in the GeoArrow layout (multilinestring, interleaved, 32-bit offsets):
/// feature -> lines -> points. A feature without geometry has no lines.
struct Lines {
    std::vector<Point> points;
    std::vector<std::int32_t> line_start{0}; ///< line l has points [line_start[l], line_start[l+1])
    std::vector<std::int32_t> feature_start{0}; ///< feature f has lines [feature_start[f], ...)

    [[nodiscard]] std::size_t size() const noexcept { return feature_start.size() - 1; }
    [[nodiscard]] std::size_t line_count() const noexcept { return line_start.size() - 1; }

    [[nodiscard]] std::span<const Point> line(std::size_t index) const noexcept
    {
        const auto begin = static_cast<std::size_t>(line_start[index]);
        return {points.data() + begin, static_cast<std::size_t>(line_start[index + 1]) - begin};
    }

    /// The points added since the last line make one; no points, no line.
    void close_line()
    {
        if (points.size() > static_cast<std::size_t>(line_start.back())) {
            line_start.push_back(static_cast<std::int32_t>(points.size()));
        }
    }
    void close_feature() { feature_start.push_back(static_cast<std::int32_t>(line_count())); }
};

} // namespace tenglong::geo
