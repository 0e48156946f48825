#pragma once

#include "tools/gen/truth/enterprise_truth.hpp"
#include "tools/gen/truth/parcel_truth.hpp"
#include "tools/gen/write/value.hpp"

namespace tenglong::tools::gen {

/// A row of truth/parcels.csv. `group` is the number of its low group in the city, or 0.
[[nodiscard]] Row parcel_truth_row(const Layout& layout, const Parcel& parcel,
                                   const ParcelTruth& truth, int group);

/// A row of truth/enterprises.csv.
[[nodiscard]] Row enterprise_truth_row(const Batch& batch, const Enterprise& enterprise,
                                       const EnterpriseTruth& truth);

} // namespace tenglong::tools::gen
