#pragma once

#include "core/base/translation.hpp"
#include "tools/ledger/workbook.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools {

/// Where the columns of a table stand on a sheet, how wide they are, and which page of paper holds
/// them. Columns for programs and those written in another language are left out.
struct SheetLayout {
    struct Column {
        const ResultColumn* cells;
        std::string letters; ///< B, C, ...: the serial number is A
        std::string heading; ///< the label, the unit in a line of its own
        int width;           ///< in narrow characters: room for its figures, sums and heading
    };
    std::vector<Column> columns;
    std::size_t heading_lines = 1;
    /// The columns that begin a page, counted among `columns`, but for the first page. Bands of
    /// the header stay together where they can.
    std::vector<std::size_t> page_starts;

    /// Null if the sheet does not show a column of that name.
    [[nodiscard]] const Column* find(std::string_view name) const noexcept;
};

/// Widths of texts are taken from some 2,000 rows; longer ones are broken into lines.
[[nodiscard]] SheetLayout layout_of(const Sheet& sheet, Lang lang);

/// The width of a text in narrow characters: Chinese ones are twice as wide.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// Lines that a text takes in a column so wide, broken between words and Chinese characters.
[[nodiscard]] std::size_t lines_of(std::string_view text, std::size_t width);

/// The name of a column of a sheet: A, B, ... AA; the serial number is the first.
[[nodiscard]] std::string column_letters(std::size_t shown_column);

} // namespace tenglong::tools
