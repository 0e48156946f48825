#pragma once

#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"
#include "core/register/register.hpp"
#include "geo/survey/supply.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What inputs say of the state of each parcel in words; empty where none does.
struct StatedStates {
    std::vector<std::string> build;  ///< not_started, building, suspended, completed,
                                     ///< not_producing (completed), producing
    std::vector<std::string> supply; ///< supplied, not_supplied
};

/// Writes what follows from dates and stated states as of a day: approved, supplied, supply_year,
/// due_start, started, completed, suspended, stage, stage_end; developed_share, invested_share and
/// investment_intensity. A date after the day has not happened. Without a date nothing is said to
/// have not happened, unless the inputs say so.
void put_state_facts(FactTable& parcels, const StatedStates& stated, const Profile& profile,
                     Date as_of);

/// Writes in_production: from the parcel's own date and the states of its enterprises.
/// \param rows the row in the register of each row of `enterprises`
void put_production(FactTable& parcels, const FactTable& enterprises, const Register& reg,
                    std::span<const std::uint32_t> rows, const StatedStates& stated, Date as_of);

/// Writes that there are no violations where a check was made and lists none.
void put_checked(FactTable& facts);

/// Unites violations, lists and has_violation_record of a parcel's enterprises, where its own row
/// says nothing.
void put_conduct(FactTable& parcels, const FactTable& enterprises, const Register& reg,
                 std::span<const std::uint32_t> rows);

} // namespace tenglong::geo
