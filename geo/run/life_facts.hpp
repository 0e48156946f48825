#pragma once

#include "core/base/date.hpp"
#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"

namespace tenglong::geo {

/// Fills what follows from other facts of a parcel on its way from approval to production, where it
/// is not stated: approved, supplied, supply_year, due_start, started, completed, in_production,
/// suspended, developed_share, invested_share, investment_intensity, building_coefficient, stage,
/// stage_end. Each says what it was found from, or which fact it lacks.
///
/// A date counts from its day on: what happens after the date of assessment has not happened yet.
/// Land that is not started is neither completed nor in production. What nobody stated stays
/// missing: no date of a start does not mean that there was none.
/// \pre the rows of `parcels` are parcels
void write_life_facts(FactTable& parcels, const Profile& profile, Date as_of);

/// Fills is_manufacturing of enterprises from industry_code, where it is not stated.
void write_industry_facts(FactTable& enterprises);

/// Computes the facts that the profile derives for the subjects of the table.
void write_derived_facts(FactTable& facts, const Profile& profile);

} // namespace tenglong::geo
