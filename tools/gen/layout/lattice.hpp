#pragma once

#include "tools/gen/base/shape.hpp"
#include "tools/gen/layout/cell.hpp"
#include "tools/gen/layout/tiles.hpp"

#include <cstdint>
#include <vector>

namespace tenglong::tools::gen {

/// The street lines of the city and where they cross. Lines bend smoothly with the land, more so
/// along the river; inside of a district they run exactly north-south and east-west.
class Lattice {
public:
    Lattice(std::uint64_t seed, const Tiles& tiles);

    /// Crossing of the i-th line from the west with the j-th from the south.
    [[nodiscard]] Point node(int i, int j) const noexcept
    {
        return m_nodes[static_cast<std::size_t>(j) * (m_x.size()) + static_cast<std::size_t>(i)];
    }

    /// What the whole line is meant to be; stretches of it may be missing.
    [[nodiscard]] Road vertical(int i) const noexcept
    {
        return m_vertical[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] Road horizontal(int j) const noexcept
    {
        return m_horizontal[static_cast<std::size_t>(j)];
    }

private:
    void lay_columns(std::uint64_t seed);
    void lay_rows(std::uint64_t seed);
    void place_nodes(std::uint64_t seed);
    [[nodiscard]] double freedom(double x, double y) const noexcept;
    [[nodiscard]] double meander(std::uint64_t seed, double x, double y) const noexcept;

    Tiles m_tiles;
    std::vector<double> m_x; ///< in metres, before bending
    std::vector<double> m_y;
    std::vector<Road> m_vertical;
    std::vector<Road> m_horizontal;
    std::vector<Point> m_nodes;
};

/// Size of the ground of a district's cell, in metres: templates fill it.
constexpr std::int64_t k_inner_width_m = 300;
constexpr std::int64_t k_inner_height_m = 200;
/// Between the road's edge and the first parcel, in metres.
constexpr std::int64_t k_verge_m = 2;

} // namespace tenglong::tools::gen
