#pragma once

#include "core/tables/result_table.hpp"

namespace tenglong {

// Tables of a result that tell how it came about; see standard_tables().

/// Everything known of each parcel, enterprise and park.
[[nodiscard]] ResultTable facts_table();
/// Where it came from, by the numbers in `facts`.
[[nodiscard]] ResultTable origins_table();
/// The text of the policy that they were judged by.
[[nodiscard]] ResultTable policy_table();

} // namespace tenglong
