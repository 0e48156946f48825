#include "tools/gen/layout/lattice.hpp"

#include "tools/gen/base/random.hpp"
#include "tools/gen/base/wave.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] constexpr std::size_t index_of(int number) noexcept
{
    return static_cast<std::size_t>(number);
}

struct Bend {
    double x_turns; // waves a metre
    double y_turns;
    double reach_m;
};

constexpr std::array<Bend, 3> k_bends{Bend{1 / 5200.0, 1 / 3900.0, 150.0},
                                      Bend{-1 / 2900.0, 1 / 4700.0, 70.0},
                                      Bend{1 / 1900.0, 1 / 1500.0, 22.0}};

[[nodiscard]] double bent(std::uint64_t seed, int axis, double x, double y) noexcept
{
    Random random{seed, "bend", axis};
    double sum = 0.0;
    for (const Bend& bend : k_bends) {
        const double phase = random.real(0.0, 1.0);
        sum += bend.reach_m * wave(x * bend.x_turns + y * bend.y_turns + phase);
    }
    return sum;
}

/// How far a coordinate lies outside of [low, high].
[[nodiscard]] double outside(double at, double low, double high) noexcept
{
    return std::max({low - at, at - high, 0.0});
}

[[nodiscard]] Road road_of(std::int64_t number) noexcept
{
    return number == 0 ? Road::arterial : number == 2 ? Road::secondary : Road::local;
}

} // namespace

Lattice::Lattice(std::uint64_t seed, const Tiles& tiles) : m_tiles{tiles}
{
    lay_columns(seed);
    lay_rows(seed);
    place_nodes(seed);
}

void Lattice::lay_columns(std::uint64_t seed)
{
    const int district = m_tiles.district_column();
    for (int i = 0; i <= m_tiles.columns(); ++i) {
        const int in_tile = i % m_tiles.width;
        const bool riverside =
            in_tile == Tiles::k_river_column || in_tile == Tiles::k_river_column + 1;
        m_vertical.push_back(in_tile == district ? Road::arterial
                             : riverside || in_tile == district + Tiles::k_district_columns
                                 ? Road::secondary
                             : in_tile > district || in_tile == 0 ? Road::local
                                                                  : road_of(in_tile % 6));
    }
    Random random{seed, "columns"};
    double x = 0.0;
    for (int i = 0; i <= m_tiles.columns(); ++i) {
        m_x.push_back(x);
        const int in_district = i % m_tiles.width - district;
        const auto free = static_cast<double>(random.between(235, 330));
        if (m_tiles.is_river(i)) {
            constexpr double k_river_strip = 190.0;
            x += k_river_strip;
        } else if (i < m_tiles.columns() && in_district >= 0 &&
                   in_district < Tiles::k_district_columns) {
            x += static_cast<double>(k_inner_width_m + 2 * k_verge_m + half_width_m(vertical(i)) +
                                     half_width_m(vertical(i + 1)));
        } else {
            x += free;
        }
    }
}

void Lattice::lay_rows(std::uint64_t seed)
{
    const int district = m_tiles.district_row();
    for (int j = 0; j <= m_tiles.rows(); ++j) {
        const int in_district = j % m_tiles.height - district;
        m_horizontal.push_back(in_district == 2 ? Road::arterial
                               : in_district == 0 || in_district == Tiles::k_district_rows
                                   ? Road::secondary
                               : in_district < 0 ? road_of(1 - in_district % 3)
                                                 : road_of(in_district % 6));
    }
    Random random{seed, "rows"};
    double y = 0.0;
    for (int j = 0; j <= m_tiles.rows(); ++j) {
        m_y.push_back(y);
        const int in_district = j % m_tiles.height - district;
        const auto free = static_cast<double>(random.between(190, 255));
        if (j < m_tiles.rows() && in_district >= 0 && in_district < Tiles::k_district_rows) {
            y += static_cast<double>(k_inner_height_m + 2 * k_verge_m +
                                     half_width_m(horizontal(j)) + half_width_m(horizontal(j + 1)));
        } else {
            y += free;
        }
    }
}

double Lattice::freedom(double x, double y) const noexcept
{
    // 0 inside of a district, 1 from some distance on; only the districts around matter.
    constexpr double k_reach_m = 1100.0;
    double least = 1.0;
    for (int tile_row = 0; tile_row < m_tiles.down; ++tile_row) {
        const auto bottom = index_of(tile_row * m_tiles.height + m_tiles.district_row());
        const double dy = outside(y, m_y[bottom], m_y[bottom + Tiles::k_district_rows]);
        if (dy >= k_reach_m) {
            continue;
        }
        for (int tile = 0; tile < m_tiles.across; ++tile) {
            const auto left = index_of(tile * m_tiles.width + m_tiles.district_column());
            const double dx = outside(x, m_x[left], m_x[left + Tiles::k_district_columns]);
            least = std::min(least, smooth_step(std::sqrt(dx * dx + dy * dy) / k_reach_m));
        }
    }
    return least;
}

double Lattice::meander(std::uint64_t seed, double x, double y) const noexcept
{
    constexpr double k_width_m = 800.0; // how far the bends of a river are felt
    constexpr double k_swing_m = 190.0;
    double sum = 0.0;
    for (int i = 0; i < m_tiles.columns(); ++i) {
        if (!m_tiles.is_river(i)) {
            continue;
        }
        const double away = (x - m_x[static_cast<std::size_t>(i)]) / k_width_m;
        Random random{seed, "river", i};
        const double phase = random.real(0.0, 1.0);
        sum += k_swing_m * (wave(y / 2300.0 + phase) + 0.35 * wave(y / 1010.0 + 2.3 * phase)) /
               (1.0 + away * away);
    }
    return sum;
}

void Lattice::place_nodes(std::uint64_t seed)
{
    constexpr double k_jitter_m = 14.0;
    m_nodes.reserve(m_x.size() * m_y.size());
    for (std::size_t j = 0; j < m_y.size(); ++j) {
        for (std::size_t i = 0; i < m_x.size(); ++i) {
            Random random{seed, "node", static_cast<std::int64_t>(i), static_cast<std::int64_t>(j)};
            const double x = m_x[i];
            const double y = m_y[j];
            const double free = freedom(x, y);
            const double dx =
                bent(seed, 0, x, y) + meander(seed, x, y) + random.real(-k_jitter_m, k_jitter_m);
            const double dy = bent(seed, 1, x, y) + random.real(-k_jitter_m, k_jitter_m);
            constexpr double k_mm = 1000.0;
            m_nodes.push_back(
                {std::llround((x + free * dx) * k_mm), std::llround((y + free * dy) * k_mm)});
        }
    }
}

} // namespace tenglong::tools::gen
