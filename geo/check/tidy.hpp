#pragma once

#include "geo/check/clean.hpp"
#include "geo/geometry/polygons.hpp"

#include <vector>

namespace tenglong::geo {

/// A fault and where it is, while the feature that has it is being repaired.
struct Finding {
    Fault fault;
    Point place;
};

/// The first steps of a repair, ring by ring: drops repeated points, spikes, rings without area and
/// rings that are there twice; closes what is open; turns every ring the right way. What is left
/// may still cross itself or others.
/// \param findings receives what was found, one of each kind.
/// \return a column of one feature, empty if a coordinate is on no map.
[[nodiscard]] Polygons tidied(const FeatureView& feature, std::vector<Finding>& findings);

/// Adds a finding unless one of its kind is there.
void note(std::vector<Finding>& findings, Fault fault, Point place);

} // namespace tenglong::geo
