#pragma once

#include "core/reclaim/stated_region.hpp"
#include "geo/read/job_section.hpp"

#include <vector>

namespace tenglong::geo {

/// The facts that it may state.
[[nodiscard]] std::vector<std::string> region_names();

/// Reads [region]: facts of the whole area that no layer tells, each a number in the unit of its
/// fact: eliminated_count = 12, industrial_before_m2 = 5200000, standard_land_share_open = 0.97.
/// Land, energy and carbon freed are not among them: they are reported in [targets.actual].
[[nodiscard]] std::vector<StatedRegionFact> read_region(JobSection& section);

} // namespace tenglong::geo
