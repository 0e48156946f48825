#include "geo/blocks/blocks.hpp"

#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

/// Three squares of 10 m in a row; 8 m between the second and the third, and one far off.
Layer row()
{
    Workers workers{1};
    return measured(tests::column({"POLYGON((0 0,10 0,10 10,0 10,0 0))",
                                   "POLYGON((10 0,20 0,20 10,10 10,10 0))",
                                   "POLYGON((28 0,38 0,38 10,28 10,28 0))",
                                   "POLYGON((90 0,100 0,100 10,90 10,90 0))"}),
                    workers);
}

Blocks blocks_of(const std::vector<std::uint32_t>& chosen, const BlockOptions& options)
{
    Workers workers{2};
    return find_blocks(row(), chosen, options, workers);
}

TEST(Blocks, ParcelsThatTouchBelongTogether)
{
    const Blocks blocks = blocks_of({0, 1, 2, 3}, {});

    EXPECT_EQ(blocks.start, (std::vector<std::uint32_t>{0, 2, 3, 4}));
    EXPECT_EQ(blocks.members, (std::vector<std::uint32_t>{0, 1, 2, 3}));
    EXPECT_EQ(blocks.area_m2, (std::vector<double>{200, 100, 100}));
    EXPECT_EQ(blocks.outlines[0].part_count(), 1U);
}

TEST(Blocks, AGapOfExactlyItsWidthIsBridged)
{
    EXPECT_EQ(blocks_of({0, 1, 2, 3}, {.gap_m = 8.0}).start, (std::vector<std::uint32_t>{0, 3, 4}));
    EXPECT_EQ(blocks_of({0, 1, 2, 3}, {.gap_m = 7.99}).size(), 3U);
}

TEST(Blocks, OnlyChosenParcelsConnect)
{
    EXPECT_EQ(blocks_of({0, 2}, {.gap_m = 8.0}).size(), 2U);
    EXPECT_EQ(blocks_of({}, {.gap_m = 8.0}).size(), 0U);
}

TEST(Blocks, SmallOnesAreLeftOut)
{
    const Blocks blocks = blocks_of({0, 1, 3}, {.least_area_m2 = 150.0});

    EXPECT_EQ(blocks.members, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(blocks.outlines.size(), 1U);
}

} // namespace

} // namespace tenglong::geo
