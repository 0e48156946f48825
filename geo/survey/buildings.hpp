#pragma once

#include "core/base/issue.hpp"
#include "geo/measure/layer.hpp"
#include "geo/read/layer.hpp"
#include "geo/survey/building_floors.hpp"
#include "geo/survey/order.hpp"

#include <vector>

namespace tenglong::geo {

/// The buildings of all inputs along a curve, with their floor areas.
struct Buildings {
    Layer layer;
    BuildingFloors floors;
    std::vector<RowRef> rows;                           ///< of each building
    std::vector<Place> sources;                         ///< of each input
    std::vector<std::vector<std::int64_t>> row_numbers; ///< of each input, as people count
};

/// \param layers what was read; gone afterwards
/// \param high_storey_m storeys above this count twice in one variant of the plot ratio
[[nodiscard]] Buildings gather_buildings(std::vector<VectorLayer>& layers, double high_storey_m,
                                         Workers& workers, std::vector<Issue>& issues);

} // namespace tenglong::geo
