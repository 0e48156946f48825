#pragma once

#include <cstdint>

namespace tenglong::tools::gen {

/// The city is made of tiles of equal size; each has a river or not, a few towns, parks, and one
/// district on a strict north-south grid where everything that needs exact outlines is planted.
struct Tiles {
    /// For `parcels` in all: one tile for each 2,500, at most 450.
    explicit Tiles(std::int64_t parcels);

    int across = 1;
    int down = 1;
    int width = 15;  ///< columns of a tile
    int height = 12; ///< rows of a tile
    int towns = 5;   ///< in each tile

    static constexpr int k_district_columns = 5;
    static constexpr int k_district_rows = 4;
    static constexpr int k_river_column = 3;

    [[nodiscard]] int count() const noexcept { return across * down; }
    [[nodiscard]] int columns() const noexcept { return across * width; }
    [[nodiscard]] int rows() const noexcept { return down * height; }
    [[nodiscard]] int of(int column, int row) const noexcept
    {
        return row / height * across + column / width;
    }
    /// First column and row of the district, inside of the tile.
    [[nodiscard]] int district_column() const noexcept { return width - 7; }
    [[nodiscard]] int district_row() const noexcept { return (height - k_district_rows) / 2; }
    [[nodiscard]] bool in_district(int column, int row) const noexcept;
    [[nodiscard]] bool is_river(int column) const noexcept;
};

} // namespace tenglong::tools::gen
