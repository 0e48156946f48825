#include "geo/blocks/blocks.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/geometry/unite.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

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

/// Eight parcels of 10 m about a ninth, with 2 m between all of them; the ninth stands in the
/// middle of the list, and a tenth lies outside.
Layer ring_of_eight()
{
    std::vector<std::string> wkt;
    for (int i = 0; i < 9; ++i) {
        const int x = 12 * (i % 3);
        const int y = 12 * (i / 3);
        wkt.push_back("POLYGON((" + std::to_string(x) + " " + std::to_string(y) + "," +
                      std::to_string(x + 10) + " " + std::to_string(y) + "," +
                      std::to_string(x + 10) + " " + std::to_string(y + 10) + "," +
                      std::to_string(x) + " " + std::to_string(y + 10) + "," + std::to_string(x) +
                      " " + std::to_string(y) + "))");
    }
    wkt.emplace_back("POLYGON((36 0,46 0,46 10,36 10,36 0))");
    Workers workers{1};
    return measured(tests::column(wkt), workers);
}

TEST(Blocks, AGoodParcelInTheMiddleIsCountedApart)
{
    Workers workers{1};
    const std::vector<std::uint32_t> low{0, 1, 2, 3, 5, 6, 7, 8};
    const Blocks blocks =
        find_blocks(ring_of_eight(), low, {.gap_m = 2.0, .seek_enclosed = true}, workers);

    ASSERT_EQ(blocks.size(), 1U);
    EXPECT_DOUBLE_EQ(blocks.area_m2[0], 800.0);
    ASSERT_EQ(blocks.enclosed, (std::vector<std::uint32_t>{4}));
    EXPECT_DOUBLE_EQ(blocks.enclosed_m2[0], 100.0);
    EXPECT_DOUBLE_EQ(blocks.share(0), 800.0 / 900.0);
}

TEST(Blocks, AParcelInABayIsNotEnclosed)
{
    Workers workers{1};
    const std::vector<std::uint32_t> low{0, 1, 2, 3, 6, 7, 8}; // open to the right
    const Blocks blocks =
        find_blocks(ring_of_eight(), low, {.gap_m = 2.0, .seek_enclosed = true}, workers);

    ASSERT_EQ(blocks.size(), 1U);
    EXPECT_TRUE(blocks.enclosed.empty());
}

TEST(Blocks, BelowTheLeastShareThereIsNoBlock)
{
    Workers workers{1};
    const std::vector<std::uint32_t> low{0, 1, 2, 3, 5, 6, 7, 8};
    BlockOptions options{.gap_m = 2.0, .seek_enclosed = true, .least_share = 0.88};
    EXPECT_EQ(find_blocks(ring_of_eight(), low, options, workers).size(), 1U); // 800 / 900
    options.least_share = 0.89;
    EXPECT_EQ(find_blocks(ring_of_eight(), low, options, workers).size(), 0U);
}

TEST(Blocks, FiguresAreSummedOverMembersAndMissingOnesAreCounted)
{
    const Blocks blocks = blocks_of({0, 1, 3}, {});
    const std::vector<double> tax{5.0, std::numeric_limits<double>::quiet_NaN(), 7.0, 1.5};

    const std::vector<BlockSum> sums = sums_by_block(blocks, tax);
    ASSERT_EQ(sums.size(), 2U);
    EXPECT_DOUBLE_EQ(sums[0].sum, 5.0);
    EXPECT_EQ(sums[0].missing, 1U);
    EXPECT_DOUBLE_EQ(sums[1].sum, 1.5);
    EXPECT_EQ(sums[1].missing, 0U);
}

/// Squares of 10 m on a grid of 11 m, jittered so that some touch or overlap their neighbours.
Polygons scattered(tests::Random& random)
{
    Polygons column;
    for (int i = 0; i < 64; ++i) {
        const double x = 40'500'000.0 + 11.0 * (i % 8) + random.between(-1.5, 1.5);
        const double y = 3'300'000.0 + 11.0 * (i / 8) + random.between(-1.5, 1.5); // NOLINT
        column.add_ring(
            std::vector<Point>{{x, y}, {x + 10, y}, {x + 10, y + 10}, {x, y + 10}, {x, y}});
        column.close_part();
        column.close_feature();
    }
    return column;
}

// Second source: GEOS's union of everything chosen.
TEST(Blocks, AreasAreThatOfTheUnionAndTheOrderOfParcelsDoesNotMatter)
{
    tests::Random random{41};
    Workers workers{2};
    for (int round = 0; round < 10; ++round) {
        const Polygons shapes = scattered(random);
        std::vector<std::uint32_t> order(shapes.size());
        std::iota(order.begin(), order.end(), 0U);
        std::vector<double> areas;
        for (int turn = 0; turn < 2; ++turn) {
            Polygons shuffled;
            std::vector<std::uint32_t> chosen;
            for (std::uint32_t i = 0; i < order.size(); ++i) {
                shuffled.append(shapes[order[i]]);
                if (order[i] % 3 != 0) {
                    chosen.push_back(i);
                }
            }
            const Blocks blocks = find_blocks(measured(shuffled, workers), chosen,
                                              {.gap_m = 0.5, .seek_enclosed = true}, workers);
            std::vector<double> found = blocks.area_m2;
            found.insert(found.end(), blocks.enclosed_m2.begin(), blocks.enclosed_m2.end());
            std::ranges::sort(found);
            double sum = 0.0;
            for (const double area_m2 : blocks.area_m2) {
                sum += area_m2;
            }
            EXPECT_NEAR(sum, area(united_by_geos(shuffled, chosen)[0]), 1e-6);
            if (turn == 0) {
                areas = found;
                for (std::size_t i = order.size(); i > 1; --i) {
                    std::swap(order[i - 1], order[random.below(i)]);
                }
                continue;
            }
            ASSERT_EQ(found.size(), areas.size());
            for (std::size_t i = 0; i < areas.size(); ++i) {
                EXPECT_NEAR(found[i], areas[i], 1e-6);
            }
        }
    }
}

} // namespace

} // namespace tenglong::geo
