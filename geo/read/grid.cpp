#include "geo/read/grid.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_most_bytes = 0xFFFFFFFFU;

} // namespace

std::string_view Grid::text(std::size_t row, std::size_t column) const noexcept
{
    const Cell* found = cell(row, column);
    return found == nullptr ? std::string_view{}
                            : trimmed(std::string_view{*m_bytes}.substr(
                                  found->offset, found->length_and_kind & k_length_mask));
}

CellKind Grid::kind(std::size_t row, std::size_t column) const noexcept
{
    const Cell* found = cell(row, column);
    return found == nullptr ? CellKind::text
                            : static_cast<CellKind>(found->length_and_kind >> k_kind_shift);
}

bool Grid::blank(std::size_t row) const noexcept
{
    for (std::size_t column = 0; column < width(row); ++column) {
        if (!text(row, column).empty()) {
            return false;
        }
    }
    return true;
}

void Grid::add_cell(std::string_view text, CellKind kind)
{
    add_cell_at(m_bytes->size(), text.size());
    m_cells.back().length_and_kind |= static_cast<std::uint32_t>(kind) << k_kind_shift;
    *m_bytes += text;
}

void Grid::add_cell_at(std::size_t offset, std::size_t length)
{
    if (offset + length > k_most_bytes || length > k_length_mask) {
        throw Error{msg("a table of more than 4 GB of text cannot be read; use GeoPackage")};
    }
    m_cells.push_back({static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length)});
}

void Grid::add_blanks(std::size_t count)
{
    m_cells.resize(m_cells.size() + count, Cell{0, 0});
}

void Grid::close_row(std::int64_t number)
{
    m_width = std::max(m_width, m_cells.size() - m_row_start.back());
    m_row_start.push_back(m_cells.size());
    m_row_numbers.push_back(number);
}

const Grid::Cell* Grid::cell(std::size_t row, std::size_t column) const noexcept
{
    return column < width(row) ? &m_cells[m_row_start[row] + column] : nullptr;
}

} // namespace tenglong::geo
