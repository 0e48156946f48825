#pragma once

#include "core/base/issue.hpp"
#include "geo/measure/built_on.hpp"
#include "geo/survey/buildings.hpp"

#include <vector>

namespace tenglong::geo {

/// Names the rows of buildings that bring nothing to a parcel: those that repeat another building
/// and those that stand on no parcel. Each is an issue of its own, but where a layer has more than
/// twenty of a kind: then one names them all. Rows without a shape are issues already.
/// \pre `built` was made from these buildings.
void report_buildings(const Buildings& buildings, const BuiltOn& built, std::vector<Issue>& issues);

} // namespace tenglong::geo
