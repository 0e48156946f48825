#pragma once

#include "core/base/issue.hpp"
#include "geo/measure/layer.hpp"
#include "geo/read/layer.hpp"
#include "geo/survey/building_floors.hpp"

#include <vector>

namespace tenglong::geo {

/// The buildings of all inputs along a curve, with their floor areas.
struct Buildings {
    Layer layer;
    BuildingFloors floors;
};

/// \param layers what was read; gone afterwards
/// \param high_storey_m storeys above this count twice in one variant of the plot ratio
[[nodiscard]] Buildings gather_buildings(std::vector<VectorLayer>& layers, double high_storey_m,
                                         Workers& workers, std::vector<Issue>& issues);

} // namespace tenglong::geo
