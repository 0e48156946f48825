#include "geo/vacant/vacant.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/vacant/free_ground.hpp"
#include "tests/support/shapes.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <numeric>

namespace tenglong::geo {

namespace {

VacantParts vacant_in(const Polygons& parcels, const Polygons& buildings,
                      const VacantOptions& options, unsigned threads = 1)
{
    Workers workers{threads};
    const Layer built = measured(buildings, workers);
    return find_vacant(measured(parcels, workers), built, BoxGrid{built.boxes}, options, workers);
}

VacantParts vacant_in(const std::vector<std::string>& parcels,
                      const std::vector<std::string>& buildings, const VacantOptions& options)
{
    return vacant_in(tests::column(parcels), tests::column(buildings), options);
}

std::vector<std::uint32_t> all_of(const Polygons& column)
{
    std::vector<std::uint32_t> all(column.size());
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

TEST(Vacant, AnEmptyParcelIsVacantButForItsCorners)
{
    const VacantParts parts = vacant_in({"POLYGON((0 0,100 0,100 60,0 60,0 0))"}, {},
                                        {.least_width_m = 20.0, .quarter_steps = 64});

    ASSERT_EQ(parts.parcel.size(), 1U);
    // Hand: a circle of radius 10 leaves (4 - pi) 10^2 in the four corners.
    EXPECT_NEAR(parts.area_m2[0], 6000.0 - (4.0 - std::numbers::pi) * 100.0, 0.05);
    EXPECT_NEAR(area(parts.shapes[0]), parts.area_m2[0], 1e-9);
}

TEST(Vacant, ABuildingKeepsItsSetbackFreeAndCutsTheRest)
{
    // A slab 10 m wide across the middle of 200 m; setback 5 m: 90 m are left on each side.
    const std::vector<std::string> slab{"POLYGON((95 -10,105 -10,105 70,95 70,95 -10))"};
    const VacantParts parts =
        vacant_in({"POLYGON((0 0,200 0,200 60,0 60,0 0))"}, slab,
                  {.setback_m = 5.0, .least_width_m = 20.0, .quarter_steps = 64});

    ASSERT_EQ(parts.parcel.size(), 2U);
    const double corners = (4.0 - std::numbers::pi) * 100.0;
    EXPECT_NEAR(parts.area_m2[0], 90.0 * 60.0 - corners, 0.05);
    EXPECT_NEAR(parts.area_m2[1], 90.0 * 60.0 - corners, 0.05);
}

TEST(Vacant, NarrowGroundAndSmallPartsDoNotCount)
{
    const std::vector<std::string> parcels{"POLYGON((0 0,100 0,100 19,0 19,0 0))",
                                           "POLYGON((0 100,40 100,40 140,0 140,0 100))"};
    EXPECT_EQ(vacant_in(parcels, {}, {.least_width_m = 20.0, .least_area_m2 = 1000.0}).parcel,
              std::vector<std::uint32_t>{1});
    EXPECT_TRUE(
        vacant_in(parcels, {}, {.least_width_m = 20.0, .least_area_m2 = 1600.0}).parcel.empty());
}

TEST(Vacant, ABuildingOverTheBorderCounts)
{
    // It stands 3 m outside: 2 m of the parcel are within its setback of 5 m.
    const VacantParts parts = vacant_in({"POLYGON((0 0,100 0,100 100,0 100,0 0))"},
                                        {"POLYGON((103 -50,120 -50,120 150,103 150,103 -50))"},
                                        {.setback_m = 5.0, .least_width_m = 20.0});
    ASSERT_EQ(parts.parcel.size(), 1U);
    EXPECT_NEAR(box_of(parts.shapes[0].points()).max_x, 98.0, 1e-4);
}

TEST(Vacant, HolesOfTheParcelAndIslandsInThemAreRespected)
{
    const VacantParts parts =
        vacant_in({"MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0),(30 30,30 70,70 70,70 30,30 30)),"
                   "((40 40,60 40,60 60,40 60,40 40)))"},
                  {}, {.least_width_m = 24.0, .quarter_steps = 64});

    // The island, 20 m wide, is too narrow; the frame of 30 m about the hole is wide enough.
    ASSERT_EQ(parts.parcel.size(), 1U);
    EXPECT_EQ(parts.shapes[0].part(0).ring_count(), 2U);
    EXPECT_NEAR(parts.area_m2[0], 10'000.0 - 1600.0 - (4.0 - std::numbers::pi) * 144.0, 0.1);
}

TEST(Vacant, AYardInsideABuildingIsVacantIfItIsWideEnough)
{
    const std::vector<std::string> parcel{"POLYGON((0 0,200 0,200 200,0 200,0 0))"};
    const std::vector<std::string> ring{
        "POLYGON((10 10,190 10,190 190,10 190,10 10),(30 30,30 170,170 170,170 30,30 30))"};
    const VacantParts wide =
        vacant_in(parcel, ring, {.setback_m = 5.0, .least_width_m = 30.0, .quarter_steps = 64});

    ASSERT_EQ(wide.parcel.size(), 1U);
    EXPECT_NEAR(wide.area_m2[0], 130.0 * 130.0 - (4.0 - std::numbers::pi) * 225.0, 0.1);
    EXPECT_TRUE(vacant_in(parcel, ring, {.setback_m = 5.0, .least_width_m = 131.0}).parcel.empty());
}

// Rows of halls in line and wall to wall, as they stand in real plants: every offset curve runs
// along another one.
TEST(Vacant, BuildingsInLineAndWallToWallNeedNoHelpOfGeos)
{
    std::vector<std::string> halls;
    for (int i = 0; i < 6; ++i) {
        const int x = 20 + 20 * i;
        halls.push_back(fmt::format("POLYGON(({0} 20,{1} 20,{1} 60,{0} 60,{0} 20))", x, x + 20));
        halls.push_back(
            fmt::format("POLYGON(({0} 140,{1} 140,{1} 160,{0} 160,{0} 140))", x, x + 10));
    }
    halls.push_back(halls.front()); // and one is there twice
    const VacantParts parts =
        vacant_in({"POLYGON((0 0,200 0,200 200,0 200,0 0))"}, halls,
                  {.setback_m = 5.0, .least_width_m = 30.0, .quarter_steps = 64});

    const Polygons column = tests::column(halls);
    EXPECT_EQ(parts.by_geos, 0U);
    ASSERT_EQ(parts.parcel.size(), 1U);
    EXPECT_NEAR(
        parts.area_m2[0],
        area(free_ground_by_geos(
            tests::column({"POLYGON((0 0,200 0,200 200,0 200,0 0))"})[0], column, all_of(column),
            {.setback_m = 5.0, .least_width_m = 30.0, .quarter_steps = 64})[0]),
        0.1);
}

Polygons stars(tests::Random& random, std::size_t count, double spread, double far)
{
    Polygons p;
    for (std::size_t i = 0; i < count; ++i) {
        const Point centre{40'500'000.0 + random.between(-spread, spread),
                           3'300'000.0 + random.between(-spread, spread)};
        p.add_ring(random.star(centre, 4 + random.below(8), far / 3, far));
        p.close_part();
        p.close_feature();
    }
    return p;
}

double by_definition(const Polygons& parcel, const Polygons& buildings,
                     const VacantOptions& options)
{
    const GeosContext& context = GeosContext::mine();
    const auto buffered = [&](const GeometryPtr& shape, double distance) {
        return own(context, GEOSBuffer_r(context.get(), shape.get(), distance, 64), "GEOSBuffer");
    };
    const GeometryPtr kept = buffered(to_geos(context, buildings), options.setback_m);
    const GeometryPtr cut =
        own(context, GEOSDifference_r(context.get(), to_geos(context, parcel).get(), kept.get()),
            "less");
    const double radius = options.least_width_m / 2.0;
    return area(context, buffered(buffered(cut, -radius), radius).get());
}

// GEOS divides its arcs otherwise, so both draw finely. By the definition, cut, shrink, grow, it is
// less exact: it simplifies what it shrinks.
TEST(Vacant, EqualsTheDefinitionByGeosOnRandomParcels)
{
    tests::Random random{16};
    for (int round = 0; round < 60; ++round) {
        SCOPED_TRACE(round);
        const Polygons parcels = stars(random, 1, 0, 150);
        const Polygons buildings = stars(random, 1 + random.below(8), 100, 30);
        const VacantOptions options{.setback_m = random.between(0, 8),
                                    .least_width_m = random.between(10, 40),
                                    .quarter_steps = 64};
        const VacantParts parts = vacant_in(parcels, buildings, options);
        const double sum = std::accumulate(parts.area_m2.begin(), parts.area_m2.end(), 0.0);

        EXPECT_EQ(parts.by_geos, 0U);
        EXPECT_NEAR(sum,
                    area(free_ground_by_geos(parcels[0], buildings, all_of(buildings), options)[0]),
                    0.1);
        EXPECT_NEAR(sum / by_definition(parcels, buildings, options), 1.0, 4e-3);
    }
}

// What the definition promises, tried on points: clear of buildings, inside the parcel.
TEST(Vacant, GroundKeepsItsDistances)
{
    tests::Random random{17};
    const GeosContext& context = GeosContext::mine();
    for (int round = 0; round < 20; ++round) {
        const Polygons parcels = stars(random, 1, 0, 150);
        const Polygons buildings = stars(random, 5, 100, 30);
        const VacantParts parts =
            vacant_in(parcels, buildings, {.setback_m = 6.0, .least_width_m = 24.0});
        const GeometryPtr ground = to_geos(context, parts.shapes);
        const GeometryPtr parcel = to_geos(context, parcels[0]);
        const GeometryPtr outside =
            own(context, GEOSDifference_r(context.get(), ground.get(), parcel.get()), "less");
        EXPECT_LT(area(context, outside.get()), 0.1); // rims of millimetres
        EXPECT_TRUE(truth(context, GEOSisValid_r(context.get(), ground.get()), "valid") ||
                    parts.parcel.size() > 1);
        for (std::size_t j = 0; j < buildings.size() && !parts.parcel.empty(); ++j) {
            double distance = 0.0;
            const GeometryPtr building = to_geos(context, buildings[j]);
            GEOSDistance_r(context.get(), ground.get(), building.get(), &distance);
            // Chords of a quarter in eight steps lie 0.5 % of the radius (18 m) nearer.
            EXPECT_GT(distance, 6.0 - 0.1);
        }
    }
}

TEST(Vacant, ThreadsChangeNothing)
{
    tests::Random random{18};
    const Polygons parcels = stars(random, 200, 3000, 150);
    const Polygons buildings = stars(random, 2000, 3000, 30);
    const VacantOptions options{.setback_m = 5.0, .least_width_m = 20.0, .least_area_m2 = 500.0};
    const VacantParts one = vacant_in(parcels, buildings, options, 1);
    const VacantParts three = vacant_in(parcels, buildings, options, 3);

    EXPECT_GT(one.parcel.size(), 100U);
    EXPECT_EQ(one.parcel, three.parcel);
    EXPECT_EQ(one.shapes.points, three.shapes.points);
}

} // namespace

} // namespace tenglong::geo
