#pragma once

#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"
#include "geo/measure/overlaps.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// Which buildings stand on which parcels.
///
/// The pairs are in CSR form: parcel p has the pairs [pair_start[p], pair_start[p + 1]), in
/// ascending order of building, each with the area of that building inside that parcel.
struct BuiltOn {
    std::vector<std::uint32_t> pair_start;
    std::vector<std::uint32_t> building;
    std::vector<double> shared_m2;

    /// Per parcel: ground covered, where buildings overlap each other counted once.
    std::vector<double> footprint_m2;
    /// Per parcel: the sum over the pairs, where overlapping buildings count each for itself. What
    /// most tools report; larger than the footprint where the layer has overlaps or duplicates.
    std::vector<double> footprint_sum_m2;

    /// Per building: the part outside every parcel. Where parcels overlap each other, the shared
    /// ground counts for both, and this is no less than zero.
    std::vector<double> outside_m2;

    /// Per building: the first building of the same shape; itself if it is no duplicate.
    std::vector<std::uint32_t> first_of_equals;
    /// Buildings that overlap, duplicates included.
    std::vector<Overlap> overlaps;
};

/// \pre `grid` was built from the boxes of `buildings`.
[[nodiscard]] BuiltOn built_on(const Layer& parcels, const Layer& buildings, const BoxGrid& grid,
                               Workers& workers);

/// A figure of buildings (floor area; floor area with high storeys doubled) brought to parcels.
struct Apportioned {
    std::vector<double> sum; ///< per parcel, over buildings that have the figure
    /// Per parcel: footprint of buildings that lack the figure. Above zero, `sum` is a lower bound.
    std::vector<double> lacking_m2;
};

/// Gives each parcel of a building's figure the share that it has of the building's footprint;
/// duplicates count once. A NaN figure is missing, which is not zero.
/// \pre one figure for each building.
[[nodiscard]] Apportioned apportion(const BuiltOn& built, std::span<const double> building_areas,
                                    std::span<const double> figure);

} // namespace tenglong::geo
