#include "tools/gen/layout/tiles.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong::tools::gen {

namespace {

constexpr double k_parcels_a_tile = 2500.0;
constexpr double k_parcels_a_cell = 6.3; // what an ordinary industrial cell holds on average
constexpr double k_industrial_share = 0.30;
constexpr double k_district_cells = 26.0; // with the room around it
constexpr double k_district_parcels = 75.0;
constexpr int k_most_tiles = 450;
constexpr int k_most_towns = 600; // there are no more names

} // namespace

Tiles::Tiles(std::int64_t parcels)
{
    const double wanted = std::clamp(static_cast<double>(parcels) / k_parcels_a_tile, 1.0,
                                     static_cast<double>(k_most_tiles));
    across = std::max(1, static_cast<int>(std::sqrt(wanted * 1.2)));
    down = std::max(1, static_cast<int>(wanted / across));
    const double each = static_cast<double>(parcels) / count();
    const double cells =
        std::max(0.0, each - k_district_parcels) / k_parcels_a_cell / k_industrial_share +
        k_district_cells;
    height = std::max(height, static_cast<int>(std::ceil(std::sqrt(cells * 0.85))));
    width = std::max(width, static_cast<int>(std::ceil(cells / height)));
    towns = std::clamp(k_most_towns / count(), 1, count() == 1 ? 5 : 6);
}

bool Tiles::in_district(int column, int row) const noexcept
{
    const int i = column % width - district_column();
    const int j = row % height - district_row();
    return i >= 0 && i < k_district_columns && j >= 0 && j < k_district_rows;
}

bool Tiles::is_river(int column) const noexcept
{
    return column % width == k_river_column && column / width % 2 == 0;
}

} // namespace tenglong::tools::gen
