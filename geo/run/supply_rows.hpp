#pragma once

#include "core/supply/supply.hpp"
#include "geo/survey/survey.hpp"

#include <vector>

namespace tenglong::geo {

/// Plots of the supply inputs that belong to no parcel and were supplied by that day, as a row
/// with a contract or a way of supply says: land for dwellings, say, where the parcels are
/// industrial ones only. Without them the industrial share of supply would be too high. They are
/// the rows that the survey names as unmatched; mere approvals are not supplied.
[[nodiscard]] std::vector<SupplyPlot> supply_off_parcels(const Survey& survey, Date as_of);

} // namespace tenglong::geo
