#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/polygons.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tenglong::geo {

/// A quick test of validity that never says yes wrongly.
///
/// Yes means: every ring is closed, on a map, has an area and no repeated points; no two edges
/// touch but at the ends they share in a ring; holes lie in their shell and not in each other,
/// parts lie apart. Rings that touch themselves or each other, and cases too close for the
/// arithmetic, are left to GEOS. Which way rings turn does not matter.
///
/// Keeps its memory from one feature to the next; serves one thread.
class ValidityTest {
public:
    [[nodiscard]] bool surely_valid(const FeatureView& feature);

private:
    struct Edge {
        Point a;
        Point b;
        std::uint32_t ring = 0;
    };

    [[nodiscard]] bool add_ring(RingView ring, std::uint32_t number);
    [[nodiscard]] bool edges_are_apart() const;
    [[nodiscard]] bool adjacent(std::size_t i, std::size_t j) const;

    std::vector<Edge> m_edges;
    std::vector<Box> m_boxes;
    std::vector<std::size_t> m_ring_begin; ///< by ring: its first edge; one more at the end
};

} // namespace tenglong::geo
