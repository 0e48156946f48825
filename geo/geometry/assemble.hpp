#pragma once

#include "geo/geometry/curves.hpp"
#include "geo/geometry/polygons.hpp"

namespace tenglong::geo {

/// Appends curves to a column as one feature: those that run counter-clockwise are shells, those
/// that run clockwise are holes, each put behind the smallest shell about it. Curves may touch but
/// not cross; those below `least_m2` are left out.
/// \param origin is added to every point.
/// \return false, with nothing appended, if a hole has no shell.
[[nodiscard]] bool append_rings(const Curves& curves, Point origin, double least_m2,
                                Polygons& column);

} // namespace tenglong::geo
