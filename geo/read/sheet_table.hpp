#pragma once

#include "geo/read/sheet_header.hpp"
#include "geo/read/table.hpp"

#include <string>
#include <vector>

namespace tenglong::geo {

struct SheetOptions {
    InputKind kind = InputKind::enterprises;
    std::string file;
    std::string sheet;  ///< empty for a text file
    int header_row = 0; ///< from 1: the last row of the header; 0: find it
    RecogniseOptions recognise;
};

/// Makes a table of the cells of a sheet: finds the header, recognises its columns, and takes every
/// row that is a thing. A row that is none (a title, a total, a note, a second header) and a row
/// that cannot be used are issues; nothing else is left out.
///
/// Merged cells below the header count for all their rows, but for numbers, which would multiply:
/// those belong to the first row.
/// \throws Error if there is no header, or no row below it.
[[nodiscard]] Table make_table(const Sheet& sheet, const SheetOptions& options,
                               std::vector<Issue>& issues);

} // namespace tenglong::geo
