#pragma once

#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"

namespace tenglong {

/// Writes to parks (小微企业园、产业平台) what their parcels and enterprises come to, joined by the
/// name of the park: parcel_count, parcel_area_mu, supplied_share, developed_share, tax_per_mu,
/// value_added_per_mu, energy_per_value, productivity, rd_share from parcels; enterprise_count,
/// manufacturing_count_share, manufacturing_area_share from enterprises that name their park.
/// Indicators are sums over sums, of the parcels that have both figures. What is stated stays.
///
/// A share of supplied or developed land is missing as long as one parcel cannot be told; land is
/// developed if it carries a building or is completed. Without an outline (area_mu) there is no
/// developed share.
void write_park_facts(const FactTable& parcels, const FactTable& enterprises, FactTable& parks);

/// Scores and ranks parks: by the items of the first scheme for enterprises above scale (or of any
/// size) that parks have figures for, the others left out and their weights raised; without such a
/// scheme by tax per mu. Writes score and rank, 1 the best; equals share the better place.
void rank_parks(const Profile& profile, FactTable& parks);

} // namespace tenglong
