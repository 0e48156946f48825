#include "geo/check/topology.hpp"

#include "geo/geometry/ring.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

std::vector<TopologyFault> faults_in(const Polygons& shapes, const TopologyOptions& options = {},
                                     unsigned threads = 1)
{
    Workers workers{threads};
    const Layer layer = measured(shapes, workers);
    return check_topology(layer, BoxGrid{layer.boxes}, options, workers);
}

std::vector<TopologyFault> faults_in(const std::vector<std::string>& wkt,
                                     const TopologyOptions& options = {})
{
    return faults_in(tests::column(wkt), options);
}

TEST(Topology, ParcelsThatShareTheirBorderHaveNoFault)
{
    EXPECT_TRUE(
        faults_in({"POLYGON((0 0,50 0,50 50,0 50,0 0))", "POLYGON((50 0,90 0,90 50,50 50,50 0))",
                   "POLYGON((50 50,90 50,90 90,50 50))"})
            .empty());
}

TEST(Topology, AnOverlapHasItsAreaAndAPlaceInside)
{
    const auto faults = faults_in(
        {"POLYGON((0 0,50 0,50 50,0 50,0 0))", "POLYGON((48 10,90 10,90 40,48 40,48 10))"});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(name(faults[0].kind), "parcel_overlap");
    EXPECT_EQ(faults[0].first, 0U);
    EXPECT_EQ(faults[0].second, 1U);
    EXPECT_DOUBLE_EQ(faults[0].area_m2, 60.0);
    EXPECT_TRUE((Box{48, 10, 50, 40}.contains(faults[0].place)));
    EXPECT_EQ(to_issue(faults[0], "A", "B", {}).text.en,
              "'A' and 'B' overlap by 60 m2; correct the border of one of them");
}

TEST(Topology, OverlapsBelowTheLimitAreTolerated)
{
    const std::vector<std::string> wkt{"POLYGON((0 0,50 0,50 50,0 50,0 0))",
                                       "POLYGON((49.9995 0,90 0,90 50,49.9995 50,49.9995 0))"};
    EXPECT_TRUE(faults_in(wkt).empty()); // 0.025 m2
    EXPECT_EQ(faults_in(wkt, {.least_overlap_m2 = 0.02}).size(), 1U);
}

TEST(Topology, OfThreeEqualParcelsTwoAreDuplicates)
{
    const std::string square = "POLYGON((0 0,50 0,50 50,0 50,0 0))";
    const auto faults = faults_in({square, square, square});
    ASSERT_EQ(faults.size(), 2U);
    for (std::uint32_t i = 0; i < 2; ++i) {
        EXPECT_EQ(faults[i].kind, TopologyFaultKind::duplicate);
        EXPECT_EQ(faults[i].first, i + 1);
        EXPECT_EQ(faults[i].second, 0U);
    }
}

TEST(Topology, APartSmallerThanAnyRealGroundIsASliver)
{
    const auto faults =
        faults_in({"MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0)),((60 0,60.5 0,60.5 1,60 1,60 0)))"});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].kind, TopologyFaultKind::sliver);
    EXPECT_DOUBLE_EQ(faults[0].area_m2, 0.5);
}

TEST(Topology, ALongCrackBetweenTwoParcelsIsAGap)
{
    const auto faults = faults_in(
        {"POLYGON((0 0,50 0,50 50,0 50,0 0))", "POLYGON((50.2 0,90 0,90 50,50.2 50,50.2 0))"});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].kind, TopologyFaultKind::gap);
    EXPECT_EQ(faults[0].first, 0U);
    EXPECT_EQ(faults[0].second, 1U);
    // Hand: 0.2 x 50, less what a circle of 0.5 m reaches at the two mouths.
    EXPECT_NEAR(faults[0].area_m2, 10.0, 0.05);
    EXPECT_TRUE((Box{50, 0, 50.2, 50}.contains(faults[0].place)));
}

TEST(Topology, AHoleThatThreeParcelsLeaveIsAGapThoughItIsNotLong)
{
    const auto faults = faults_in({"POLYGON((0 0,20 0,20 10,10.3 10,10 10.3,10 20,0 20,0 0))",
                                   "POLYGON((20 10,20 20,10.3 20,10.3 10,20 10))",
                                   "POLYGON((10 20,10.3 20,20 20,20 30,0 30,0 20,10 20))"});
    // The crack is 0.3 wide and 9.7 long, closed above by the third parcel and below by the first.
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_NEAR(faults[0].area_m2, 0.3 * 9.7 + 0.3 * 0.3 / 2, 0.02);
}

TEST(Topology, RoadsCornersAndWedgesAreNoGaps)
{
    // A road of 6 m; a notch with square corners; two borders that part at 30 degrees.
    EXPECT_TRUE(
        faults_in({"POLYGON((0 0,50 0,50 50,0 50,0 0))", "POLYGON((56 0,90 0,90 50,56 50,56 0))"})
            .empty());
    EXPECT_TRUE(faults_in({"POLYGON((0 0,50 0,50 20,20 20,20 50,0 50,0 0))",
                           "POLYGON((-40 0,0 0,0 50,-40 50,-40 0))"},
                          {.least_gap_m2 = 0.0})
                    .empty());
    EXPECT_TRUE(faults_in({"POLYGON((0 0,50 0,50 -50,0 -50,0 0))", "POLYGON((0 0,43 25,0 50,0 0))"},
                          {.least_gap_m2 = 0.0})
                    .empty());
    EXPECT_TRUE(faults_in({"POLYGON((0 0,50 0,50 50,0 50,0 0))",
                           "POLYGON((50.2 0,90 0,90 50,50.2 50,50.2 0))"},
                          {.gap_width_m = 0.0})
                    .empty());
}

/// A grid of parcels with crooked borders, of which some corners are moved in one parcel only.
Polygons town(tests::Random& random, std::size_t& moved)
{
    constexpr std::size_t k_side = 9;
    std::vector<Point> nodes;
    for (std::size_t i = 0; i < k_side * k_side; ++i) {
        const std::size_t row = i / k_side;
        nodes.push_back(
            {40'500'000.0 + 60.0 * static_cast<double>(i % k_side) + random.between(0, 9),
             3'300'000.0 + 60.0 * static_cast<double>(row) + random.between(0, 9)});
    }
    Polygons column;
    for (std::size_t i = 0; i + k_side < nodes.size(); ++i) {
        if (i % k_side + 1 == k_side) {
            continue;
        }
        Point corner = nodes[i + k_side + 1];
        // Not on the edge of the town, where what is missing would be open to the outside.
        const bool inner = i % k_side > 0 && i % k_side + 2 < k_side && i > k_side &&
                           i + 2 * k_side < nodes.size();
        if (inner && random.below(4) == 0) {
            corner = corner + Point{random.between(-0.3, 0.3), random.between(-0.3, 0.3)};
            ++moved;
        }
        column.add_ring(
            std::vector<Point>{nodes[i], nodes[i + 1], corner, nodes[i + k_side], nodes[i]});
        column.close_part();
        column.close_feature();
    }
    return column;
}

// A second source for all of it together: areas. Overlaps add to the sum of parcels what gaps take
// away, so sum = union + overlaps, and the filled union = union + gaps.
TEST(Topology, FaultsAccountForTheGroundOfACrookedTown)
{
    tests::Random random{32};
    const GeosContext& context = GeosContext::mine();
    for (int round = 0; round < 10; ++round) {
        SCOPED_TRACE(round);
        std::size_t moved = 0;
        const Polygons shapes = town(random, moved);
        double overlapping = 0.0;
        double missing = 0.0;
        for (const TopologyFault& fault : faults_in(
                 shapes, {.least_overlap_m2 = 0.0, .least_gap_m2 = 0.0, .gap_width_m = 1.0})) {
            overlapping += fault.kind == TopologyFaultKind::overlap ? fault.area_m2 : 0.0;
            missing += fault.kind == TopologyFaultKind::gap ? fault.area_m2 : 0.0;
        }
        double sum = 0.0;
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            sum += area(shapes[i]);
        }
        const GeometryPtr one =
            own(context, GEOSUnaryUnion_r(context.get(), to_geos(context, shapes).get()), "union");
        Polygons united;
        add_parts(united, context, one.get());
        double holes = 0.0;
        for (std::size_t p = 0; p < united.part_count(); ++p) {
            for (const RingView hole : united.part(p).holes()) {
                holes -= signed_area(hole);
            }
        }
        EXPECT_GT(moved, 0U);
        EXPECT_NEAR(overlapping, sum - area(context, one.get()), 1e-3);
        // Tips of gaps thinner than the rim are not seen.
        EXPECT_NEAR(missing, holes, 0.05 + 0.05 * holes);
    }
}

TEST(Topology, ThreadsChangeNothing)
{
    tests::Random random{33};
    std::size_t moved = 0;
    const Polygons shapes = town(random, moved);
    const auto one = faults_in(shapes, {}, 1);
    const auto three = faults_in(shapes, {}, 3);
    ASSERT_EQ(one.size(), three.size());
    EXPECT_GT(one.size(), 3U);
    for (std::size_t i = 0; i < one.size(); ++i) {
        EXPECT_EQ(one[i].first, three[i].first);
        EXPECT_EQ(one[i].place, three[i].place);
        EXPECT_EQ(one[i].area_m2, three[i].area_m2);
    }
}

} // namespace

} // namespace tenglong::geo
