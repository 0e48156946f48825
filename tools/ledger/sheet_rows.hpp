#pragma once

#include "core/base/translation.hpp"
#include "tools/ledger/formats.hpp"
#include "tools/ledger/sheet_layout.hpp"
#include "tools/ledger/workbook.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools {

constexpr std::uint32_t k_heading_row = 3; ///< title, subtitle, bands, headings
constexpr std::uint32_t k_first_row = 4;

/// From the key of a row to the first row of that key in the table that it leads to.
using Links = std::map<std::string, std::size_t, std::less<>>;

/// Of the table that a sheet leads to; empty if there is none.
[[nodiscard]] Links links_of(const Sheet& sheet);

/// The name of the sheet that a table begins on, and of those that it goes on in: part 1, 2, ...;
/// a title longer than 31 characters is cut.
[[nodiscard]] std::string sheet_name(const ResultTable& table, Lang lang, std::size_t part);

/// The rows of one table, or of a stretch of a long one, as the XML of a sheet. A library writes
/// the rest; row by row it would take most of the time of a run.
class SheetRows {
public:
    /// \pre what `plan` and `links` refer to outlives it; the others are needed for making alone.
    SheetRows(const Sheet& plan, const SheetLayout& layout, const Links& links, Formats& formats,
              const WorkbookOptions& options, std::size_t begin, std::size_t end);

    [[nodiscard]] std::size_t begin() const noexcept { return m_begin; }
    [[nodiscard]] std::size_t end() const noexcept { return m_end; }
    /// The number of the row behind the last, as sheets count from 1: that of the totals.
    [[nodiscard]] std::size_t row_behind() const noexcept
    {
        return k_first_row + (m_end - m_begin) + 1;
    }
    /// The cells that the sheet covers, with or without a row of totals.
    [[nodiscard]] std::string range(bool totals) const;

    /// Adds a row; rows must be asked for in their order.
    void add(std::size_t nth, std::string& xml);

    /// The links of the rows so far, as an element; empty if there are none.
    [[nodiscard]] std::string links() const;

private:
    struct Column {
        const ResultColumn* cells;
        std::string letters;
        std::size_t room; ///< in narrow characters
        int style;
        std::map<std::string, int, std::less<>> coloured; ///< by code
        bool is_key;
    };

    /// Where the cells of a row stand in their columns; makes them if need be.
    [[nodiscard]] std::size_t cell_of(std::size_t row);
    [[nodiscard]] static bool is_figure(const Column& column, std::size_t row);
    [[nodiscard]] static int style_of(const Column& column, std::size_t row);
    [[nodiscard]] std::string shown(const Column& column, std::size_t row) const;
    void add_cell(const Column& column, std::size_t row, std::string_view shown, std::string& xml);
    [[nodiscard]] bool link(const Column& column, std::size_t row);

    const Sheet* m_plan;
    const Links* m_targets;
    Lang m_lang;
    std::size_t m_most_rows;
    std::size_t m_most_links;
    std::size_t m_begin;
    std::size_t m_end;
    std::unique_ptr<ResultTable> m_made; ///< rows at hand, of a table whose rows are made
    std::size_t m_made_begin = 0;
    std::size_t m_made_end = 0;
    int m_serial_style;
    std::vector<Column> m_columns;
    std::vector<std::string> m_shown; ///< of the row at hand, by column
    std::string m_number;             ///< of the row at hand in the sheet
    std::size_t m_link_count = 0;
    std::string m_links;
};

} // namespace tenglong::tools
