#include "geo/geometry/polygons.hpp"

#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

TEST(Polygons, ViewsFollowTheOffsets)
{
    const Polygons polygons =
        tests::column({"POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,1 2,2 2,2 1,1 1))", "MULTIPOLYGON EMPTY",
                       "MULTIPOLYGON(((20 0,21 0,21 1,20 0)),((30 0,31 0,31 1,30 0)))"});

    ASSERT_EQ(polygons.size(), 3U);
    EXPECT_EQ(polygons[0].part_count(), 1U);
    EXPECT_EQ(polygons[0].part(0).holes().size(), 1U);
    EXPECT_TRUE(polygons[1].empty());
    EXPECT_TRUE(polygons[1].points().empty());
    EXPECT_EQ(polygons[2].part(1).shell()[0], (Point{30, 0}));
    EXPECT_EQ(polygons[2].points().size(), 8U);
    EXPECT_EQ(polygons[2].rings().size(), 2U);
}

TEST(Polygons, AppendedFeatureEqualsItsSource)
{
    const Polygons source = tests::column(
        {"POINT(0 0)",
         "MULTIPOLYGON(((0 0,9 0,9 9,0 0),(4 1,5 2,5 1,4 1)),((20 0,21 0,21 1,20 0)))"});
    Polygons copy;
    copy.append(source[1]);
    copy.append(source[0]);

    EXPECT_EQ(tests::text_of(copy), tests::text_of(source));
    EXPECT_TRUE(copy[1].empty());
}

TEST(Polygons, UnfinishedPartsCanBeDropped)
{
    Polygons polygons = tests::column({"POLYGON((0 0,1 0,1 1,0 0))"});
    const std::vector<Point> ring{{5, 5}, {6, 5}, {6, 6}, {5, 5}};
    polygons.add_ring(ring);
    polygons.close_part();
    polygons.add_ring(ring);
    polygons.drop_unfinished();
    polygons.close_feature();

    EXPECT_EQ(polygons.size(), 2U);
    EXPECT_TRUE(polygons[1].empty());
    EXPECT_EQ(polygons.points.size(), 4U);
}

} // namespace

} // namespace tenglong::geo
