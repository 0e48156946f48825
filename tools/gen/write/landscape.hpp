#pragma once

#include "tools/gen/base/shape.hpp"
#include "tools/gen/layout/layout.hpp"

#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// The fields of a cell, with paths between them.
[[nodiscard]] std::vector<Shape> fields_of(const Layout& layout, int column, int row,
                                           std::uint64_t seed);

/// Hills with rounded outlines.
[[nodiscard]] std::vector<Shape> hills_of(const Layout& layout);

/// The river of each river column, from the southern border to the northern one.
[[nodiscard]] std::vector<Shape> rivers_of(const Layout& layout);

/// A street as far as it goes on with one class: its middle, and the width to the parcels' lines.
struct RoadStretch {
    std::string name;
    Road road = Road::local;
    double width_m = 0.0;
    std::vector<Point> line;
};

[[nodiscard]] std::vector<RoadStretch> roads_of(const Layout& layout, std::uint64_t seed);

/// The number of a governance unit.
[[nodiscard]] std::string unit_number(std::int32_t unit);

} // namespace tenglong::tools::gen
