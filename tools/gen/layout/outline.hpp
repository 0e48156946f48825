#pragma once

#include "tools/gen/base/shape.hpp"
#include "tools/gen/layout/layout.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

namespace tenglong::tools::gen {

/// Outlines of groups of cells, along the middle of the streets, so that neighbours share every
/// corner. Cells count in halves, west and east, because the control line may cut one in two.
class Outlines {
public:
    /// The group of the half cell, or a negative number for none. `half` counts the halves of a
    /// row from the west: 2 * column, 2 * column + 1.
    using Group = std::function<std::int32_t(int half, int row)>;

    /// Corners to put between two neighbouring ones; called with the smaller one first.
    using Bends = std::function<std::vector<Point>(Point from, Point to, bool middle)>;

    /// One shape for each group. Its polygons are the parts that hang together by an edge.
    [[nodiscard]] static std::map<std::int32_t, Shape> of(const Layout& layout, const Group& group,
                                                          const Bends& bends = {});
};

/// The crossing or, for odd `half`, the middle of the southern side of a cell.
[[nodiscard]] Point half_node(const Layout& layout, int half, int j);

} // namespace tenglong::tools::gen
