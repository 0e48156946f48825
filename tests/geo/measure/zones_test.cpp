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
