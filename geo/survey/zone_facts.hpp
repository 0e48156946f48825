#pragma once

#include "core/base/date.hpp"
#include "core/facts/fact_table.hpp"
#include "geo/measure/zones.hpp"
#include "geo/survey/survey.hpp"

namespace tenglong::geo {

/// Writes what zones tell of parcels: town, unit and park by the largest share where the parcel's
/// own row does not name them; in_line_m2, out_line_m2 and in_line_share; in_platform_share;
/// on_farmland_m2 and on_red_line_m2; space_zone by the largest share; planned_use by the largest
/// share, with its date where it is re-planned. Kinds of zones that the job does not name are left
/// out: their facts are missing. \pre areas were written.
void put_zone_facts(Survey& survey, Workers& workers, std::vector<Issue>& issues);

} // namespace tenglong::geo
