#include "tools/gen/layout/layout.hpp"

#include "tools/gen/layout/settlement.hpp"

namespace tenglong::tools::gen {

Layout::Layout(const Options& options)
    : m_tiles{options.parcels}, m_lattice{options.seed, m_tiles},
      m_cells(static_cast<std::size_t>(m_tiles.columns()) *
              static_cast<std::size_t>(m_tiles.rows()))
{
    Settlement{*this, options}.settle();
}

bool Layout::built(int column, int row) const noexcept
{
    if (!inside(column, row)) {
        return false;
    }
    const Cell& cell = at(column, row);
    return cell.use == Use::industrial || cell.use == Use::urban || cell.use == Use::special;
}

bool Layout::wild(int column, int row) const noexcept
{
    return !inside(column, row) || at(column, row).use == Use::hill;
}

Road Layout::vertical(int i, int j) const noexcept
{
    const Road line = m_lattice.vertical(i);
    if (line == Road::arterial && !(wild(i - 1, j) && wild(i, j))) {
        return line;
    }
    return built(i - 1, j) || built(i, j) ? line : Road::none;
}

Road Layout::horizontal(int i, int j) const noexcept
{
    const Road line = m_lattice.horizontal(j);
    if (line == Road::arterial && !(wild(i, j - 1) && wild(i, j))) {
        return line; // also over the river, by a bridge
    }
    return built(i, j - 1) || built(i, j) ? line : Road::none;
}

} // namespace tenglong::tools::gen
