#pragma once

#include "core/base/issue.hpp"
#include "core/facts/fact_table.hpp"

#include <vector>

namespace tenglong::geo {

/// Writes what the codes of parcels tell: is_industrial, planned_industrial, state_owned. The
/// classification of land uses is decided once for each column.
void put_land_codes(FactTable& parcels);

/// Writes is_manufacturing.
void put_industry(FactTable& enterprises);

/// Codes that are not what their standard has: parcels', credit and industry codes.
void check_parcel_codes(const FactTable& parcels, std::vector<Issue>& issues);
void check_enterprise_codes(const FactTable& enterprises, std::vector<Issue>& issues);

} // namespace tenglong::geo
