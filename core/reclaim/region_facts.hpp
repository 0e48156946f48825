#pragma once

#include "core/base/date.hpp"
#include "core/facts/fact_table.hpp"
#include "core/reclaim/rollup.hpp"
#include "core/reclaim/stated_region.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace tenglong {

/// What the facts of a region are made from.
struct RegionInput {
    const RegionSums* parcels = nullptr;
    const FactTable* enterprises = nullptr; ///< those of the region; null: none given
    std::optional<std::size_t> blocks;      ///< low-efficiency blocks found
    Date as_of;
};

/// Writes what is stated of a region; before everything computed, which then leaves it as it is.
void write_stated_region_facts(std::span<const StatedRegionFact> stated, std::size_t row,
                               FactTable& regions);

/// Writes to one region what its parcels and enterprises come to, where it is not stated: year,
/// parcel_area_mu, freed_land_mu, freed_energy_tce, freed_carbon_t (what the measures could free),
/// block_count; of enterprises above scale tax_wan, tax_per_mu, value_added_per_mu, productivity
/// and rd_share, of all energy_per_value. Indicators are sums over sums.
///
/// An enterprise whose size is not known is not above scale; the notes say how many there are.
void write_region_facts(const RegionInput& input, std::size_t row, FactTable& regions);

} // namespace tenglong
