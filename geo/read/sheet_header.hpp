#pragma once

#include "core/base/units.hpp"
#include "geo/read/aliases.hpp"
#include "geo/read/workbook.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// Where the header of a sheet stands, and what it says.
struct SheetHeader {
    std::size_t first = 0; ///< row of the grid
    std::size_t rows = 1;  ///< up to three where titles stand over groups of columns
    std::size_t data = 1;  ///< first row of the grid behind it, unit and numbering rows passed
    std::vector<std::string> names;         ///< one for each column
    std::vector<std::optional<Unit>> units; ///< from a line over the table or a row of units
    std::size_t recognised = 0;             ///< fields
};

/// Finds the header among the first rows: the rows whose texts name the most fields of the kind,
/// whatever titles stand above. A title over several columns joins the ones below it
/// (自有土地 over 面积（亩）: 自有土地面积（亩）).
/// \param row as the job file says, from 1: the last row of the header; 0: find it.
/// Nothing if no row names a field, or the job file's row has no text.
[[nodiscard]] std::optional<SheetHeader> find_header(const Sheet& sheet, InputKind kind, int row,
                                                     const RecogniseOptions& options);

} // namespace tenglong::geo
