#pragma once

#include "core/reclaim/rollup.hpp"
#include "core/tables/result_table.hpp"
#include "geo/run/judge.hpp"
#include "geo/run/regions.hpp"
#include "geo/survey/survey.hpp"

namespace tenglong::geo {

// Parcels rolled up, each table complete. Of every one the rows add up to all parcels.

/// The table `units`; outlines are those of the layer `units` of the survey.
[[nodiscard]] ResultTable units_result(const Survey& survey, const Rollup& units);

[[nodiscard]] ResultTable towns_result(const Rollup& towns);

/// The table `parks`: those of their layer with what is stated and judged of them, then those that
/// only parcels name, then the parcels outside. Where several outlines have one name, the parcels
/// stand with the first.
[[nodiscard]] ResultTable parks_result(const Judged& judged, const Rollup& parks);

/// The table `regions`: the whole area with the checks of the policy, then its counties if parcels
/// name any.
[[nodiscard]] ResultTable regions_result(const Regions& regions, const Judged& whole,
                                         const Rollup& counties);

/// The table `measures`: what each measure frees, by region.
[[nodiscard]] ResultTable measures_result(const Survey& survey, const Profile& profile,
                                          const Reclaim& freed, const EnterpriseTreatment& treated);

[[nodiscard]] ResultTable supply_result(const Regions& regions);

} // namespace tenglong::geo
