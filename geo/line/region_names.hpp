#pragma once

#include "geo/survey/survey.hpp"

#include <string>
#include <vector>

namespace tenglong::geo {

/// The region that a row names: its region, else its town; empty where it names none.
[[nodiscard]] std::string region_of(const Table& table, std::size_t row);

/// For each shape the town of the towns layers that has the largest share of it; empty where none
/// has any.
[[nodiscard]] std::vector<std::string> town_names(const Survey& survey, const Layer& shapes,
                                                  Workers& workers);

} // namespace tenglong::geo
