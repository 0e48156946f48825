#pragma once

#include "geo/geometry/polygons.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace tenglong::geo {

/// What a geometry turned out to be.
enum class WkbContent : std::uint8_t {
    areal,        ///< polygons, all of them taken
    empty,        ///< nothing in it
    partly_areal, ///< a collection: its polygons are taken, its points and lines are not
    not_areal,    ///< points or lines only
    curved,       ///< has arcs: linearise it and come again
    broken,       ///< cut short, or lengths and types that make no sense
};

/// Appends one geometry in well-known binary to a column: OGC, ISO and EWKB (PostGIS) forms, with
/// or without Z and M (which are left out), in either byte order. Polygons, multipolygons,
/// triangles, TINs, polyhedral surfaces, and collections and multisurfaces of them are taken as
/// the parts of one feature; coordinates stay as they are, rings are neither closed nor turned.
///
/// Appends exactly one feature, without parts unless `areal` or `partly_areal`, so rows stay in
/// step; only `curved` appends none. No input makes it read past the end or allocate more than the
/// input's own size.
/// \throws Error if the column would pass 2^31 points.
WkbContent append_wkb(Polygons& column, std::span<const std::byte> wkb);

/// The same for a GeoPackage blob: a header, then WKB.
WkbContent append_geopackage(Polygons& column, std::span<const std::byte> blob);

/// Whether a geometry in well-known binary says that its points have heights.
[[nodiscard]] bool has_heights(std::span<const std::byte> wkb) noexcept;

} // namespace tenglong::geo
