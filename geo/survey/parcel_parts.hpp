#pragma once

#include "core/base/issue.hpp"
#include "core/facts/fact_table.hpp"
#include "geo/survey/parcels.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// Settles what the rows of a parcel with several of them say
/// (docs/decisions/0030-rows-of-one-parcel.md).
///
/// The registered area is the sum where each part states its own, one figure where all rows repeat
/// it, else missing and an issue. Other cells that contradict the leading row are an issue for each
/// such row.
///
/// \param sources of the inputs in `parcels`
/// \param tolerance the share by which a figure may differ from the part that it is for
/// \pre what the rows state was written, that of larger parts first
void settle_rows(FactTable& parcels, const ParcelBase& base, std::span<const VectorLayer> layers,
                 std::span<const SourceId> sources, double tolerance, std::vector<Issue>& issues);

} // namespace tenglong::geo
