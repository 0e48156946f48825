#pragma once

#include "tools/gen/truth/parcel_truth.hpp"

#include <cstddef>

namespace tenglong::tools::gen {

/// Tax of a mu, in 10,000 yuan, up to which land is low in output (Zhuji 2021 and, for want of
/// another, the national reading).
inline constexpr double k_tax_line = 5.0;

/// Whether the date is known and has come.
[[nodiscard]] inline bool by(const std::optional<Date>& date, Date as_of)
{
    return date && *date <= as_of;
}

/// Finds the nine flags of the batch's parcel `k`, and for each reading the one that leads.
/// \pre sums, ratios and the state of the works are in `t`.
void judge_flags(const Batch& batch, std::size_t k, Date as_of, ParcelTruth& t);

} // namespace tenglong::tools::gen
