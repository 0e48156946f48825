#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// A column of multipolygons in the GeoArrow layout (multipolygon, interleaved, 32-bit offsets):
/// feature -> polygons -> rings -> points. Rings are closed (the first point stands again at the
/// end); in a clean column shells run counter-clockwise and holes clockwise. A feature without
/// geometry has no polygons. Coordinates are in the working CRS, easting first.
struct Polygons {
    std::vector<double> xy;                  ///< x0 y0 x1 y1 ...
    std::vector<std::int32_t> ring_start{0}; ///< ring r has points [ring_start[r], ring_start[r+1])
    std::vector<std::int32_t> part_start{
        0}; ///< polygon p has rings [part_start[p], part_start[p+1])
    std::vector<std::int32_t> feature_start{0}; ///< feature f has polygons [feature_start[f], ...)

    [[nodiscard]] std::size_t size() const noexcept { return feature_start.size() - 1; }

    /// The points of one ring, interleaved, the closing point included.
    [[nodiscard]] std::span<const double> ring(std::int32_t index) const noexcept
    {
        const auto begin = static_cast<std::size_t>(ring_start[static_cast<std::size_t>(index)]);
        const auto end = static_cast<std::size_t>(ring_start[static_cast<std::size_t>(index) + 1]);
        return std::span{xy}.subspan(2 * begin, 2 * (end - begin));
    }
};

} // namespace tenglong::geo
