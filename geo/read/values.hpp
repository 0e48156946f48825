#pragma once

#include "core/base/date.hpp"
#include "geo/read/range.hpp"
#include "geo/read/table.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace tenglong::geo {

// Columns as types. Each function goes through the whole column; a cell that cannot be understood
// is missing, and an issue says so with its row. Columns of the wrong field type are a fault of
// the caller: \throws std::logic_error.

/// A number, or NaN where missing, in the unit of the field. The unit of the column is the one in
/// the cell (12.5亩), else in the header, else in the row's area_unit, else the field's own; where
/// nobody names one for a Chinese header, a note says what was taken. A share is 0 to 1: a column
/// whose values are mostly above 1 is in percent.
[[nodiscard]] std::vector<double> numbers(const Table& table, const TableColumn& column,
                                          std::vector<Issue>& issues);

/// Days since 1970-01-01, or k_no_day. A bare day count of a spreadsheet (44256) is a date.
inline constexpr std::int32_t k_no_day = std::numeric_limits<std::int32_t>::min();
[[nodiscard]] std::vector<std::int32_t> days(const Table& table, const TableColumn& column,
                                             std::vector<Issue>& issues);

/// 1 yes, 0 no, -1 missing. In a column that puts a member into a set, any other text is a yes.
[[nodiscard]] std::vector<std::int8_t> flags(const Table& table, const TableColumn& column,
                                             std::vector<Issue>& issues);

/// Position of the value in the field's list, or -1.
[[nodiscard]] std::vector<std::int16_t> choices(const Table& table, const TableColumn& column,
                                                std::vector<Issue>& issues);

/// A bit for each of the field's values; k_no_set where missing. 无 is the empty set.
inline constexpr std::uint32_t k_no_set = 0xFFFFFFFFU;
[[nodiscard]] std::vector<std::uint32_t> sets(const Table& table, const TableColumn& column,
                                              std::vector<Issue>& issues);

[[nodiscard]] std::vector<Range> ranges(const Table& table, const TableColumn& column,
                                        std::vector<Issue>& issues);

} // namespace tenglong::geo
