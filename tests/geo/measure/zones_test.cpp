#include "geo/measure/zones.hpp"

#include "geo/geometry/ring.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {

namespace {

ZoneShares shares_of(const std::vector<std::string>& parcels, const std::vector<std::string>& zones)
{
    Workers workers{1};
    return zone_shares(measured(tests::column(parcels), workers),
                       Zones{tests::column(zones), workers}, workers);
}

TEST(Zones, WhatLiesInTwoZonesCountsOnceInsideAndForEach)
{
    const ZoneShares shares =
        shares_of({"POLYGON((0 0,10 0,10 10,0 10,0 0))"},
                  {"POLYGON((-5 -5,6 -5,6 50,-5 50,-5 -5))", "POLYGON((4 -5,50 -5,50 5,4 5,4 -5))",
                   "POLYGON((70 0,71 0,71 1,70 0))"});
    // Hand: 60 in the first, 6 x 5 in the second, 2 x 5 in both.
    EXPECT_EQ(shares.zone, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_DOUBLE_EQ(shares.shared_m2[0], 60.0);
    EXPECT_DOUBLE_EQ(shares.shared_m2[1], 30.0);
    EXPECT_DOUBLE_EQ(shares.inside_m2[0], 80.0);
}

TEST(Zones, BordersThatCoincideCutNothingOff)
{
    const ZoneShares shares =
        shares_of({"POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 0))",
                   "MULTIPOLYGON EMPTY"},
                  {"POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((0 10,10 10,10 20,0 20,0 10))"});

    EXPECT_EQ(shares.inside_m2, (std::vector<double>{100, 0, 0}));
    EXPECT_EQ(shares.pair_start, (std::vector<std::uint32_t>{0, 1, 1, 1}));
}

// A parcel well inside, under a border of the zone that is also one of the index's grid: with two
// squares of 500 m that grid has borders at 250 and at 500 m.
TEST(Zones, AZoneThatEndsOnABorderOfTheGridReachesUpToIt)
{
    const ZoneShares shares = shares_of({"POLYGON((0 100,200 100,200 300,0 300,0 100))"},
                                        {"POLYGON((0 0,500 0,500 500,0 500,0 0))",
                                         "POLYGON((500 0,1000 0,1000 500,500 500,500 0))"});
    EXPECT_DOUBLE_EQ(shares.inside_m2[0], 40'000.0);
}

std::string rectangle_at(tests::Random& random, std::size_t reach)
{
    const auto x = static_cast<int>(random.below(20));
    const auto y = static_cast<int>(random.below(20));
    const int to_x = x + 1 + static_cast<int>(random.below(reach));
    const int to_y = y + 1 + static_cast<int>(random.below(reach));
    std::string text = "POLYGON((";
    for (const auto& [a, b] : {std::pair{x, y}, {to_x, y}, {to_x, to_y}, {x, to_y}, {x, y}}) {
        text += (text.back() == '(' ? "" : ",") + std::to_string(a) + " " + std::to_string(b);
    }
    return text + "))";
}

// Second source: shared_area() of the two shapes, which knows no grid.
TEST(Zones, ShapesOnWholeMetresEqualThePairsOneByOne)
{
    tests::Random random{17};
    Workers workers{1};
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        std::vector<std::string> zones;
        for (std::size_t i = 0; i < 1 + random.below(5); ++i) {
            zones.push_back(rectangle_at(random, 16));
        }
        const Layer parcels = measured(tests::column({rectangle_at(random, 8)}), workers);
        const Polygons shapes = tests::column(zones);
        const ZoneShares shares = zone_shares(parcels, Zones{shapes, workers}, workers);
        std::vector<double> found(zones.size(), 0.0);
        for (std::size_t k = 0; k < shares.zone.size(); ++k) {
            found[shares.zone[k]] = shares.shared_m2[k];
        }
        for (std::size_t z = 0; z < zones.size(); ++z) {
            EXPECT_NEAR(found[z], shared_area(parcels.shapes[0], shapes[z]), 1e-9) << zones[z];
        }
    }
}

TEST(Zones, HolesOfZonesAreOutside)
{
    const ZoneShares shares =
        shares_of({"POLYGON((4 4,6 4,6 6,4 6,4 4))", "POLYGON((2 2,8 2,8 8,2 8,2 2))"},
                  {"POLYGON((0 0,10 0,10 10,0 10,0 0),(3 3,3 7,7 7,7 3,3 3))"});
    EXPECT_EQ(shares.inside_m2, (std::vector<double>{0, 20}));
}

TEST(Zones, NoZonesMeansNothingInside)
{
    EXPECT_EQ(shares_of({"POLYGON((4 4,6 4,6 6,4 6,4 4))"}, {}).inside_m2,
              std::vector<double>{0.0});
    EXPECT_EQ(shares_of({"POLYGON((4 4,6 4,6 6,4 6,4 4))"}, {"MULTIPOLYGON EMPTY"}).inside_m2,
              std::vector<double>{0.0});
}

Polygons stars(tests::Random& random, int count, std::size_t corners, double near, double far)
{
    Polygons p;
    for (int i = 0; i < count; ++i) {
        const Point centre{40'500'000.0 + random.between(-500, 500),
                           3'300'000.0 + random.between(-500, 500)};
        p.add_ring(random.star(centre, corners, near, far));
        p.close_part();
        p.close_feature();
    }
    return p;
}

// GEOS unites the zones and cuts each parcel.
TEST(Zones, EqualTheOverlayOfGeosOnRandomShapes)
{
    const GeosContext& context = GeosContext::mine();
    Workers workers{2};
    tests::Random random{9};
    for (const std::size_t corners : {5U, 40U, 700U}) {
        SCOPED_TRACE(corners);
        const Polygons zones = stars(random, 6, corners, 150, 300);
        const Layer parcels = measured(stars(random, 300, 11, 5, 60), workers);
        const ZoneShares shares = zone_shares(parcels, Zones{zones, workers}, workers);
        const GeometryPtr all = to_geos(context, zones);
        const GeometryPtr ground =
            own(context, GEOSUnaryUnion_r(context.get(), all.get()), "GEOSUnaryUnion");
        for (std::size_t i = 0; i < parcels.shapes.size(); ++i) {
            const GeometryPtr parcel = to_geos(context, parcels.shapes[i]);
            const GeometryPtr inside =
                own(context, GEOSIntersection_r(context.get(), parcel.get(), ground.get()), "and");
            EXPECT_NEAR(shares.inside_m2[i], area(context, inside.get()), 1e-5) << i;
            for (std::uint32_t k = shares.pair_start[i]; k < shares.pair_start[i + 1]; ++k) {
                EXPECT_NEAR(shares.shared_m2[k],
                            shared_area(parcels.shapes[i], zones[shares.zone[k]]), 1e-5);
            }
        }
    }
}

// A zone as it comes from a map: 40,000 vertices, long straight edges beside short ones.
TEST(Zones, AZoneOfManyVerticesIsCutExactly)
{
    Workers workers{2};
    tests::Random random{10};
    std::vector<Point> ring = random.star({40'500'000, 3'300'000}, 40'000, 400, 410);
    ring.insert(ring.end() - 1, {40'503'000, 3'299'999});
    const Polygons zones = tests::raw_part({ring});
    const Layer parcels = measured(stars(random, 200, 11, 5, 60), workers);
    const ZoneShares shares = zone_shares(parcels, Zones{zones, workers}, workers);
    for (std::size_t i = 0; i < parcels.shapes.size(); ++i) {
        EXPECT_NEAR(shares.inside_m2[i], shared_area(parcels.shapes[i], zones[0]), 1e-6) << i;
    }
}

} // namespace

} // namespace tenglong::geo
