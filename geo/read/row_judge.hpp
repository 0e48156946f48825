#pragma once

#include "core/base/translation.hpp"
#include "geo/read/grid.hpp"
#include "geo/read/sheet_header.hpp"
#include "geo/read/table.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace tenglong::geo {

/// Tells rows below the header of a sheet that hold no thing of the table's kind.
class RowJudge {
public:
    /// \param sources the column of the grid for each of the table; all outlive the judge
    RowJudge(const Grid& grid, const SheetHeader& header, std::span<const std::size_t> sources,
             const Table& table)
        : m_grid{grid}, m_header{header}, m_sources{sources}, m_table{table}
    {}

    /// Nothing for a row of data; else why it is none, as the end of "row 7 is no data, because".
    [[nodiscard]] std::optional<Text> why_no_data(std::size_t row) const;

private:
    [[nodiscard]] bool is_header_again(std::size_t row) const;
    /// The code or name cells are empty or hold the word itself.
    [[nodiscard]] bool is_total(std::size_t row) const;
    /// One text alone: 注：…, 填表人：…, or a long remark.
    [[nodiscard]] bool is_note(std::size_t row) const;

    const Grid& m_grid;
    const SheetHeader& m_header;
    std::span<const std::size_t> m_sources;
    const Table& m_table;
};

} // namespace tenglong::geo
