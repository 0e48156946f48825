#include "tools/gen/layout/settlement.hpp"

#include "tools/gen/base/random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace tenglong::tools::gen {

std::uint8_t Settlement::ordinary_count(int column, int row) const
{
    constexpr std::array<std::uint8_t, 14> k_counts{1, 2, 3, 4, 5, 5, 6, 6, 7, 8, 8, 9, 10, 12};
    Random random{m_options.seed, "count", column, row};
    return random.pick(k_counts);
}

std::vector<Settlement::Candidate> Settlement::ranked(int tile) const
{
    constexpr double k_zone_reach = 1.6;
    constexpr double k_park_reach = 2.6;
    std::vector<Candidate> all;
    const Tiles& tiles = m_layout.m_tiles;
    const int left = first_column(tile);
    const int bottom = first_row(tile);
    for (int row = bottom; row < bottom + tiles.height; ++row) {
        for (int column = left; column < left + tiles.width; ++column) {
            if (m_layout.at(column, row).use != Use::farmland) {
                continue;
            }
            Candidate best{-1e9, column, row, -1};
            Random random{m_options.seed, "rank", column, row};
            const double noise = random.real(-0.35, 0.35);
            for (auto k = static_cast<std::size_t>(m_zones.back()); k < m_layout.m_parks.size();
                 ++k) {
                const Park& park = m_layout.m_parks[k];
                if (park.kind == ParkKind::small_enterprise) {
                    continue;
                }
                double dx = 1.25 * std::abs(column - park.column);
                double dy = std::abs(row - park.row);
                double reach = k_park_reach;
                if (park.kind == ParkKind::zone) { // grows around its district
                    dx = std::max(0.0, std::abs(column - park.column) - 2.0);
                    dy = std::max(0.0, std::abs(row - (park.row - 0.5)) - 1.5);
                    reach = k_zone_reach;
                }
                const double score = reach + noise - std::sqrt(dx * dx + dy * dy);
                if (score > best.score) {
                    best.score = score;
                    best.park = static_cast<std::int32_t>(k);
                }
            }
            all.push_back(best);
        }
    }
    std::ranges::stable_sort(all, std::greater{}, &Candidate::score);
    return all;
}

void Settlement::build_industry(int tile, std::int64_t parcels)
{
    for (const Candidate& place : ranked(tile)) {
        if (parcels <= 0) {
            return;
        }
        Cell& cell = m_layout.cell(place.column, place.row);
        const Park& park = m_layout.m_parks[static_cast<std::size_t>(place.park)];
        cell.use = Use::industrial;
        cell.park = place.park;
        cell.line_left = park.in_line;
        cell.line_right = park.in_line;
        const std::int64_t count = ordinary_count(place.column, place.row);
        cell.parcels = static_cast<std::uint8_t>(std::min(count, parcels));
        parcels -= cell.parcels;
    }
    divide_more(tile, Use::industrial, parcels);
}

void Settlement::divide_more(int tile, Use use, std::int64_t parcels)
{
    constexpr std::int64_t k_most = 40;
    const int left = first_column(tile);
    const int bottom = first_row(tile);
    for (bool room = true; room && parcels > 0;) {
        room = false;
        for (int row = bottom; row < bottom + m_layout.m_tiles.height; ++row) {
            for (int column = left; column < left + m_layout.m_tiles.width; ++column) {
                Cell& cell = m_layout.cell(column, row);
                if (cell.use == use && cell.parcels < k_most && parcels > 0) {
                    ++cell.parcels;
                    --parcels;
                    room = true;
                }
            }
        }
    }
    if (parcels > 0) {
        throw std::logic_error{"no room for all parcels"};
    }
}

void Settlement::scatter_industry(int tile, std::int64_t parcels)
{
    const auto places = ranked(tile); // what is left; from the far end
    std::size_t step = 0;
    bool first = true;
    for (auto place = places.rbegin(); place != places.rend() && parcels > 0; ++place, ++step) {
        const bool taken = near_building(place->column, place->row, 1);
        if (step % 3 != 0 || (taken && step < places.size() / 2)) {
            continue;
        }
        Cell& cell = m_layout.cell(place->column, place->row);
        cell.use = Use::industrial;
        cell.scattered = true;
        cell.first_scattered = first;
        first = false;
        const std::int64_t count = std::min<std::int64_t>(4, parcels);
        cell.parcels = static_cast<std::uint8_t>(count);
        parcels -= count;
    }
    if (parcels > 0) {
        build_industry(tile, parcels);
    }
}

bool Settlement::near_building(int column, int row, int distance) const
{
    for (int dy = -distance; dy <= distance; ++dy) {
        for (int dx = -distance; dx <= distance; ++dx) {
            const bool open = m_layout.inside(column + dx, row + dy) &&
                              m_layout.at(column + dx, row + dy).use == Use::open;
            if (open || m_layout.built(column + dx, row + dy)) {
                return true;
            }
        }
    }
    return false;
}

void Settlement::mark_cluster(int column, int row, int number)
{
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 2; ++dx) {
            if (m_layout.inside(column + dx, row + dy)) {
                Cell& around = m_layout.cell(column + dx, row + dy);
                around.role = around.role == Role::mixed ? Role::clean : around.role;
            }
        }
    }
    for (int dx = 0; dx <= 1; ++dx) {
        m_layout.cell(column + dx, row).role = Role::cluster;
        m_layout.cell(column + dx, row).cluster = number;
    }
}

void Settlement::plant_cluster(int tile)
{
    const int left = first_column(tile);
    const int bottom = first_row(tile);
    const auto ordinary = [this](int column, int row) {
        const Cell& cell = m_layout.at(column, row);
        return cell.use == Use::industrial && !cell.scattered && cell.parcels >= 3;
    };
    for (int row = bottom; row < bottom + m_layout.m_tiles.height; ++row) {
        for (int column = left; column + 1 < left + m_layout.m_tiles.width; ++column) {
            const bool narrow = m_layout.m_lattice.vertical(column + 1) == Road::local;
            if (!narrow || !ordinary(column, row) || !ordinary(column + 1, row)) {
                continue;
            }
            mark_cluster(column, row, tile);
            return;
        }
    }
}

void Settlement::leave_park_idle()
{
    for (auto k = static_cast<std::size_t>(m_zones.back()); k < m_layout.m_parks.size(); ++k) {
        const Park& park = m_layout.m_parks[k];
        if (!park.idle) {
            continue;
        }
        for (int dy = -2; dy <= 2; ++dy) {
            for (int dx = -2; dx <= 2; ++dx) {
                const int column = park.column + dx;
                const int row = park.row + dy;
                if (m_layout.inside(column, row) && m_layout.at(column, row).use == Use::farmland) {
                    Cell& cell = m_layout.cell(column, row);
                    cell.use = Use::open;
                    cell.park = static_cast<std::int32_t>(k);
                    cell.line_left = park.in_line;
                    cell.line_right = park.in_line;
                }
            }
        }
    }
}

} // namespace tenglong::tools::gen
