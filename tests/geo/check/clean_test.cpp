#include "geo/check/clean.hpp"

#include "geo/geometry/ring.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tenglong::geo {

namespace {

Cleaning cleaned(Polygons& column, unsigned threads = 1)
{
    Workers workers{threads};
    return clean(column, workers);
}

/// The only repair of a column of one feature.
Repair only_repair(Polygons& column)
{
    const Cleaning cleaning = cleaned(column);
    EXPECT_EQ(cleaning.repairs.size(), 1U);
    return cleaning.repairs.empty() ? Repair{} : cleaning.repairs.front();
}

bool valid(const FeatureView& feature)
{
    const GeosContext& context = GeosContext::mine();
    return GEOSisValid_r(context.get(), to_geos(context, feature).get()) == 1;
}

TEST(Clean, ABowTieKeepsBothLobes)
{
    Polygons column = tests::raw_part({{{0, 0}, {4, 4}, {4, 0}, {0, 4}, {0, 0}}});
    const Repair repair = only_repair(column);

    EXPECT_EQ(repair.fault, Fault::ring_self_crossing);
    EXPECT_EQ(repair.place, (Point{2, 2}));
    // Read without looking, the lobes cancel; there are two triangles of 4 m2.
    EXPECT_DOUBLE_EQ(repair.area_before_m2, 0.0);
    EXPECT_DOUBLE_EQ(repair.area_after_m2, 8.0);
    EXPECT_EQ(column[0].part_count(), 2U);
    EXPECT_TRUE(valid(column[0]));
}

TEST(Clean, GroundThatALoopCoversTwiceIsNotCutOut)
{
    // A square of 100 m2 that winds a second time about 4 m2 of itself.
    Polygons column = tests::raw_part(
        {{{0, 0}, {10, 0}, {10, 10}, {4, 10}, {4, 4}, {6, 4}, {6, 6}, {0, 6}, {0, 0}}});
    EXPECT_EQ(only_repair(column).fault, Fault::ring_self_crossing);
    // Hand: left part 0..4 x 0..6, the loop 4..6 x 4..6 inside 0..10 x 0..10 less 0..4 x 6..10.
    EXPECT_DOUBLE_EQ(area(column[0]), 100.0 - 16.0);
}

// The other convention, that of PostGIS: the 4 m2 wound about twice become a hole.
TEST(Clean, GroundCoveredTwiceIsCutOutOnDemand)
{
    Polygons column = tests::raw_part(
        {{{0, 0}, {10, 0}, {10, 10}, {4, 10}, {4, 4}, {6, 4}, {6, 6}, {0, 6}, {0, 0}}});
    Workers workers{1};
    static_cast<void>(clean(column, workers, Doubled::cut_out));
    EXPECT_DOUBLE_EQ(area(column[0]), 100.0 - 16.0 - 4.0);
}

TEST(Clean, AClockwiseShellIsTurnedAndNoFault)
{
    // As a Shapefile has it: the shell clockwise, its hole the other way.
    Polygons column = tests::raw_part(
        {{{0, 0}, {0, 9}, {9, 9}, {9, 0}, {0, 0}}, {{1, 1}, {2, 1}, {2, 2}, {1, 1}}});
    const Cleaning cleaning = cleaned(column);

    EXPECT_TRUE(cleaning.repairs.empty());
    EXPECT_GT(signed_area(column.ring(0)), 0.0);
    EXPECT_LT(signed_area(column.ring(1)), 0.0);
    EXPECT_DOUBLE_EQ(area(column[0]), 80.5);
}

TEST(Clean, AHoleThatRunsAsItsShellIsTurnedAndListedWithTheArea)
{
    Polygons column = tests::raw_part(
        {{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}}, {{1, 1}, {2, 1}, {2, 2}, {1, 1}}});
    const Repair repair = only_repair(column);

    EXPECT_EQ(repair.fault, Fault::ring_turned);
    EXPECT_DOUBLE_EQ(repair.area_before_m2, 80.5); // 81 less half a square
    EXPECT_DOUBLE_EQ(repair.area_after_m2, 80.5);
    EXPECT_LT(signed_area(column.ring(1)), 0.0);
}

TEST(Clean, AShellThatRunsAgainstTheOthersOfItsLayerIsListed)
{
    using Points = std::vector<Point>;
    const Points left{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}};
    const Points right{{0, 0}, {0, 9}, {9, 9}, {9, 0}, {0, 0}};
    const auto turned_of = [](const std::vector<Points>& shells) {
        Polygons column;
        for (const Points& shell : shells) {
            column.add_ring(shell);
            column.close_part();
            column.close_feature();
        }
        std::vector<std::uint32_t> turned;
        for (const Repair& repair : cleaned(column).repairs) {
            EXPECT_EQ(repair.fault, Fault::ring_turned);
            turned.push_back(repair.feature);
        }
        for (std::size_t i = 0; i < shells.size(); ++i) {
            EXPECT_DOUBLE_EQ(signed_area(column.ring(i)), 81.0) << i;
        }
        return turned;
    };
    EXPECT_EQ(turned_of({left, right, left}), (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(turned_of({right, left, right}), (std::vector<std::uint32_t>{1}));
    EXPECT_EQ(turned_of({right, right}), (std::vector<std::uint32_t>{}));
}

TEST(Clean, RingsAreTidied)
{
    Polygons repeated = tests::raw_part({{{0, 0}, {4, 0}, {4, 0}, {4, 0}, {4, 4}, {0, 0}, {0, 0}}});
    EXPECT_EQ(only_repair(repeated).fault, Fault::repeated_point);
    EXPECT_EQ(repeated.points.size(), 4U);

    Polygons open = tests::raw_part({{{0, 0}, {4, 0}, {4, 4}, {0, 4}}});
    EXPECT_EQ(only_repair(open).fault, Fault::ring_not_closed);
    EXPECT_DOUBLE_EQ(area(open[0]), 16.0);

    Polygons spike = tests::raw_part({{{0, 0}, {4, 0}, {4, 4}, {9, 9}, {4, 4}, {0, 4}, {0, 0}}});
    const Repair repair = only_repair(spike);
    EXPECT_EQ(repair.fault, Fault::spike);
    EXPECT_EQ(repair.place, (Point{9, 9}));
    EXPECT_DOUBLE_EQ(area(spike[0]), 16.0);

    // The spike's way back stops short of its foot, and its tip is where the ring begins.
    Polygons first =
        tests::raw_part({{{9, 4}, {4, 4}, {0, 4}, {0, 0}, {4, 0}, {4, 4}, {6, 4}, {9, 4}}});
    EXPECT_EQ(only_repair(first).fault, Fault::spike);
    EXPECT_DOUBLE_EQ(area(first[0]), 16.0);

    Polygons flat = tests::raw_part({{{0, 0}, {4, 0}, {9, 0}, {0, 0}}});
    const Cleaning cleaning = cleaned(flat);
    EXPECT_TRUE(flat[0].empty());
    EXPECT_EQ(cleaning.repairs.back().fault, Fault::ring_too_short);
}

TEST(Clean, HolesAndPartsAreSortedOut)
{
    struct Case {
        const char* wkt;
        Fault fault;
        double area;
    };
    for (const Case& c : {
             Case{"POLYGON((0 0,9 0,9 9,0 9,0 0),(20 1,20 3,22 3,22 1,20 1))",
                  Fault::hole_outside_shell, 81 + 4},
             Case{"POLYGON((0 0,9 0,9 9,0 9,0 0),(7 1,7 3,11 3,11 1,7 1))", Fault::rings_cross,
                  81 - 4},
             Case{"POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,1 5,5 5,5 1,1 1),(2 2,2 3,3 3,3 2,2 2))",
                  Fault::nested_hole, 81 - 16},
             Case{"POLYGON((0 0,9 0,9 9,0 9,0 0),(1 1,1 5,5 5,5 1,1 1),(5 5,5 1,1 1,1 5,5 5))",
                  Fault::duplicate_ring, 81 - 16},
             Case{"MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((1 1,5 1,5 5,1 5,1 1)))",
                  Fault::nested_shell, 81},
             Case{"MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((9 9,0 9,0 0,9 0,9 9)))",
                  Fault::duplicate_ring, 81},
             Case{"MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((8 0,12 0,12 9,8 9,8 0)))",
                  Fault::rings_cross, 108},
             // two holes that meet at two corners cut the middle out
             Case{"POLYGON((0 0,9 0,9 9,0 9,0 0),(0 4,3 3,4 0,1 1,0 4))",
                  Fault::interior_disconnected, 81 - 8},
         }) {
        SCOPED_TRACE(c.wkt);
        Polygons column = tests::column({c.wkt});
        EXPECT_EQ(name(only_repair(column).fault), name(c.fault));
        EXPECT_NEAR(area(column[0]), c.area, 1e-9);
        EXPECT_TRUE(valid(column[0]));
    }
}

TEST(Clean, WhatIsAllowedStaysPointForPoint)
{
    // A hole that touches its shell at one point, in the middle of an edge.
    const std::vector<std::string> wkt{"POLYGON((0 0,9 0,9 9,0 9,0 0),(4 0,3 3,5 3,4 0))",
                                       "MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((4 4,9 4,9 9,4 4)))"};
    Polygons column = tests::column(wkt);
    const std::string before = tests::text_of(column);

    EXPECT_TRUE(cleaned(column).repairs.empty());
    EXPECT_EQ(tests::text_of(column), before);
}

TEST(Clean, AFeatureThatCannotBeSavedStaysAsARowAndIsReported)
{
    const double infinity = std::numeric_limits<double>::infinity();
    Polygons column = tests::column({"POLYGON((0 0,4 0,4 4,0 0))"});
    column.append(tests::raw_part({{{7, 7}, {4, infinity}, {4, 4}, {7, 7}}})[0]);
    column.append(tests::column({"POLYGON((0 0,8 0,8 8,0 0))"})[0]);
    const Repair repair = only_repair(column);

    EXPECT_EQ(repair.feature, 1U);
    EXPECT_EQ(repair.fault, Fault::coordinate_not_finite);
    EXPECT_EQ(repair.place, (Point{7, 7}));
    ASSERT_EQ(column.size(), 3U);
    EXPECT_TRUE(column[1].empty());
    EXPECT_DOUBLE_EQ(area(column[2]), 32.0);
    EXPECT_EQ(
        to_issue(repair, "330681", {}).text.en,
        "'330681' has a coordinate that is no number or on no map; it was left without geometry");
}

/// Its area was infinite, and so was the sum of all parcels.
TEST(Clean, ACoordinateBeyondAnyMapIsNone)
{
    Polygons column = tests::raw_part({{{7, 7}, {4, 1e300}, {4, 4}, {7, 7}}});
    EXPECT_EQ(only_repair(column).fault, Fault::coordinate_not_finite);
    EXPECT_TRUE(column[0].empty());
}

TEST(Clean, ARepairBecomesAnIssueWithPlaceAndAreas)
{
    Polygons column = tests::raw_part({{{0, 0}, {4, 4}, {4, 0}, {0, 4}, {0, 0}}});
    const Issue issue = to_issue(only_repair(column), "330681", Place{"p.shp", "", 3});

    EXPECT_EQ(issue.kind, "ring_self_crossing");
    EXPECT_EQ(issue.severity, Severity::warning);
    EXPECT_EQ(issue.subject, "330681");
    EXPECT_EQ(issue.place.row, 3);
    EXPECT_EQ(issue.spot, (Spot{2, 2}));
    EXPECT_EQ(issue.text.en, "'330681' has a boundary that crosses itself; all loops were kept; "
                             "area 0 m2 before, 8 m2 after");
    EXPECT_EQ(issue.text.zh,
              "“330681”边界自相交；各圈均已保留；修复前面积 0 平方米，修复后 8 平方米");
}

/// How often a ring winds about a point, by summed angles.
double winding(Point p, RingView ring)
{
    double sum = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        sum += std::atan2(cross(ring[i] - p, ring[i + 1] - p), dot(ring[i] - p, ring[i + 1] - p));
    }
    return std::abs(sum);
}

/// What a ring winds about: its lines noded and polygonized by GEOS, each face tried by angles.
double wound_area(RingView ring)
{
    const GeosContext& context = GeosContext::mine();
    const GeometryPtr line = own(
        context,
        GEOSGeom_createLineString_r(
            context.get(), GEOSCoordSeq_copyFromBuffer_r(context.get(), &ring[0].x,
                                                         static_cast<unsigned>(ring.size()), 0, 0)),
        "line");
    const GeometryPtr noded = own(context, GEOSNode_r(context.get(), line.get()), "GEOSNode");
    const GEOSGeometry* const lines[] = {noded.get()};
    const GeometryPtr faces = own(context, GEOSPolygonize_r(context.get(), lines, 1), "faces");
    Polygons column;
    add_parts(column, context, faces.get());
    column.close_feature();
    double sum = 0.0;
    for (const PartView face : column[0].parts()) {
        sum += winding(point_inside(face), ring) > 1.0 ? area(face) : 0.0;
    }
    return sum;
}

TEST(Clean, KeepsWhatRandomRingsWindAbout)
{
    tests::Random random{12};
    for (int round = 0; round < 200; ++round) {
        SCOPED_TRACE(round);
        std::vector<Point> ring;
        for (std::size_t i = 0; i < 5 + random.below(8); ++i) {
            ring.push_back({40'500'000.0 + random.between(0, 50), random.between(0, 50)});
        }
        ring.push_back(ring.front());
        Polygons column = tests::raw_part({ring});
        static_cast<void>(cleaned(column));
        EXPECT_TRUE(valid(column[0]));
        EXPECT_NEAR(area(column[0]), wound_area(ring), 1e-5);
    }
}

TEST(Clean, ThreadsChangeNothing)
{
    tests::Random random{13};
    Polygons column;
    for (int i = 0; i < 3000; ++i) {
        std::vector<Point> ring = random.star({random.between(0, 1000), 0}, 6, 5, 20);
        if (i % 7 == 0) {
            std::swap(ring[2], ring[3]);
        }
        column.add_ring(ring);
        column.close_part();
        column.close_feature();
    }
    Polygons again = column;
    const Cleaning one = cleaned(column, 1);
    const Cleaning three = cleaned(again, 3);

    EXPECT_GT(one.repairs.size(), 300U);
    EXPECT_EQ(one.repairs.size(), three.repairs.size());
    EXPECT_EQ(column.points, again.points);
    EXPECT_EQ(column.part_start, again.part_start);
}

} // namespace

} // namespace tenglong::geo
