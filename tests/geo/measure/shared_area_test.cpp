#include "geo/measure/shared_area.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/measure/area_probe.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

double shared_by_geos(const FeatureView& a, const FeatureView& b)
{
    const GeosContext& context = GeosContext::mine();
    const GeometryPtr of_a = to_geos(context, a);
    const GeometryPtr of_b = to_geos(context, b);
    return area(
        context,
        own(context, GEOSIntersection_r(context.get(), of_a.get(), of_b.get()), "and").get());
}

double probed(const FeatureView& a, const FeatureView& b)
{
    AreaProbe probe;
    probe.aim(a, box_of(a.points()));
    return probe.shared_with(b, box_of(b.points()), area(b));
}

TEST(SharedArea, OfTwoSquaresIsTheirCommonRectangle)
{
    const Polygons p =
        tests::column({"POLYGON((0 0,4 0,4 4,0 4,0 0))", "POLYGON((3 1,9 1,9 3,3 3,3 1))"});
    EXPECT_DOUBLE_EQ(shared_area(p[0], p[1]), 2.0);
    EXPECT_DOUBLE_EQ(shared_area(p[1], p[0]), 2.0);
    EXPECT_DOUBLE_EQ(shared_area(p[0], p[0]), 16.0);
}

TEST(SharedArea, OfShapesThatOnlyTouchIsNothing)
{
    const Polygons p = tests::column(
        {"POLYGON((0 0,4 0,4 4,0 4,0 0))",                               // the square
         "POLYGON((4 0,8 0,8 4,4 4,4 0))",                               // shares an edge
         "POLYGON((4 1,8 1,8 3,4 3,4 1))",                               // shares a part of it
         "POLYGON((4 4,5 4,5 5,4 5,4 4))",                               // touches a corner
         "POLYGON((0 4,2 6,4 4,4 9,0 9,0 4))",                           // touches two corners
         "POLYGON((-9 -9,9 -9,9 9,-9 9,-9 -9),(0 0,0 4,4 4,4 0,0 0))"}); // is the hole about it
    for (std::size_t i = 1; i < p.size(); ++i) {
        SCOPED_TRACE(i);
        EXPECT_NEAR(shared_area(p[0], p[i]), 0.0, 1e-12);
        EXPECT_NEAR(probed(p[0], p[i]), 0.0, 1e-12);
        EXPECT_NEAR(probed(p[i], p[0]), 0.0, 1e-12);
    }
}

TEST(SharedArea, CountsHolesAndPartsOfBothSides)
{
    // Hand: the bar covers 1 x 10 of the frame's 10 x 10, less 1 x 4 in the hole, and 1 x 2 of the
    // second part.
    const Polygons p =
        tests::column({"MULTIPOLYGON(((0 0,10 0,10 10,0 10,0 0),(3 3,3 7,7 7,7 3,3 3)),((20 0,22 "
                       "0,22 10,20 10,20 0)))",
                       "MULTIPOLYGON(((-1 4,30 4,30 5,-1 5,-1 4)),((100 0,101 0,101 1,100 0)))"});
    EXPECT_NEAR(shared_area(p[0], p[1]), 8.0, 1e-12);
    EXPECT_NEAR(probed(p[0], p[1]), 8.0, 1e-12);
    EXPECT_NEAR(probed(p[1], p[0]), 8.0, 1e-12);
}

// GEOS builds the overlay and measures it; coordinates as in a 3-degree zone with its prefix.
TEST(SharedArea, EqualsTheOverlayOfGeosOnRandomShapes)
{
    tests::Random random{3};
    for (int round = 0; round < 400; ++round) {
        SCOPED_TRACE(round);
        const Point centre{40'500'000.0 + random.between(-40, 40), 3'300'000.0};
        Polygons p = tests::raw_part({random.star(
            {40'500'000.0, 3'300'000.0}, 3 + static_cast<std::size_t>(round % 30), 5, 60)});
        p.add_ring(random.star(centre, 3 + random.below(20), 5, 60));
        p.close_part();
        p.close_feature();
        const double expected = shared_by_geos(p[0], p[1]);
        EXPECT_NEAR(shared_area(p[0], p[1]), expected, 1e-6);
        EXPECT_NEAR(probed(p[0], p[1]), expected, 1e-6);
        EXPECT_NEAR(probed(p[1], p[0]), expected, 1e-6);
    }
}

TEST(SharedArea, OfShapesWithThousandsOfEdgesIsTheSameByHalves)
{
    tests::Random random{4};
    Polygons p = tests::raw_part({random.star({500'000, 3'300'000}, 3000, 900, 1000)});
    p.add_ring(random.star({500'700, 3'300'100}, 2000, 800, 1000));
    p.close_part();
    p.close_feature();
    EXPECT_NEAR(shared_area(p[0], p[1]) / shared_by_geos(p[0], p[1]), 1.0, 1e-10);
}

// No border crosses another one here; the shares are the smaller shape, less its hole where it has
// one.
TEST(SharedArea, OfShapesInsideEachOtherIsFoundFromBothSides)
{
    const Polygons p =
        tests::column({"POLYGON((0 0,20 0,20 20,0 20,0 0))",
                       "POLYGON((2 2,18 2,18 18,2 18,2 2),(5 5,5 15,15 15,15 5,5 5))",
                       "POLYGON((7 7,9 7,9 9,7 9,7 7))", "POLYGON((4 4,16 4,16 16,4 16,4 4))"});
    const double frame = 256.0 - 100.0;
    EXPECT_DOUBLE_EQ(probed(p[0], p[1]), frame);
    EXPECT_DOUBLE_EQ(probed(p[1], p[0]), frame);
    EXPECT_DOUBLE_EQ(probed(p[1], p[2]), 0.0);
    EXPECT_DOUBLE_EQ(probed(p[2], p[1]), 0.0);
    EXPECT_DOUBLE_EQ(probed(p[1], p[3]), 44.0); // 12 x 12 about the hole of 10 x 10
    EXPECT_DOUBLE_EQ(probed(p[3], p[1]), 44.0);
    EXPECT_DOUBLE_EQ(probed(p[2], p[3]), 4.0);
    EXPECT_DOUBLE_EQ(probed(p[3], p[2]), 4.0);
}

// Inside plus outside is the whole: the complement is a frame with the shape as its hole.
TEST(SharedArea, InsideAndOutsideAddUp)
{
    tests::Random random{5};
    for (int round = 0; round < 100; ++round) {
        std::vector<Point> shape = random.star({0, 0}, 12, 5, 60);
        Polygons p = tests::raw_part({random.star({10, 10}, 9, 5, 60)});
        p.add_ring(shape);
        p.close_part();
        p.close_feature();
        p.add_ring(std::vector<Point>{{-99, -99}, {99, -99}, {99, 99}, {-99, 99}, {-99, -99}});
        std::ranges::reverse(shape);
        p.add_ring(shape);
        p.close_part();
        p.close_feature();
        EXPECT_NEAR(probed(p[0], p[1]) + probed(p[0], p[2]), area(p[0]), 1e-9);
    }
}

} // namespace

} // namespace tenglong::geo
