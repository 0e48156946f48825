#include "geo/geometry/hilbert.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <set>

namespace tenglong::geo {

namespace {

// What makes the curve a Hilbert curve: each cell once, and each step to a neighbour.
TEST(Hilbert, OrderOfASquareGridStepsFromCellToNeighbour)
{
    std::vector<Box> boxes;
    for (int x = 0; x < 16; ++x) {
        for (int y = 0; y < 16; ++y) {
            boxes.push_back({x - 0.1, y - 0.1, x + 0.1, y + 0.1});
        }
    }
    const std::vector<std::uint32_t> order = hilbert_order(boxes);

    EXPECT_EQ(std::set<std::uint32_t>(order.begin(), order.end()).size(), 256U);
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        const Point step = boxes[order[i + 1]].centre() - boxes[order[i]].centre();
        EXPECT_NEAR(std::abs(step.x) + std::abs(step.y), 1.0, 1e-9) << i;
    }
}

TEST(Hilbert, EmptyBoxesComeLastAndEqualsKeepTheirOrder)
{
    const Box here{1, 1, 2, 2};

    EXPECT_EQ(hilbert_order(std::vector<Box>{Box{}, here, here, Box{}, here}),
              (std::vector<std::uint32_t>{1, 2, 4, 0, 3}));
}

} // namespace

} // namespace tenglong::geo
