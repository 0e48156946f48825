#include "geo/geometry/ring.hpp"

#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

TEST(Ring, AreaIsPositiveCounterClockwise)
{
    const std::vector<Point> ccw{{0, 0}, {4, 0}, {4, 3}, {0, 3}, {0, 0}};
    const std::vector<Point> cw{ccw.rbegin(), ccw.rend()};

    EXPECT_DOUBLE_EQ(signed_area(ccw), 12.0);
    EXPECT_DOUBLE_EQ(signed_area(cw), -12.0);
    EXPECT_DOUBLE_EQ(length(ccw), 14.0);
    EXPECT_DOUBLE_EQ(signed_area(RingView{}), 0.0);
}

// With a zone prefix the easting has eight digits before the point; summing x * y there loses
// square decimetres.
TEST(Ring, AreaKeepsItsDigitsAtAnEastingWithZonePrefix)
{
    const double x = 40'500'000.0;
    const double y = 3'300'000.0;
    const std::vector<Point> ring{{x, y}, {x + 0.25, y}, {x + 0.25, y + 0.5}, {x, y + 0.5}, {x, y}};

    EXPECT_DOUBLE_EQ(signed_area(ring), 0.125);
}

TEST(Ring, LocatesPointsInsideOutsideAndOnTheBoundary)
{
    const Polygons polygons =
        tests::column({"POLYGON((0 0,10 0,10 10,0 10,0 0),(4 4,4 6,6 6,6 4,4 4))"});
    const FeatureView square = polygons[0];

    EXPECT_EQ(locate({1, 1}, square), Side::inside);
    EXPECT_EQ(locate({5, 5}, square), Side::outside);
    EXPECT_EQ(locate({11, 10}, square), Side::outside);
    EXPECT_EQ(locate({10, 5}, square), Side::boundary);
    EXPECT_EQ(locate({3, 0}, square), Side::boundary);
    EXPECT_EQ(locate({0, 10}, square), Side::boundary);
    EXPECT_EQ(locate({5, 6}, square), Side::boundary);
    EXPECT_EQ(locate({-5, 10}, square), Side::outside);
}

// GEOS answers the same question by a robust predicate.
TEST(Ring, LocatesLikeGeosOnRandomStars)
{
    const GeosContext& context = GeosContext::mine();
    tests::Random random{1};
    for (int round = 0; round < 50; ++round) {
        const Polygons polygons = tests::raw_part({random.star({100, 100}, 12, 10, 50)});
        const GeometryPtr star = to_geos(context, polygons[0]);
        for (int i = 0; i < 50; ++i) {
            const Point p{random.between(50, 150), random.between(50, 150)};
            const GeometryPtr point =
                own(context, GEOSGeom_createPointFromXY_r(context.get(), p.x, p.y), "point");
            const bool inside = truth(
                context, GEOSContains_r(context.get(), star.get(), point.get()), "GEOSContains");
            EXPECT_EQ(locate(p, polygons[0]) == Side::inside, inside);
        }
    }
}

TEST(Ring, PointInsideAvoidsHolesAndNotches)
{
    const Polygons polygons =
        tests::column({"POLYGON((0 0,10 0,10 10,0 10,0 0),(1 1,1 9,9 9,9 1,1 1))",
                       "POLYGON((0 0,30 0,30 10,20 10,20 1,10 1,10 10,0 10,0 0))",
                       "POLYGON((0 0,1e-3 0,50 50,0 0))"});
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        SCOPED_TRACE(i);
        EXPECT_EQ(locate(point_inside(polygons[i].part(0)), polygons[i]), Side::inside);
    }
}

} // namespace

} // namespace tenglong::geo
