#include "geo/measure/built_on.hpp"

#include "geo/geometry/ring.hpp"
#include "tests/support/shapes.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

namespace tenglong::geo {

namespace {

BuiltOn overlay(const Layer& parcels, const Layer& buildings, unsigned threads = 1)
{
    Workers workers{threads};
    return built_on(parcels, buildings, BoxGrid{buildings.boxes}, workers);
}

Layer layer(const std::vector<std::string>& wkt)
{
    Workers workers{1};
    return measured(tests::column(wkt), workers);
}

const char* const k_left = "POLYGON((0 0,10 0,10 10,0 10,0 0))";
const char* const k_right = "POLYGON((10 0,20 0,20 10,10 10,10 0))";

TEST(BuiltOn, ABuildingOnTwoParcelsIsSharedByItsFootprint)
{
    const Layer parcels = layer({k_left, k_right, "MULTIPOLYGON EMPTY"});
    const Layer buildings = layer({"POLYGON((7 1,11 1,11 2,7 2,7 1))",    // 3 + 1
                                   "POLYGON((18 8,22 8,22 9,18 9,18 8))", // 2, and 2 outside
                                   "POLYGON((50 0,51 0,51 1,50 0))"});
    const BuiltOn built = overlay(parcels, buildings);

    EXPECT_EQ(built.pair_start, (std::vector<std::uint32_t>{0, 1, 3, 3}));
    EXPECT_EQ(built.building, (std::vector<std::uint32_t>{0, 0, 1}));
    EXPECT_DOUBLE_EQ(built.footprint_m2[0], 3.0);
    EXPECT_DOUBLE_EQ(built.footprint_m2[1], 3.0);
    EXPECT_DOUBLE_EQ(built.footprint_m2[2], 0.0);
    EXPECT_DOUBLE_EQ(built.outside_m2[0], 0.0);
    EXPECT_DOUBLE_EQ(built.outside_m2[1], 2.0);
    EXPECT_DOUBLE_EQ(built.outside_m2[2], 0.5);

    // Three storeys on 4 m2: the left parcel has three quarters of the 12 m2.
    const Apportioned floors = apportion(built, buildings.areas, std::vector<double>{12, 8, 1});
    EXPECT_DOUBLE_EQ(floors.sum[0], 9.0);
    EXPECT_DOUBLE_EQ(floors.sum[1], 3.0 + 4.0);
}

TEST(BuiltOn, GroundUnderTwoBuildingsCountsOnce)
{
    const Layer parcels = layer({k_left, k_right});
    // Two crossing bars of 8 m2 share 1 m2; each reaches over the border.
    const Layer buildings =
        layer({"POLYGON((5 4,13 4,13 5,5 5,5 4))", "POLYGON((9 1,11 1,11 5,9 5,9 1))"});
    const BuiltOn built = overlay(parcels, buildings);

    ASSERT_EQ(built.overlaps.size(), 1U);
    EXPECT_DOUBLE_EQ(built.overlaps[0].area_m2, 2.0);
    EXPECT_DOUBLE_EQ(built.footprint_sum_m2[0], 5.0 + 4.0);
    EXPECT_DOUBLE_EQ(built.footprint_m2[0], 8.0);
    EXPECT_DOUBLE_EQ(built.footprint_m2[1], 6.0);
}

TEST(BuiltOn, ADuplicateOfABuildingAddsNothing)
{
    const Layer parcels = layer({k_left});
    const Layer buildings =
        layer({"POLYGON((1 1,3 1,3 3,1 3,1 1))", "POLYGON((3 3,1 3,1 1,3 1,3 3))"});
    const BuiltOn built = overlay(parcels, buildings);

    EXPECT_EQ(built.first_of_equals, (std::vector<std::uint32_t>{0, 0}));
    EXPECT_DOUBLE_EQ(built.footprint_m2[0], 4.0);
    EXPECT_DOUBLE_EQ(built.footprint_sum_m2[0], 8.0);
    EXPECT_DOUBLE_EQ(apportion(built, buildings.areas, std::vector<double>{4, 4}).sum[0], 4.0);
}

TEST(BuiltOn, AMissingFigureIsNotZero)
{
    const Layer parcels = layer({k_left});
    const Layer buildings =
        layer({"POLYGON((1 1,3 1,3 3,1 3,1 1))", "POLYGON((5 5,6 5,6 6,5 6,5 5))"});
    const Apportioned floors =
        apportion(overlay(parcels, buildings), buildings.areas,
                  std::vector<double>{std::numeric_limits<double>::quiet_NaN(), 3});

    EXPECT_DOUBLE_EQ(floors.sum[0], 3.0);
    EXPECT_DOUBLE_EQ(floors.lacking_m2[0], 4.0);
}

/// A town of random stars on a grid of square parcels that share their borders.
struct Town {
    Layer parcels;
    Layer buildings;
};

Town town(std::uint64_t seed)
{
    tests::Random random{seed};
    Workers workers{1};
    Town made;
    Polygons parcels;
    Polygons buildings;
    for (int x = 0; x < 8; ++x) {
        for (int y = 0; y < 8; ++y) {
            const double left = 40'500'000.0 + 50.0 * x;
            const double low = 3'300'000.0 + 50.0 * y;
            parcels.add_ring(std::vector<Point>{{left, low},
                                                {left + 50, low},
                                                {left + 50, low + 50},
                                                {left, low + 50},
                                                {left, low}});
            parcels.close_part();
            parcels.close_feature();
            for (int i = 0; i < 3; ++i) {
                buildings.add_ring(random.star(
                    {left + random.between(0, 50), low + random.between(0, 50)}, 7, 3, 15));
                buildings.close_part();
                buildings.close_feature();
            }
        }
    }
    made.parcels = measured(std::move(parcels), workers);
    made.buildings = measured(std::move(buildings), workers);
    return made;
}

TEST(BuiltOn, FootprintsEqualTheOverlayOfGeos)
{
    const Town made = town(6);
    const BuiltOn built = overlay(made.parcels, made.buildings);
    const GeosContext& context = GeosContext::mine();
    const GeometryPtr all = to_geos(context, made.buildings.shapes);
    const GeometryPtr ground =
        own(context, GEOSUnaryUnion_r(context.get(), all.get()), "GEOSUnaryUnion");
    for (std::size_t i = 0; i < made.parcels.shapes.size(); ++i) {
        const GeometryPtr parcel = to_geos(context, made.parcels.shapes[i]);
        const GeometryPtr covered =
            own(context, GEOSIntersection_r(context.get(), parcel.get(), ground.get()), "and");
        EXPECT_NEAR(built.footprint_m2[i], area(context, covered.get()), 1e-6) << i;
    }
}

TEST(BuiltOn, WhatIsOnParcelsAndOutsideThemIsTheWholeBuilding)
{
    const Town made = town(7);
    const BuiltOn built = overlay(made.parcels, made.buildings);
    std::vector<double> sum = built.outside_m2;
    for (std::size_t k = 0; k < built.building.size(); ++k) {
        sum[built.building[k]] += built.shared_m2[k];
    }
    for (std::size_t j = 0; j < sum.size(); ++j) {
        EXPECT_NEAR(sum[j], made.buildings.areas[j], 1e-5) << j;
    }
    // A figure equal to the footprint comes back as the footprints.
    const Apportioned figures = apportion(built, made.buildings.areas, made.buildings.areas);
    for (std::size_t i = 0; i < figures.sum.size(); ++i) {
        EXPECT_NEAR(figures.sum[i], built.footprint_sum_m2[i], 1e-9);
    }
}

TEST(BuiltOn, ThreadsAndTheOrderOfTheBuildingsChangeNothing)
{
    const Town made = town(8);
    const BuiltOn one = overlay(made.parcels, made.buildings, 1);
    const BuiltOn three = overlay(made.parcels, made.buildings, 3);
    EXPECT_EQ(one.footprint_m2, three.footprint_m2);
    EXPECT_EQ(one.shared_m2, three.shared_m2);
    EXPECT_EQ(one.outside_m2, three.outside_m2);

    Polygons turned;
    for (std::size_t j = made.buildings.shapes.size(); j-- > 0;) {
        turned.append(made.buildings.shapes[j]);
    }
    Workers workers{1};
    const BuiltOn other = overlay(made.parcels, measured(std::move(turned), workers));
    for (std::size_t i = 0; i < one.footprint_m2.size(); ++i) {
        EXPECT_NEAR(one.footprint_m2[i], other.footprint_m2[i], 1e-9);
    }
}

} // namespace

} // namespace tenglong::geo
