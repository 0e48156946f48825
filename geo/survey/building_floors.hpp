#pragma once

#include "core/base/issue.hpp"
#include "geo/read/table.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// The floor area of each building above ground; NaN where the layer does not tell it.
struct BuildingFloors {
    std::vector<double> floor_m2;
    /// The same with every storey higher than `high_storey_m` counted twice; NaN where the height
    /// of the storeys is unknown.
    std::vector<double> floor_high_twice_m2;
    std::size_t surveyed = 0;  ///< told by a surveyed, registered or predicted figure
    std::size_t estimated = 0; ///< outline times storeys
    std::size_t unknown = 0;
};

/// A given floor area is preferred, surveyed before predicted; else the outline times the storeys
/// above ground (all storeys less those below, where only these are told). Storeys of zero or less
/// and temporary buildings without storeys are unknown, not one storey.
/// \param outline_m2 measured areas of the buildings
/// \param high_storey_m 8 m in the national practice; a policy's figure
[[nodiscard]] BuildingFloors building_floors(const Table& table, std::span<const double> outline_m2,
                                             double high_storey_m, std::vector<Issue>& issues);

} // namespace tenglong::geo
