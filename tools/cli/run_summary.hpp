#pragma once

#include "core/rules/truth.hpp"
#include "geo/run/summary.hpp"
#include "tools/cli/console.hpp"

#include <filesystem>
#include <string>

namespace tenglong::tools {

/// Whether the account of the control line holds; unknown also where none was kept.
[[nodiscard]] Truth account_holds(const geo::Summary& summary);

/// Where a run was written, for the last lines of its summary.
struct RunPlaces {
    std::string job;              ///< as the user named it
    std::filesystem::path result; ///< empty: nothing was written
    std::string parcel;           ///< the code of a parcel with a problem; may be empty
    bool has_candidates = false;  ///< from which a plan could choose
};

/// What a run found, for people: the policy, parcels and problems, what can be freed, the account,
/// what could not be decided and which missing data costs most.
void print_findings(const geo::Summary& summary, const Console& console);

/// Where the outputs are and what to do next.
void print_places(const geo::Summary& summary, const RunPlaces& places, const Console& console);

} // namespace tenglong::tools
