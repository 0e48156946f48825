#pragma once

#include "geo/survey/survey.hpp"

#include <memory>

namespace tenglong::geo {

/// The facts of parks that their layer states, with area_mu of their outline; without a layer one
/// row for each park that a parcel names, with its name alone.
[[nodiscard]] std::unique_ptr<FactTable>
make_park_facts(const Survey& survey, const FactCatalogue& catalogue, std::vector<Issue>& issues);

} // namespace tenglong::geo
