#pragma once

#include "core/base/issue.hpp"
#include "core/facts/fact_table.hpp"

#include <vector>

namespace tenglong::geo {

/// Names parcels of which two sources tell what cannot both be: land that is said not to be started
/// and carries buildings; land that is said to be completed or in production and carries none; a
/// completion before the start. Nothing is put right: neither source is known to be the wrong one.
void report_contradictions(const FactTable& parcels, std::vector<Issue>& issues);

} // namespace tenglong::geo
