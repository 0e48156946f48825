#pragma once

#include "tools/gen/truth/parcel_truth.hpp"

#include <cstddef>

namespace tenglong::tools::gen {

/// Finds for each reading the measure that is proposed for the batch's parcel `k`, and the land
/// that it frees: first what the law has for idle land, then the document's own ways in its order.
///
/// Whether a parcel belongs to a block is not asked: blocks are planted and scored by themselves.
/// \pre the flags are in `t`.
void judge_measures(const Batch& batch, std::size_t k, ParcelTruth& t);

} // namespace tenglong::tools::gen
