#pragma once

#include "geo/geometry/box.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// Finds the boxes of a column that meet a given box. Built once, then read by any number of
/// threads.
///
/// Boxes are sorted into classes by size, each a factor of four wide, and each class into a grid of
/// its own by the lower left corners: every box stands in one cell, and the cells of a row that a
/// query covers are one stretch of memory. A few giants among many small boxes cost next to
/// nothing. \pre every box is empty or finite.
class BoxGrid {
public:
    BoxGrid() = default;
    explicit BoxGrid(std::span<const Box> boxes);

    /// Calls `visit(index)` for each box that meets `query`, borders included, once each. The order
    /// is the same every time: by class, by cell row by row, and in a cell by index.
    template <class Visit>
    void each(const Box& query, Visit&& visit) const
    {
        for (const Level& level : m_levels) {
            level.each(query, visit);
        }
    }

    /// The indices that each() visits, in ascending order, written over `found`.
    void find(const Box& query, std::vector<std::uint32_t>& found) const;

private:
    struct Entry {
        Box box; // here again, so that a query reads one array from end to end
        std::uint32_t index = 0;
    };

    /// Boxes of about one size.
    class Level {
    public:
        Level(std::span<const Box> boxes, std::span<const std::uint32_t> members);

        template <class Visit>
        void each(const Box& query, Visit& visit) const;

    private:
        void choose_cells(double extent, std::size_t count);
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
            return static_cast<std::size_t>(
                std::clamp(position, 0.0, static_cast<double>(count - 1)));
        }

        Box m_area;            // of the boxes
        double m_width = 0.0;  // of the widest box
        double m_height = 0.0; // of the highest
        double m_per_metre = 0.0;
        std::size_t m_columns = 1;
        std::size_t m_rows = 1;
        std::vector<std::uint32_t> m_start; // cell c has entries [m_start[c], m_start[c + 1])
        std::vector<Entry> m_entries;
    };

    std::vector<Level> m_levels;
};

template <class Visit>
void BoxGrid::Level::each(const Box& query, Visit& visit) const
{
    if (!query.meets(m_area)) {
        return;
    }
    const std::size_t left = column(query.min_x - m_width);
    const std::size_t right = column(query.max_x);
    const std::size_t top = row(query.max_y);
    for (std::size_t r = row(query.min_y - m_height); r <= top; ++r) {
        const std::uint32_t end = m_start[r * m_columns + right + 1];
        for (std::uint32_t k = m_start[r * m_columns + left]; k < end; ++k) {
            if (query.meets(m_entries[k].box)) {
                visit(m_entries[k].index);
            }
        }
    }
}

} // namespace tenglong::geo
