#pragma once

#include "geo/read/grid.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tenglong::geo {

/// Cells that are shown as one: row numbers as a person counts them, columns from 0; both ends
/// belong to them.
struct MergedCells {
    std::int64_t first_row = 0;
    std::int64_t last_row = 0;
    std::size_t first_column = 0;
    std::size_t last_column = 0;
};

/// One sheet of a spreadsheet.
struct Sheet {
    Grid grid;
    std::vector<MergedCells> merged; ///< not known for .xls and .ods
    std::int64_t formulas_without_value =
        0;                        ///< cells that the program which wrote them never computed
    std::string first_such_cell;  ///< B5
    std::int64_t hidden_rows = 0; ///< read like the others
    std::int64_t cells_too_far_right = 0; ///< not read: beyond column 1024
};

/// A spreadsheet file, known by its content whatever it is called.
class Workbook {
public:
    virtual ~Workbook() = default;
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    Workbook(Workbook&&) = delete;
    Workbook& operator=(Workbook&&) = delete;

    /// Reads .xlsx and .xlsm itself, .xls and .ods through GDAL.
    /// \throws Error if it is none of them, damaged, or locked with a password.
    [[nodiscard]] static std::unique_ptr<Workbook> open(const std::string& path);

    /// Sheets in their order, hidden ones included.
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return m_names; }

    /// \throws Error if the sheet is missing from the file or damaged.
    [[nodiscard]] virtual Sheet sheet(std::size_t index) = 0;

protected:
    Workbook() = default;

    std::vector<std::string> m_names;
};

/// Whether the beginning of a file is that of a spreadsheet, and of which.
enum class SpreadsheetKind : std::uint8_t { none, xlsx, xls, ods, xlsb, html };
[[nodiscard]] SpreadsheetKind spreadsheet_kind(const std::string& path);

} // namespace tenglong::geo
