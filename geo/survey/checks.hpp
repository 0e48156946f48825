#pragma once

#include "core/base/issue.hpp"
#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"
#include "geo/measure/layer.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// Registered areas that differ from the computed ones by more than the policy's area_warning and
/// area_error; differences up to its area_least are not told.
void check_areas(const FactTable& parcels, const Layer& shapes, const Profile& profile,
                 std::vector<Issue>& issues);

/// Dates of a parcel that cannot follow each other.
void check_dates(const FactTable& parcels, std::vector<Issue>& issues);

/// Numbers that no parcel or enterprise can have: below zero, or beyond reason.
void check_ranges(const FactTable& facts, std::vector<Issue>& issues);

} // namespace tenglong::geo
