#pragma once

#include "geo/geometry/box.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// Finds the boxes of a column that meet a given box: a uniform grid whose cells list the boxes
/// over them, in one array. Built once, then read by any number of threads.
///
/// Cells are about as large as the boxes are on average, and never more than four for each box;
/// boxes that are far larger than the rest are kept in a list of their own.
/// \pre every box is empty or finite.
class BoxGrid {
public:
    BoxGrid() = default;
    explicit BoxGrid(std::span<const Box> boxes);

    /// Calls `visit(index)` for each box that meets `query`, borders included, once each. The order
    /// is the same every time: large boxes, then by cell, row by row, and in a cell by index.
    template <class Visit>
    void each(const Box& query, Visit&& visit) const;

    /// The indices that each() visits, in ascending order, written over `found`.
    void find(const Box& query, std::vector<std::uint32_t>& found) const;

private:
    struct Entry {
        Box box; // here again, so that a query reads one array from end to end
        std::uint32_t index = 0;
    };
    struct Cells {
        std::size_t left, right, bottom, top; // first and last column and row
    };

    [[nodiscard]] std::size_t column(double x) const noexcept
    {
        return clamped((x - m_area.min_x) * m_per_metre, m_columns);
    }
    [[nodiscard]] std::size_t row(double y) const noexcept
    {
        return clamped((y - m_area.min_y) * m_per_metre, m_rows);
    }
    [[nodiscard]] static std::size_t clamped(double position, std::size_t count) noexcept
    {
        const auto last = static_cast<double>(count - 1);
        return static_cast<std::size_t>(std::clamp(position, 0.0, last));
    }
    [[nodiscard]] Cells cells(const Box& box) const noexcept
    {
        return {column(box.min_x), column(box.max_x), row(box.min_y), row(box.max_y)};
    }
    void choose_cells(std::span<const Box> boxes);
    template <class Visit>
    void each_cell(const Box& box, Visit&& visit) const;
    [[nodiscard]] bool is_large(const Box& box) const noexcept;

    Box m_area;
    double m_per_metre = 0.0; // cells per metre
    std::size_t m_columns = 0;
    std::size_t m_rows = 0;
    std::vector<std::uint32_t> m_start; // cell c has entries [m_start[c], m_start[c + 1])
    std::vector<Entry> m_entries;
    std::vector<Entry> m_large;
};

template <class Visit>
void BoxGrid::each(const Box& query, Visit&& visit) const
{
    if (m_columns == 0 || !query.meets(m_area)) {
        return;
    }
    for (const Entry& entry : m_large) {
        if (query.meets(entry.box)) {
            visit(entry.index);
        }
    }
    const Cells range = cells(query);
    for (std::size_t y = range.bottom; y <= range.top; ++y) {
        for (std::size_t x = range.left; x <= range.right; ++x) {
            const std::size_t cell = y * m_columns + x;
            for (std::uint32_t k = m_start[cell]; k < m_start[cell + 1]; ++k) {
                const Entry& entry = m_entries[k];
                // A box over several cells is reported from the first of them in the query only.
                if (query.meets(entry.box) && std::max(range.left, column(entry.box.min_x)) == x &&
                    std::max(range.bottom, row(entry.box.min_y)) == y) {
                    visit(entry.index);
                }
            }
        }
    }
}

} // namespace tenglong::geo
