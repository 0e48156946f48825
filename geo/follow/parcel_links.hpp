#pragma once

#include "core/follow/follow.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/write/spatial_table.hpp"

#include <vector>

namespace tenglong::geo {

struct LinkOptions {
    /// Parcels are of one ground if they share this part of the smaller one.
    double least_share = 0.5;
};

/// Which later parcels stand on which earlier ones: first by parcel code, where each side has it
/// once, then, for what is left on either side, by ground. So the halves of a split parcel are both
/// linked to it, also the half that kept its code. What an earlier parcel hands on is divided by
/// the ground shared. In order of the later rows, then the earlier.
/// \pre both are layers of valid polygons in one metric coordinate system.
[[nodiscard]] std::vector<ParcelLink> link_parcels(const SpatialTable& before,
                                                   const SpatialTable& after,
                                                   const LinkOptions& options, Workers& workers);

} // namespace tenglong::geo
