#pragma once

#include "core/tables/result_table.hpp"
#include "geo/run/judge.hpp"
#include "geo/survey/survey.hpp"
#include "geo/vacant/split.hpp"
#include "geo/vacant/vacant.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// Vacant parts of the parcels that were searched, and whether each can stand alone.
struct VacantGround {
    VacantParts parts; ///< `parcel` counts the parcels of the survey
    std::vector<SplitFigures> figures;
    std::vector<bool> separable; ///< by part
};

/// The parcels, ascending, for which vacant ground decides something: a verdict that waits for it,
/// or a measure that may free the parts which can stand alone.
[[nodiscard]] std::vector<std::uint32_t> parcels_to_search(const Profile& profile,
                                                           const Judged& judged);

/// Finds the vacant ground of some parcels and writes vacant_m2, vacant_share, separable_m2 and,
/// where roads are given, road_access. How far from buildings, how wide and how large is what the
/// profile says by the figures vacant_setback, vacant_width, vacant_area, separable_area,
/// separable_width and road_reach. Writes nothing where the survey has no buildings at all: without
/// them all land would look vacant.
[[nodiscard]] VacantGround write_vacant_facts(Survey& survey, const Profile& profile,
                                              std::span<const std::uint32_t> parcels,
                                              Workers& workers);

/// The layer `vacant`, a row for each part. Its shapes are those of the parts.
[[nodiscard]] ResultTable vacant_result(const FactTable& parcels, const VacantGround& ground);

} // namespace tenglong::geo
