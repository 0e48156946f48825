#pragma once

#include "core/plan/problem.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"

#include <vector>

namespace tenglong::geo {

/// How what counts of candidates lies to each other.
struct CandidateGround {
    std::vector<ItemPair> apart;    ///< they share ground: only one of the two can be taken
    std::vector<double> sliver_m2;  ///< by candidate: shared with earlier ones along a border
    std::vector<ItemPair> touching; ///< they come as near as land that is contiguous does
};

/// Ground that two share only along a border that was drawn twice is no reason against either, and
/// counts for the first.
/// \param counted what counts of each candidate, in order of their codes
[[nodiscard]] CandidateGround candidate_ground(const Layer& counted, Workers& workers);

} // namespace tenglong::geo
