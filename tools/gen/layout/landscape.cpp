#include "tools/gen/layout/settlement.hpp"

#include "tools/gen/base/random.hpp"
#include "tools/gen/base/wave.hpp"

#include <map>
#include <tuple>

namespace tenglong::tools::gen {

void Settlement::keep_reserves()
{
    m_layout.m_reserves.assign(m_layout.m_towns.size(), std::nullopt);
    for (std::size_t k = 0; k < m_layout.m_towns.size(); ++k) {
        const Town& town = m_layout.m_towns[k];
        int best = 1 << 30;
        for (int row = 0; row < m_layout.rows(); ++row) {
            if (row / m_layout.m_tiles.height != town.tile / m_layout.m_tiles.across) {
                continue;
            }
            const int left = first_column(town.tile);
            for (int column = left; column < left + m_layout.m_tiles.width; ++column) {
                const Cell& cell = m_layout.at(column, row);
                const int dx = column - town.column;
                const int dy = row - town.row;
                if (cell.use == Use::farmland && cell.town == static_cast<int>(k) &&
                    dx * dx + dy * dy < best) {
                    best = dx * dx + dy * dy;
                    m_layout.m_reserves[k] = Layout::Place{column, row};
                }
            }
        }
        if (m_layout.m_reserves[k]) {
            m_layout.cell(m_layout.m_reserves[k]->column, m_layout.m_reserves[k]->row).use =
                Use::open;
        }
    }
}

void Settlement::grow_landscape()
{
    Random random{m_options.seed, "hills"};
    const double phase = random.real(0.0, 1.0);
    for (int row = 0; row < m_layout.rows(); ++row) {
        for (int column = 0; column < m_layout.columns(); ++column) {
            if (m_layout.at(column, row).use != Use::farmland) {
                continue;
            }
            const int in_tile = column % m_layout.m_tiles.width;
            const int up = row % m_layout.m_tiles.height;
            const bool border = in_tile == 0 || up == 0 || in_tile + 1 == m_layout.m_tiles.width ||
                                up + 1 == m_layout.m_tiles.height;
            const double height = wave(column / 9.0 + phase) + wave(row / 7.0 - 2 * phase) +
                                  wave((column + row) / 13.0) + (border ? 1.3 : 0.0);
            if (height > 0.1 && !near_building(column, row, 1)) {
                m_layout.cell(column, row).use = Use::hill;
            }
        }
    }
    for (int row = 0; row < m_layout.rows(); ++row) {
        for (int column = 0; column < m_layout.columns(); ++column) {
            constexpr std::uint64_t k_one_in = 7;
            if (m_layout.at(column, row).use == Use::farmland &&
                mixed(m_options.seed + 1, column, row) % k_one_in == 0) {
                m_layout.cell(column, row).use = Use::village;
            }
        }
    }
}

void Settlement::draw_units()
{
    // Three by two cells of one park each.
    std::map<std::tuple<std::int32_t, int, int>, std::int32_t> units;
    for (int row = 0; row < m_layout.rows(); ++row) {
        for (int column = 0; column < m_layout.columns(); ++column) {
            Cell& cell = m_layout.cell(column, row);
            if (cell.park >= 0) {
                const auto key = std::make_tuple(cell.park, column / 3, row / 2);
                cell.unit =
                    units.try_emplace(key, static_cast<std::int32_t>(units.size())).first->second;
            }
        }
    }
    m_layout.m_units = static_cast<std::int32_t>(units.size());
}

} // namespace tenglong::tools::gen
