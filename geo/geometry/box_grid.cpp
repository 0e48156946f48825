#include "geo/geometry/box_grid.hpp"

#include <cmath>
#include <map>

namespace tenglong::geo {

namespace {

/// Sizes from 4^n up to 4^(n+1) metres are one class; points are with the smallest.
int size_class(const Box& box) noexcept
{
    constexpr double k_smallest = 1.0;
    const double extent = std::max({box.width(), box.height(), k_smallest});
    return std::ilogb(extent) / 2;
}

} // namespace

BoxGrid::BoxGrid(std::span<const Box> boxes)
{
    std::map<int, std::vector<std::uint32_t>> classes;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].empty()) {
            classes[size_class(boxes[i])].push_back(i);
        }
    }
    for (const auto& [size, members] : classes) {
        m_levels.emplace_back(boxes, members);
    }
}

void BoxGrid::find(const Box& query, std::vector<std::uint32_t>& found) const
{
    found.clear();
    each(query, [&](std::uint32_t index) { found.push_back(index); });
    std::ranges::sort(found);
}

BoxGrid::Level::Level(std::span<const Box> boxes, std::span<const std::uint32_t> members)
{
    double extent = 0.0;
    for (const std::uint32_t i : members) {
        m_area.extend(boxes[i]);
        m_width = std::max(m_width, boxes[i].width());
        m_height = std::max(m_height, boxes[i].height());
        extent += (boxes[i].width() + boxes[i].height()) / 2.0;
    }
    choose_cells(extent, members.size());
    const auto cell_of = [this](const Box& box) {
        return row(box.min_y) * m_columns + column(box.min_x);
    };
    m_start.assign(m_columns * m_rows + 1, 0);
    for (const std::uint32_t i : members) {
        ++m_start[cell_of(boxes[i]) + 1];
    }
    for (std::size_t i = 1; i < m_start.size(); ++i) {
        m_start[i] += m_start[i - 1];
    }
    m_entries.resize(members.size());
    std::vector<std::uint32_t> next{m_start.begin(), m_start.end() - 1};
    for (const std::uint32_t i : members) {
        m_entries[next[cell_of(boxes[i])]++] = {boxes[i], i};
    }
}

void BoxGrid::Level::choose_cells(double extent, std::size_t count)
{
    // As large as a box is on average, but no more cells than boxes, give or take a row.
    const auto number = static_cast<double>(count);
    const double least = std::sqrt(m_area.width() * m_area.height() / number);
    const double long_side = std::max(m_area.width(), m_area.height()) / number;
    const double cell = std::max({extent / number, least, long_side});
    if (cell > 0.0) { // else all boxes are one and the same point
        m_per_metre = 1.0 / cell;
        m_columns = static_cast<std::size_t>(m_area.width() / cell) + 1;
        m_rows = static_cast<std::size_t>(m_area.height() / cell) + 1;
    }
}

} // namespace tenglong::geo
