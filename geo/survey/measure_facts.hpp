#pragma once

#include "core/facts/fact_table.hpp"
#include "geo/measure/built_on.hpp"
#include "geo/read/job.hpp"

#include <span>

namespace tenglong::geo {

/// Writes area_computed_m2, area_m2 and area_mu. Where the registered area is asked for and
/// missing, the one in the plane stands in, and the origin says so.
/// \param plane, ellipsoid one figure a parcel, 0 for a parcel without a shape; ellipsoid may be
/// empty unless it is the area that counts
void put_areas(FactTable& parcels, AreaKind kind, std::span<const double> plane,
               std::span<const double> ellipsoid);

/// Writes building_count, footprint_m2, floor_m2, plot_ratio, density, building_coefficient and
/// plot_ratio_high_storeys. A parcel on which some building lacks its floor area has no plot
/// ratio, unless its own row states its floor area: a part of a sum is not the sum.
/// \pre put_areas() was called.
void put_built(FactTable& parcels, const BuiltOn& built, const Apportioned& floors,
               const Apportioned& floors_high_twice);

/// The same from what the parcels' own rows state, where there is no layer of buildings.
void put_stated_built(FactTable& parcels);

} // namespace tenglong::geo
