#include "geo/check/validity.hpp"

#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tenglong::geo {

namespace {

bool surely_valid(const Polygons& column)
{
    ValidityTest test;
    return test.surely_valid(column[0]);
}

bool surely_valid(const std::vector<Point>& ring)
{
    return surely_valid(tests::raw_part({ring}));
}

TEST(ValidityTest, PassesOrdinaryShapes)
{
    for (const char* wkt :
         {"POLYGON((0 0,4 0,4 4,0 4,0 0))",
          // points along a straight edge are no fault
          "POLYGON((0 0,1 0,2 0,4 0,4 4,0 4,0 0))",
          "POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,1 2,2 2,1 1),(5 5,5 6,6 6,5 5))",
          // an island in a hole
          "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(1 1,1 8,8 8,8 1,1 1)),((3 3,4 3,4 4,3 3)))"}) {
        EXPECT_TRUE(surely_valid(tests::column({wkt}))) << wkt;
    }
}

TEST(ValidityTest, DoesNotPassWhatIsInvalidOrDoubtful)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(surely_valid({{0, 0}, {4, 4}, {4, 0}, {0, 4}, {0, 0}}));         // bow-tie
    EXPECT_FALSE(surely_valid({{0, 0}, {4, 0}, {4, 4}, {4, 2}, {0, 2}, {0, 0}})); // spike
    EXPECT_FALSE(surely_valid({{0, 0}, {4, 0}, {4, 4}, {2, 0}, {0, 4}, {0, 0}})); // touches itself
    EXPECT_FALSE(surely_valid({{0, 0}, {4, 0}, {4, 0}, {4, 4}, {0, 0}}));         // repeated point
    EXPECT_FALSE(surely_valid({{0, 0}, {4, 0}, {4, 4}, {0, 4}}));                 // open
    EXPECT_FALSE(surely_valid({{0, 0}, {4, 0}, {0, 0}}));                         // no area
    EXPECT_FALSE(surely_valid({{0, 0}, {4, 0}, {2, 0}, {0, 0}}));                 // no area
    EXPECT_FALSE(surely_valid({{0, 0}, {4, 0}, {4, nan}, {0, 0}}));
    EXPECT_FALSE(surely_valid(
        tests::column({"POLYGON((0 0,9 0,9 9,0 9,0 0),(20 1,20 2,22 2,20 1))"}))); // hole outside
    EXPECT_FALSE(surely_valid(
        tests::column({"POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,1 8,8 8,8 1,1 1),(2 2,2 3,3 3,2 2))"})));
    EXPECT_FALSE(
        surely_valid(tests::column({"MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((3 3,4 3,4 4,3 3)))"})));
    EXPECT_FALSE(surely_valid(tests::column(
        {"POLYGON((0 0,9 0,9 9,0 9,0 0),(0 0,1 3,3 1,0 0))"}))); // allowed, but unsure
}

// It may leave valid shapes to GEOS, but must never pass what GEOS refuses.
TEST(ValidityTest, NeverPassesWhatGeosRefuses)
{
    const GeosContext& context = GeosContext::mine();
    tests::Random random{11};
    std::size_t passed = 0;
    std::size_t refused = 0;
    for (int round = 0; round < 3000; ++round) {
        // Few places, so that points meet, edges overlap and rings cross often; up to 60 edges,
        // so that both ways of pairing them are taken.
        const std::size_t corners = 3 + random.below(round % 10 == 0 ? 60 : 6);
        const std::size_t places = round % 3 == 0 ? 5 : 40;
        std::vector<Point> ring;
        for (std::size_t i = 0; i < corners; ++i) {
            ring.push_back({40'500'000.0 + static_cast<double>(random.below(places)),
                            static_cast<double>(random.below(places))});
        }
        if (round % 2 == 0) {
            ring = random.star({40'500'000.0, 0}, corners, 1, 50);
            ring.pop_back();
            std::swap(ring[0], ring[random.below(corners)]);
        }
        ring.push_back(ring.front());
        const Polygons column = tests::raw_part({ring});
        const bool valid = GEOSisValid_r(context.get(), to_geos(context, column[0]).get()) == 1;
        const bool sure = surely_valid(column);
        EXPECT_FALSE(sure && !valid) << tests::text_of(column);
        passed += sure ? 1 : 0;
        refused += valid ? 0 : 1;
    }
    EXPECT_GT(passed, 300U);
    EXPECT_GT(refused, 300U);
}

} // namespace

} // namespace tenglong::geo
