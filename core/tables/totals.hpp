#pragma once

#include "core/tables/result_table.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace tenglong {

/// The sum of the cells that are present, rounded only once; nothing if no cell is.
/// \pre a column of numbers.
[[nodiscard]] std::optional<double> sum_of(const ResultColumn& column);

/// What stands under a column: its sum; for a ratio, sum over sum of the rows that have both
/// figures; for a difference, sum less sum, where a missing sum counts as nothing. Nothing where
/// the column declares no total, where there are no figures, or where a ratio is over zero.
[[nodiscard]] std::optional<double> total_of(const ResultTable& table, const ResultColumn& column);

/// Rows that stand together: [begin, end).
struct RowStretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The same of some rows.
[[nodiscard]] std::optional<double> total_of(const ResultTable& table, const ResultColumn& column,
                                             RowStretch rows);

} // namespace tenglong
