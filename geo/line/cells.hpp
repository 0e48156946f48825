#pragma once

#include "core/tables/result_table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tenglong::geo {

[[nodiscard]] double mu(double area_m2);

/// Adds a cell to a column of a table; what is empty is missing.
void add_text(ResultTable& table, std::string_view column, const std::string& text);
void add_date(ResultTable& table, std::string_view column, const std::optional<Date>& date);
void add_number(ResultTable& table, std::string_view column, const std::optional<double>& number);

} // namespace tenglong::geo
