#include "geo/geometry/geos.hpp"

#include "core/base/error.hpp"
#include "geo/geometry/ring.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

TEST(Geos, FailuresCarryTheLibrarysReason)
{
    const GeosContext& context = GeosContext::mine();
    const Polygons open = tests::raw_part({{{0, 0}, {1, 0}, {1, 1}, {0, 1}}});
    try {
        static_cast<void>(to_geos(context, open[0]));
        FAIL() << "an open ring was taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.text().en,
                  "the geometry library failed in 'GEOSGeom_createLinearRing': "
                  "IllegalArgumentException: Points of LinearRing do not form a closed linestring");
    }
}

TEST(Geos, AThirdAnswerIsAFailureAndNeverTrue)
{
    const GeosContext& context = GeosContext::mine();
    EXPECT_TRUE(truth(context, 1, "call"));
    EXPECT_FALSE(truth(context, 0, "call"));
    EXPECT_THROW(static_cast<void>(truth(context, 2, "call")), Error);
}

TEST(Geos, PolygonsComeBackWithShellsCounterClockwise)
{
    const Polygons polygons = tests::column({"GEOMETRYCOLLECTION(LINESTRING(0 0,1 1),"
                                             "POLYGON((0 0,0 9,9 9,9 0,0 0),(1 1,2 1,2 2,1 "
                                             "1)),MULTIPOLYGON(((20 0,20 1,21 1,20 0))))"});

    ASSERT_EQ(polygons[0].part_count(), 2U);
    EXPECT_GT(signed_area(polygons[0].part(0).shell()), 0.0);
    EXPECT_LT(signed_area(polygons[0].part(0).ring(1)), 0.0);
    EXPECT_DOUBLE_EQ(area(polygons[0]), 81.0);
    const GeosContext& context = GeosContext::mine();
    EXPECT_DOUBLE_EQ(area(context, to_geos(context, polygons[0]).get()), 81.0);
}

} // namespace

} // namespace tenglong::geo
