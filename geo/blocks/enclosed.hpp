#pragma once

#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// For each outline the parcels that were not chosen and lie within it: within its shells, holes
/// filled, after openings up to `gap_m` wide were closed. A hundredth of a parcel may stand out.
/// \param chosen ascending.
[[nodiscard]] std::vector<std::vector<std::uint32_t>>
enclosed_parcels(const Layer& parcels, std::span<const std::uint32_t> chosen,
                 const Polygons& outlines, double gap_m, Workers& workers);

} // namespace tenglong::geo
