#include "geo/run/road_ground.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tenglong::geo {
namespace {

void add_line(Survey& survey, Point from, Point to, double width_m)
{
    survey.roads.points.insert(survey.roads.points.end(), {from, to});
    survey.roads.close_line();
    survey.roads.close_feature();
    survey.road_width_m.push_back(width_m);
}

// By hand: 100 m x 20 m as stated, 50 m x 12 m as usual.
TEST(RoadGround, CentreLinesGetTheirWidthOrTheUsualOne)
{
    Survey survey;
    Workers workers{1};
    add_line(survey, {0, 0}, {100, 0}, 20.0);
    add_line(survey, {0, 90}, {50, 90}, std::numeric_limits<double>::quiet_NaN());
    // As a layer of lines comes: rows without an area.
    survey.zones[InputKind::roads].emplace_back();
    survey.zones[InputKind::roads].back().layer.shapes.close_feature();

    const auto roads = road_ground(survey, 12.0, workers);

    ASSERT_TRUE(roads);
    ASSERT_EQ(roads->areas.size(), 2U);
    EXPECT_NEAR(roads->areas[0], 2000.0, 1e-9);
    EXPECT_NEAR(roads->areas[1], 600.0, 1e-9);
}

TEST(RoadGround, AreasAndCentreLinesCountTogether)
{
    Survey survey;
    Workers workers{1};
    ZoneLayer zone;
    zone.layer.shapes.add_ring(std::vector<Point>{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}});
    zone.layer.shapes.close_part();
    zone.layer.shapes.close_feature();
    survey.zones[InputKind::roads].push_back(zone);
    add_line(survey, {0, 50}, {100, 50}, 10.0);

    const auto roads = road_ground(survey, 12.0, workers);

    ASSERT_TRUE(roads);
    ASSERT_EQ(roads->areas.size(), 2U);
    EXPECT_NEAR(roads->areas[0], 100.0, 1e-9);
    EXPECT_NEAR(roads->areas[1], 1000.0, 1e-9);
}

// A layer in which no road has a geometry must not make every parcel lie off the road.
TEST(RoadGround, OfNoGeometryIsNotKnown)
{
    Survey survey;
    Workers workers{1};
    EXPECT_FALSE(road_ground(survey, 12.0, workers));
    survey.zones[InputKind::roads].emplace_back();
    survey.zones[InputKind::roads].back().layer.shapes.close_feature();
    EXPECT_FALSE(road_ground(survey, 12.0, workers));
}

} // namespace
} // namespace tenglong::geo
