#pragma once

#include "core/base/issue.hpp"
#include "geo/read/table.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

namespace tenglong::geo {

/// \throws std::logic_error if the field of a column is of none of the types.
void require(const TableColumn& column, std::initializer_list<FieldType> types);

/// A warning about one row of a table.
void add_issue(const Table& table, std::size_t row, const char* kind, Text text,
               std::vector<Issue>& issues);

/// A cell as its file shows it.
[[nodiscard]] std::string shown(const TableColumn& column, std::size_t row);

} // namespace tenglong::geo
