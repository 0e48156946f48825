#include "geo/geometry/winding.hpp"

#include "geo/geometry/assemble.hpp"
#include "geo/geometry/offset.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/geometry/unite.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace tenglong::geo {

namespace {

Curves curves_of(const Polygons& column)
{
    Curves curves;
    for (std::size_t r = 0; r < column.ring_count(); ++r) {
        for (const Point p : column.ring(r).first(column.ring(r).size() - 1)) {
            curves.add(p);
        }
        curves.close();
    }
    return curves;
}

double total_area(const Curves& curves)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        sum += signed_area_of(curves[i]);
    }
    return sum;
}

std::vector<std::uint32_t> all_of(const Polygons& column)
{
    std::vector<std::uint32_t> all(column.size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

TEST(Winding, TracesTheUnionOfTwoBars)
{
    const Polygons column =
        tests::column({"POLYGON((0 4,10 4,10 6,0 6,0 4))", "POLYGON((4 0,6 0,6 10,4 10,4 0))"});
    Winding winding;
    Curves output;

    ASSERT_TRUE(winding.trace(curves_of(column), output));
    ASSERT_EQ(output.size(), 1U);
    EXPECT_EQ(output[0].size(), 12U);
    EXPECT_DOUBLE_EQ(total_area(output), 36.0);
}

TEST(Winding, KeepsWhatIsAloneAndDropsWhatLiesInside)
{
    const Polygons column = tests::column(
        {"POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,1 4,4 4,4 1,1 1))", "POLYGON((5 5,6 5,6 6,5 5))",
         "POLYGON((2 2,3 2,3 3,2 2))", "POLYGON((20 0,21 0,21 1,20 0))"});
    Winding winding;
    Curves output;

    ASSERT_TRUE(winding.trace(curves_of(column), output));
    EXPECT_EQ(output.size(), 4U);
    EXPECT_DOUBLE_EQ(total_area(output), 81.0 - 9.0 + 0.5 + 0.5);
}

TEST(Winding, ARingThatWindsTheWrongWayAboutSomethingTakesItAway)
{
    // Figure of eight: the left lobe runs counter-clockwise, the right one clockwise.
    Curves curves;
    for (const Point p : {Point{0, 0}, Point{4, 4}, Point{4, 0}, Point{0, 4}}) {
        curves.add(p);
    }
    curves.close();
    Winding winding;
    Curves output;

    ASSERT_TRUE(winding.trace(curves, output));
    ASSERT_EQ(output.size(), 1U);
    EXPECT_DOUBLE_EQ(total_area(output), 4.0);
}

TEST(Winding, SaysNoWhereCurvesTouchOrRunAlongEachOther)
{
    Winding winding;
    Curves output;
    for (const char* other : {"POLYGON((4 0,8 0,8 4,4 4,4 0))", "POLYGON((4 1,8 1,8 3,4 3,4 1))",
                              "POLYGON((4 2,8 1,8 3,4 2))", "POLYGON((4 4,8 4,8 8,4 8,4 4))",
                              "POLYGON((0 0,4 0,4 4,0 4,0 0))", "POLYGON((2 0,3 -1,9 9,2 0))"}) {
        const Polygons column = tests::column({"POLYGON((0 0,4 0,4 4,0 4,0 0))", other});
        EXPECT_FALSE(winding.trace(curves_of(column), output)) << other;
        // The union is right all the same.
        EXPECT_NEAR(area(united(column, all_of(column))[0]),
                    area(united_by_geos(column, all_of(column))[0]), 1e-12);
    }
}

TEST(Winding, UnionsOfRandomStarsEqualThoseOfGeos)
{
    tests::Random random{14};
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        Polygons column;
        for (std::size_t i = 0; i < 2 + random.below(6); ++i) {
            column.add_ring(random.star({40'500'000 + random.between(0, 60), random.between(0, 60)},
                                        3 + random.below(20), 5, 40));
            column.close_part();
            column.close_feature();
        }
        const Polygons one = united(column, all_of(column));
        const Polygons other = united_by_geos(column, all_of(column));
        EXPECT_NEAR(area(one[0]), area(other[0]), 1e-6);
        EXPECT_EQ(one[0].part_count(), other[0].part_count());
        const GeosContext& context = GeosContext::mine();
        EXPECT_EQ(GEOSisValid_r(context.get(), to_geos(context, one[0]).get()), 1);
    }
}

double buffered_by_geos(const Polygons& column, double distance, int steps)
{
    const GeosContext& context = GeosContext::mine();
    return area(context,
                own(context,
                    GEOSBuffer_r(context.get(), to_geos(context, column[0]).get(), distance, steps),
                    "GEOSBuffer")
                    .get());
}

/// The area of an offset, by raw curves and winding numbers.
double offset_area(const Polygons& column, double distance, int steps)
{
    Offset offset{steps};
    Curves raw;
    const Curves rings = curves_of(column);
    for (std::size_t i = 0; i < rings.size(); ++i) {
        offset.add(rings[i], distance, raw);
    }
    Winding winding;
    Curves output;
    EXPECT_TRUE(winding.trace(raw, output));
    return total_area(output);
}

TEST(Offset, OfASquareIsTheSquareWithRoundedCorners)
{
    const Polygons square = tests::raw_part({{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}});

    // Hand: 100 + 4 sides of 10 x 2 + a regular 32-gon on the circle of radius 2.
    const double round = 32.0 / 2.0 * 4.0 * std::sin(2.0 * std::numbers::pi / 32.0);
    EXPECT_NEAR(offset_area(square, 2.0, 8), 180.0 + round, 1e-9);
    EXPECT_NEAR(offset_area(square, -2.0, 8), 36.0, 1e-9);
    EXPECT_NEAR(offset_area(square, -5.5, 8), 0.0, 1e-9);
}

// GEOS divides its arcs otherwise, so both are drawn finely and compared as circles would be.
TEST(Offset, OfRandomStarsIsTheBufferOfGeos)
{
    tests::Random random{15};
    for (int round = 0; round < 150; ++round) {
        SCOPED_TRACE(round);
        const Polygons column =
            tests::raw_part({random.star({0, 0}, 3 + random.below(15), 20, 100)});
        for (const double distance : {1.0, 5.0, 20.0, -1.0, -5.0, -15.0}) {
            SCOPED_TRACE(distance);
            const Box box = box_of(column[0].points());
            if (distance < 0 && box.width() < -2 * distance && box.height() < -2 * distance) {
                continue; // fits into the circle
            }
            const double expected = buffered_by_geos(column, distance, 64);
            EXPECT_NEAR(offset_area(column, distance, 64), expected, 1e-2 + 1e-5 * expected);
        }
    }
}

} // namespace

} // namespace tenglong::geo
