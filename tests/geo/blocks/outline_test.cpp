#include "geo/blocks/outline.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/geometry/unite.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace tenglong::geo {

namespace {

Polygons union_of(const std::vector<std::string>& wkt)
{
    const Polygons column = tests::column(wkt);
    std::vector<std::uint32_t> all(column.size());
    std::iota(all.begin(), all.end(), 0U);
    Polygons output;
    append_union(column, all, output);
    return output;
}

TEST(Outline, NeighboursLoseTheBorderBetweenThem)
{
    EXPECT_EQ(tests::text_of(
                  union_of({"POLYGON((0 0,2 0,2 2,0 2,0 0))", "POLYGON((2 0,4 0,4 2,2 2,2 0))"})),
              "POLYGON ((0 0, 2 0, 4 0, 4 2, 2 2, 0 2, 0 0))");
}

TEST(Outline, ARingOfParcelsLeavesAHole)
{
    const Polygons ring =
        union_of({"POLYGON((0 0,9 0,9 3,6 3,3 3,0 3,0 0))", "POLYGON((0 3,3 3,3 6,0 6,0 3))",
                  "POLYGON((6 3,9 3,9 6,6 6,6 3))", "POLYGON((0 6,3 6,6 6,9 6,9 9,0 9,0 6))"});
    ASSERT_EQ(ring[0].part_count(), 1U);
    EXPECT_EQ(ring[0].part(0).ring_count(), 2U);
    EXPECT_DOUBLE_EQ(area(ring[0]), 72.0);
}

TEST(Outline, WhatOnlyTouchesAtACornerOrLiesApartStaysInParts)
{
    const Polygons parts =
        union_of({"POLYGON((0 0,2 0,2 2,0 2,0 0))", "POLYGON((2 2,4 2,4 4,2 4,2 2))",
                  "POLYGON((9 9,10 9,10 10,9 9))"});
    EXPECT_EQ(parts[0].part_count(), 3U);
    EXPECT_DOUBLE_EQ(area(parts[0]), 8.5);
}

TEST(Outline, OverlapsAndBordersWithoutCommonPointsAreUnitedByGeos)
{
    EXPECT_DOUBLE_EQ(
        area(union_of({"POLYGON((0 0,3 0,3 2,0 2,0 0))", "POLYGON((2 0,4 0,4 2,2 2,2 0))"})[0]),
        8.0);
    const Polygons unshared =
        union_of({"POLYGON((0 0,2 0,2 2,0 2,0 0))", "POLYGON((2 -1,4 -1,4 3,2 3,2 -1))"});
    EXPECT_EQ(unshared[0].part_count(), 1U);
    EXPECT_DOUBLE_EQ(area(unshared[0]), 12.0);
    EXPECT_DOUBLE_EQ(
        area(union_of({"POLYGON((0 0,4 0,4 4,0 4,0 0))", "POLYGON((1 1,2 1,2 2,1 2,1 1))"})[0]),
        16.0);
    EXPECT_DOUBLE_EQ(
        area(union_of({"POLYGON((0 0,4 0,4 4,0 4,0 0))", "POLYGON((4 4,0 4,0 0,4 0,4 4))"})[0]),
        16.0);
}

// Parcels of a town: a grid with crooked borders, some left out. GEOS unites the same ones.
TEST(Outline, EqualsTheUnionOfGeosOnCrookedGrids)
{
    tests::Random random{19};
    for (int round = 0; round < 60; ++round) {
        SCOPED_TRACE(round);
        constexpr std::size_t k_side = 7;
        std::vector<Point> nodes;
        for (std::size_t i = 0; i < k_side * k_side; ++i) {
            const std::size_t row = i / k_side;
            nodes.push_back(
                {40'500'000.0 + static_cast<double>(i % k_side) + random.between(0, 0.6),
                 static_cast<double>(row) + random.between(0, 0.6)});
        }
        Polygons column;
        std::vector<std::uint32_t> members;
        for (std::size_t i = 0; i + k_side < nodes.size(); ++i) {
            if (i % k_side + 1 < k_side && random.below(3) != 0) {
                column.add_ring(std::vector<Point>{nodes[i], nodes[i + 1], nodes[i + k_side + 1],
                                                   nodes[i + k_side], nodes[i]});
                column.close_part();
                column.close_feature();
                members.push_back(static_cast<std::uint32_t>(members.size()));
            }
        }
        Polygons output;
        append_union(column, members, output);
        const GeosContext& context = GeosContext::mine();
        const Polygons expected = united_by_geos(column, members);
        EXPECT_TRUE(truth(context,
                          GEOSEquals_r(context.get(), to_geos(context, output[0]).get(),
                                       to_geos(context, expected[0]).get()),
                          "GEOSEquals"));
    }
}

} // namespace

} // namespace tenglong::geo
