#pragma once

#include "core/base/issue.hpp"
#include "core/facts/fact_table.hpp"

#include <span>

namespace tenglong::geo {

/// Writes to each parcel how many issues name it by its code; notes do not count.
void write_issue_count(FactTable& parcels, std::span<const Issue> issues);

} // namespace tenglong::geo
