#pragma once

#include "geo/geometry/polygons.hpp"

namespace tenglong::geo {

/// The diameter of the largest circle in a part, to the decimetre: how wide it is, for compensation
/// that must not be a strip. What counts and what is shown go by the same figure.
[[nodiscard]] double width_m(const PartView& part);

} // namespace tenglong::geo
