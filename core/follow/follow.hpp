#pragma once

#include "core/tables/result_table.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong {

/// That ground of an earlier parcel is ground of a later one.
struct ParcelLink {
    std::uint32_t before = 0; ///< row
    std::uint32_t after = 0;  ///< row
    /// Part of the earlier parcel's area and figures that goes to the later one; those of one
    /// earlier parcel add up to 1, so that sums are conserved over splits and merges.
    double share = 1.0;
};

/// Two `parcels` tables compared.
struct Followed {
    ResultTable table; ///< `follow`: the later parcels in their order, then those gone
    std::vector<std::uint32_t> gone; ///< rows of the earlier table, in the order of the last rows
};

/// What became of each parcel. Statuses, flags and figures are those of columns `status`, `flags`,
/// `undecided`, `area_mu`, ...; a column that a table lacks is missing.
[[nodiscard]] Followed follow(const ResultTable& before, const ResultTable& after,
                              std::span<const ParcelLink> links);

} // namespace tenglong
