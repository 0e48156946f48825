#pragma once

#include "geo/check/topology.hpp"

namespace tenglong::geo {

/// Gaps between the parcels, ordered by parcel.
///
/// Parcels that come within the width of each other are united; what a circle of that width cannot
/// enter from outside is closed up. Of that, pieces with parcels all about them are gaps, and so
/// are pieces that open on one side, if they are long and thin: at least twenty times as long as
/// wide. Corners that closing merely rounds off are neither.
[[nodiscard]] std::vector<TopologyFault> find_gaps(const Layer& parcels, const BoxGrid& grid,
                                                   const TopologyOptions& options,
                                                   Workers& workers);

} // namespace tenglong::geo
