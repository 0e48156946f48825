#include "geo/geometry/box_grid.hpp"

#include <cmath>

namespace tenglong::geo {

namespace {

/// A box over more cells than this is a large one.
constexpr std::size_t k_many_cells = 256;

} // namespace

template <class Visit>
void BoxGrid::each_cell(const Box& box, Visit&& visit) const
{
    const Cells range = cells(box);
    for (std::size_t y = range.bottom; y <= range.top; ++y) {
        for (std::size_t x = range.left; x <= range.right; ++x) {
            visit(y * m_columns + x);
        }
    }
}

bool BoxGrid::is_large(const Box& box) const noexcept
{
    const Cells range = cells(box);
    return (range.right - range.left + 1) * (range.top - range.bottom + 1) > k_many_cells;
}

BoxGrid::BoxGrid(std::span<const Box> boxes)
{
    choose_cells(boxes);
    if (m_columns == 0) {
        return;
    }
    m_start.assign(m_columns * m_rows + 1, 0);
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (boxes[i].empty()) {
            continue;
        }
        if (is_large(boxes[i])) {
            m_large.push_back({boxes[i], i});
        } else {
            each_cell(boxes[i], [this](std::size_t cell) { ++m_start[cell + 1]; });
        }
    }
    for (std::size_t i = 1; i < m_start.size(); ++i) {
        m_start[i] += m_start[i - 1];
    }
    m_entries.resize(m_start.back());
    std::vector<std::uint32_t> next = m_start;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        if (!boxes[i].empty() && !is_large(boxes[i])) {
            each_cell(boxes[i], [&](std::size_t cell) { m_entries[next[cell]++] = {boxes[i], i}; });
        }
    }
}

void BoxGrid::find(const Box& query, std::vector<std::uint32_t>& found) const
{
    found.clear();
    each(query, [&](std::uint32_t index) { found.push_back(index); });
    std::ranges::sort(found);
}

void BoxGrid::choose_cells(std::span<const Box> boxes)
{
    double extent = 0.0;
    std::size_t count = 0;
    for (const Box& box : boxes) {
        if (!box.empty()) {
            m_area.extend(box);
            extent += (box.width() + box.height()) / 2.0;
            ++count;
        }
    }
    if (count == 0) {
        return;
    }
    const auto number = static_cast<double>(count);
    const double least = std::sqrt(m_area.width() * m_area.height() / (4.0 * number));
    const double long_side = std::max(m_area.width(), m_area.height()) / (4.0 * number);
    double cell = std::max({extent / number, least, long_side});
    if (!(cell > 0.0)) {
        cell = 1.0; // all boxes are one and the same point
    }
    m_per_metre = 1.0 / cell;
    m_columns = static_cast<std::size_t>(m_area.width() / cell) + 1;
    m_rows = static_cast<std::size_t>(m_area.height() / cell) + 1;
}

} // namespace tenglong::geo
