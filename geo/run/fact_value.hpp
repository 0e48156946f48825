#pragma once

#include "core/facts/column.hpp"
#include "geo/run/json_line.hpp"

#include <cstddef>

namespace tenglong::geo {

/// Adds the value of a fact as results have it: a number in the unit of the fact, a day as
/// 2023-12-31, yes or no as true or false, a set as a list. \pre the value is present
void add_fact_value(JsonLine& json, const FactColumn& column, const TextPool& pool,
                    std::size_t row);

} // namespace tenglong::geo
