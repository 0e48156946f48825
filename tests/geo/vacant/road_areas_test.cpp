#include "geo/vacant/road_areas.hpp"

#include "geo/geometry/ring.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tenglong::geo {

namespace {

Lines two_roads()
{
    Lines lines;
    lines.points = {{0, 0}, {100, 0}};
    lines.close_line();
    lines.close_feature();
    lines.close_feature(); // a road without a line
    lines.points.insert(lines.points.end(), {{0, 50}, {100, 50}});
    lines.close_line();
    lines.points.insert(lines.points.end(), {{50, 0}, {50, 100}});
    lines.close_line();
    lines.close_feature();
    return lines;
}

// By hand: 100 m x 12 m; two of 100 m x 10 m less the 10 m x 10 m where they cross.
TEST(RoadAreas, HalfTheWidthLiesOnEitherSideOfTheCentreLine)
{
    constexpr double k_missing = std::numeric_limits<double>::quiet_NaN();
    Workers workers{2};
    const std::vector<double> widths{12.0, 8.0, k_missing};
    const Polygons areas = road_areas(two_roads(), widths, 10.0, workers);

    ASSERT_EQ(areas.size(), 3U);
    EXPECT_NEAR(area(areas[0]), 1200.0, 1e-9);
    EXPECT_TRUE(areas[1].empty());
    EXPECT_NEAR(area(areas[2]), 1900.0, 1e-9);
}

TEST(RoadAreas, WithoutWidthsTheUsualOneCounts)
{
    Workers workers{1};
    EXPECT_NEAR(area(road_areas(two_roads(), {}, 5.0, workers)[0]), 500.0, 1e-9);
    EXPECT_TRUE(road_areas(two_roads(), {}, 0.0, workers)[0].empty());
}

} // namespace

} // namespace tenglong::geo
