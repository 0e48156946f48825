#include "tools/gen/layout/settlement.hpp"

#include "tools/gen/cases/templates.hpp"
#include "tools/gen/names/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace tenglong::tools::gen {

namespace {

/// Where the towns of a tile lie, as shares of its width and height; the county town first.
struct Seat {
    double x;
    double y;
};
constexpr std::array<Seat, 6> k_seats{Seat{0.36, 0.50}, Seat{0.12, 0.82}, Seat{0.44, 0.90},
                                      Seat{0.10, 0.18}, Seat{0.47, 0.10}, Seat{0.86, 0.90}};

constexpr double k_city_share = 0.05; // of the parcels: homes, shops, offices

} // namespace

Settlement::Settlement(Layout& layout, const Options& options)
    : m_layout{layout}, m_options{options}
{}

int Settlement::first_column(int tile) const
{
    return tile % m_layout.tiles().across * m_layout.tiles().width;
}

int Settlement::first_row(int tile) const
{
    return tile / m_layout.tiles().across * m_layout.tiles().height;
}

void Settlement::settle()
{
    const Tiles& tiles = m_layout.m_tiles;
    for (int row = 0; row < tiles.rows(); ++row) {
        for (int column = 0; column < tiles.columns(); ++column) {
            Cell& cell = m_layout.cell(column, row);
            cell.tile = tiles.of(column, row);
            cell.use = tiles.is_river(column) ? Use::river : Use::farmland;
        }
    }
    found_towns();
    divide_among_towns();
    for (int tile = 0; tile < tiles.count(); ++tile) {
        const std::int64_t quota =
            m_options.parcels / tiles.count() + (tile < m_options.parcels % tiles.count() ? 1 : 0);
        lay_district(tile);
        found_parks(tile);
        build_town_centres(tile);
        const std::int64_t left = std::max<std::int64_t>(0, quota - district_parcels());
        const auto city = static_cast<std::int64_t>(static_cast<double>(left) * k_city_share);
        build_city_parcels(tile, city);
        const std::int64_t scattered = (left - city) / 16;
        build_industry(tile, left - city - scattered);
        scatter_industry(tile, scattered);
        plant_cluster(tile);
        leave_park_idle();
    }
    keep_reserves();
    grow_landscape();
    draw_units();
    number_parcels();
}

void Settlement::found_towns()
{
    const Tiles& tiles = m_layout.m_tiles;
    const int towns = tiles.count() * tiles.towns;
    const auto count = static_cast<std::size_t>(towns);
    const auto names = town_names(Random{m_options.seed, "towns"}, count, m_options.town_names);
    for (int tile = 0; tile < tiles.count(); ++tile) {
        for (int k = 0; k < tiles.towns; ++k) {
            const Seat& seat = k_seats.at(static_cast<std::size_t>(k));
            Town town;
            town.name = names[m_layout.m_towns.size()];
            town.tile = tile;
            town.seat = k == 0;
            town.column = first_column(tile) + static_cast<int>(seat.x * tiles.width);
            town.row = first_row(tile) + static_cast<int>(seat.y * tiles.height);
            while (tiles.is_river(town.column)) {
                ++town.column;
            }
            m_layout.m_towns.push_back(town);
        }
    }
}

void Settlement::divide_among_towns()
{
    const Tiles& tiles = m_layout.m_tiles;
    for (int row = 0; row < tiles.rows(); ++row) {
        for (int column = 0; column < tiles.columns(); ++column) {
            Cell& cell = m_layout.cell(column, row);
            double best = 1e18;
            for (int k = 0; k < tiles.towns; ++k) {
                const int town = cell.tile * tiles.towns + k;
                const Town& seat = m_layout.m_towns[static_cast<std::size_t>(town)];
                // Columns are wider than rows; the county town reaches further.
                const double dx = 1.3 * (column - seat.column);
                const double dy = row - seat.row;
                const double distance = dx * dx + dy * dy - (seat.seat ? 4.0 : 0.0);
                if (distance < best) {
                    best = distance;
                    cell.town = static_cast<std::int16_t>(town);
                }
            }
        }
    }
}

void Settlement::lay_district(int tile)
{
    const Tiles& tiles = m_layout.m_tiles;
    const int left = first_column(tile) + tiles.district_column();
    const int bottom = first_row(tile) + tiles.district_row();
    // The whole district belongs to one town, whose account it tries.
    const std::int16_t town = m_layout.at(left + 1, bottom + 1).town;
    m_zones.push_back(static_cast<int>(m_layout.m_parks.size()));
    m_layout.m_parks.push_back({fmt::format("云浦高新技术产业园区{}",
                                            tile == 0 ? "" : fmt::format("（{}片区）", tile + 1)),
                                ParkKind::zone, town, tile, left + 2, bottom + 2, true, false,
                                2012});
    std::int64_t quota = m_options.parcels / tiles.count();
    for (std::size_t k = 0; k < district_templates().size(); ++k) {
        const Template& plan = district_templates()[k];
        Cell& cell = m_layout.cell(left + static_cast<int>(k) % k_template_columns,
                                   bottom + static_cast<int>(k) / k_template_columns);
        cell.use = Use::special;
        cell.role = Role::special;
        cell.plan = static_cast<std::int16_t>(k);
        cell.town = town;
        cell.line_left = plan.line_left;
        cell.line_right = plan.line_right;
        const auto slots = static_cast<std::int64_t>(plan.slots.size());
        cell.parcels = static_cast<std::uint8_t>(std::min(slots, quota));
        quota -= cell.parcels;
        cell.park = m_zones.back();
        if (plan.own_park) {
            cell.park = static_cast<std::int32_t>(m_layout.m_parks.size());
            m_layout.m_parks.push_back({fmt::format("云浦{}小微企业园", m_layout.m_parks.size()),
                                        ParkKind::small_enterprise, town, tile, 0, 0, true, false,
                                        2021});
        }
    }
}

void Settlement::found_parks(int tile)
{
    const Tiles& tiles = m_layout.m_tiles;
    for (int k = 0; k < tiles.towns; ++k) {
        const int town = tile * tiles.towns + k;
        const Town& seat = m_layout.m_towns[static_cast<std::size_t>(town)];
        Random random{m_options.seed, "park", town};
        Park park;
        park.town = town;
        park.tile = tile;
        park.kind = k % 2 == 0 ? ParkKind::industrial : ParkKind::community;
        park.name = fmt::format("{}{}", short_town(seat.name),
                                park.kind == ParkKind::industrial ? "工业园区" : "工业社区");
        park.column = seat.column + static_cast<int>(random.between(2, 3)) *
                                        (seat.column % tiles.width < tiles.width / 4 ? 1 : -1);
        park.row = seat.row + static_cast<int>(random.between(-1, 1));
        park.in_line = k % 4 != 3;
        park.idle = k == 1;
        park.established = park.idle ? 2008 : static_cast<int>(random.between(1996, 2014));
        m_layout.m_parks.push_back(park);
    }
}

void Settlement::build_town_centres(int tile)
{
    for (const Town& town : m_layout.m_towns) {
        if (town.tile != tile) {
            continue;
        }
        const int reach = town.seat ? 2 : 1;
        for (int dy = -reach; dy <= reach; ++dy) {
            for (int dx = -reach; dx <= reach; ++dx) {
                const int column = town.column + dx;
                const int row = town.row + dy;
                const bool near = town.seat ? dx * dx + dy * dy <= 4 : dy == 0 && dx >= 0;
                if (!m_layout.inside(column, row) || !near ||
                    m_layout.at(column, row).use != Use::farmland) {
                    continue;
                }
                m_layout.cell(column, row).use = Use::urban;
            }
        }
    }
}

void Settlement::build_city_parcels(int tile, std::int64_t parcels)
{
    const int left = first_column(tile);
    const int bottom = first_row(tile);
    for (int row = bottom; row < bottom + m_layout.m_tiles.height && parcels > 0; ++row) {
        for (int column = left; column < left + m_layout.m_tiles.width && parcels > 0; ++column) {
            Cell& cell = m_layout.cell(column, row);
            if (cell.use == Use::urban) {
                const auto count =
                    static_cast<std::int64_t>(3 + mixed(m_options.seed, column, row) % 4);
                cell.parcels = static_cast<std::uint8_t>(std::min(count, parcels));
                parcels -= cell.parcels;
            }
        }
    }
    divide_more(tile, Use::urban, parcels);
}

void Settlement::number_parcels()
{
    const auto town_count = m_layout.m_towns.size();
    std::vector<std::vector<Layout::Place>> by_town(town_count);
    for (int row = 0; row < m_layout.rows(); ++row) {
        for (int column = 0; column < m_layout.columns(); ++column) {
            const Cell& cell = m_layout.at(column, row);
            if (cell.parcels > 0 || cell.use == Use::urban || cell.use == Use::village) {
                by_town[static_cast<std::size_t>(cell.town)].push_back({column, row});
            }
        }
    }
    m_layout.m_mixed.assign(static_cast<std::size_t>(m_layout.m_tiles.count()), 0);
    std::int64_t first = 0;
    for (std::size_t town = 0; town < town_count; ++town) {
        std::int32_t number = 1;
        for (const Layout::Place place : by_town[town]) {
            Cell& cell = m_layout.cell(place.column, place.row);
            cell.first_parcel = first;
            cell.first_number = number;
            first += cell.parcels;
            number += cell.parcels;
            if (cell.use == Use::industrial && cell.role == Role::mixed && !cell.scattered) {
                std::int32_t& mixed = m_layout.m_mixed[static_cast<std::size_t>(cell.tile)];
                cell.first_mixed = mixed;
                mixed += cell.parcels;
            }
            m_layout.m_order.push_back(place);
        }
        m_layout.m_towns[town].parcels = number - 1;
    }
}

} // namespace tenglong::tools::gen
