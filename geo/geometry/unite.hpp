#pragma once

#include "geo/geometry/polygons.hpp"

#include <cstdint>
#include <span>

namespace tenglong::geo {

/// The union of some features of a clean column, as a column of one feature.
///
/// Borders that cross are followed directly; GEOS is asked where they touch or run along each
/// other. \throws Error if GEOS fails.
[[nodiscard]] Polygons united(const Polygons& shapes, std::span<const std::uint32_t> members);

/// The same by GEOS alone.
[[nodiscard]] Polygons united_by_geos(const Polygons& shapes,
                                      std::span<const std::uint32_t> members);

} // namespace tenglong::geo
