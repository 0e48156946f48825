#pragma once

#include "tools/gen/base/shape.hpp"
#include "tools/gen/layout/cell.hpp"
#include "tools/gen/layout/lattice.hpp"
#include "tools/gen/layout/tiles.hpp"
#include "tools/gen/options.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::tools::gen {

struct Town {
    std::string name;
    int column = 0; ///< its centre
    int row = 0;
    int tile = 0;
    bool seat = false; ///< the county town
    std::int32_t parcels = 0;
};

enum class ParkKind : std::uint8_t { zone, industrial, community, small_enterprise };

struct Park {
    std::string name;
    ParkKind kind = ParkKind::industrial;
    int town = 0;
    int tile = 0;
    int column = 0; ///< where it began
    int row = 0;
    bool in_line = true;
    bool idle = false; ///< much land taken long ago, little of it built on
    int established = 2006;
};

/// Who owns each cell and what it is for. Everything else is made from it, cell by cell.
class Layout {
public:
    explicit Layout(const Options& options);

    [[nodiscard]] const Tiles& tiles() const noexcept { return m_tiles; }
    [[nodiscard]] int columns() const noexcept { return m_tiles.columns(); }
    [[nodiscard]] int rows() const noexcept { return m_tiles.rows(); }
    [[nodiscard]] Point node(int i, int j) const noexcept { return m_lattice.node(i, j); }

    [[nodiscard]] const Cell& at(int column, int row) const noexcept
    {
        return m_cells[index(column, row)];
    }
    [[nodiscard]] bool inside(int column, int row) const noexcept
    {
        return column >= 0 && row >= 0 && column < columns() && row < rows();
    }

    /// The road on line i between rows j and j + 1, and on line j between columns i and i + 1.
    [[nodiscard]] Road vertical(int i, int j) const noexcept;
    [[nodiscard]] Road horizontal(int i, int j) const noexcept;

    [[nodiscard]] const std::vector<Town>& towns() const noexcept { return m_towns; }
    [[nodiscard]] const std::vector<Park>& parks() const noexcept { return m_parks; }
    [[nodiscard]] std::int32_t units() const noexcept { return m_units; }

    struct Place {
        int column = 0;
        int row = 0;
    };
    /// Cells that hold parcels or loose buildings, in the order of the files: by town, then row.
    [[nodiscard]] const std::vector<Place>& order() const noexcept { return m_order; }

    /// Parcels of a tile that stand for ordinary cases.
    [[nodiscard]] std::int32_t mixed_parcels(int tile) const
    {
        return m_mixed[static_cast<std::size_t>(tile)];
    }
    /// The cell of each town that is kept free, outside of the line, for compensation.
    [[nodiscard]] std::optional<Place> reserve(int town) const
    {
        return m_reserves[static_cast<std::size_t>(town)];
    }

private:
    friend class Settlement;

    [[nodiscard]] std::size_t index(int column, int row) const noexcept
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns()) +
               static_cast<std::size_t>(column);
    }
    [[nodiscard]] Cell& cell(int column, int row) noexcept { return m_cells[index(column, row)]; }
    [[nodiscard]] bool built(int column, int row) const noexcept;
    [[nodiscard]] bool wild(int column, int row) const noexcept;

    Tiles m_tiles;
    Lattice m_lattice;
    std::vector<Cell> m_cells;
    std::vector<Town> m_towns;
    std::vector<Park> m_parks;
    std::vector<Place> m_order;
    std::vector<std::int32_t> m_mixed;
    std::vector<std::optional<Place>> m_reserves;
    std::int32_t m_units = 0;
};

} // namespace tenglong::tools::gen
