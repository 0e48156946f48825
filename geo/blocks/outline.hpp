#pragma once

#include "geo/geometry/polygons.hpp"

#include <cstdint>
#include <span>

namespace tenglong::geo {

/// Appends the union of some features of a clean column as one feature.
///
/// Neighbours that share their border point for point, as cadastral parcels do, are joined by
/// cancelling the edges that occur in both directions; GEOS unites the others.
void append_union(const Polygons& shapes, std::span<const std::uint32_t> members, Polygons& output);

} // namespace tenglong::geo
