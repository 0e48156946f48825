#include "geo/read/reprojection.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace tenglong::geo {
namespace {

Crs crs(std::string_view code)
{
    return *parse_crs(code);
}

TEST(Reprojection, AgreesWithGdaltransform)
{
    // Expected values printed by gdaltransform 3.6 (EPSG:4490, 3857, 4549).
    const Point grid = Reprojection{crs("4490"), crs("4549")}.one({120.5, 30.2});
    EXPECT_NEAR(grid.x, 548146.413541846, 1e-6);
    EXPECT_NEAR(grid.y, 3342389.89916044, 1e-6);
    const Point mercator = Reprojection{crs("3857"), crs("4549")}.one({13359466.0, 3503549.8});
    EXPECT_NEAR(mercator.x, 500976.919227501, 1e-6);
    EXPECT_NEAR(mercator.y, 3320113.40348597, 1e-6);
}

TEST(Reprojection, ReadsSystemsOutsideTheFamiliesThroughProj)
{
    // 120.5 30.2 in UTM zone 50, by gdaltransform.
    const Point utm = Reprojection{crs("EPSG:4326"), crs("EPSG:32650")}.one({120.5, 30.2});
    EXPECT_NEAR(utm.x, 836992.213010519, 1e-6);
    EXPECT_NEAR(utm.y, 3346128.87641124, 1e-6);
    const Point back = Reprojection{crs("EPSG:32650"), crs("EPSG:4549")}.one(utm);
    EXPECT_NEAR(back.x, 548146.4135, 1e-3);
    EXPECT_NEAR(back.y, 3342389.8992, 1e-3);
}

TEST(Reprojection, MovesTheZoneNumberExactly)
{
    const Reprojection shift{crs("4528"), crs("4549")};
    const Point moved = shift.one({40512345.678, 3300000.125});
    EXPECT_EQ(moved.x, 40512345.678 - 40'000'000.0);
    EXPECT_EQ(moved.y, 3300000.125);
    EXPECT_TRUE((Reprojection{crs("4549"), crs("4549")}.identity()));
    EXPECT_TRUE((Reprojection{crs("4490"), crs("4326")}.identity()));
}

TEST(Reprojection, ComesBackToWhereItStarted)
{
    const std::array<std::pair<std::string_view, std::string_view>, 3> pairs{
        std::pair{"4549", "4548"}, std::pair{"4549", "4490"}, std::pair{"4528", "4498"}};
    for (const auto& [a, b] : pairs) {
        const Crs from = crs(a);
        const Point start{from.false_easting + 12345.678, 3'300'000.5};
        const Point there = Reprojection{from, crs(b)}.one(start);
        const Point back = Reprojection{crs(b), from}.one(there);
        EXPECT_NEAR(back.x, start.x, 1e-6);
        EXPECT_NEAR(back.y, start.y, 1e-6);
    }
}

TEST(Reprojection, RefusesAnOlderDatumWithoutParameters)
{
    EXPECT_THROW((Reprojection{crs("2385"), crs("4549")}), UsageError);
    EXPECT_THROW((Reprojection{crs("2437"), crs("4490")}), UsageError);
    EXPECT_NO_THROW((Reprojection{crs("2385"), crs("2384")})); // no change of datum
}

TEST(Reprojection, AppliesSevenParameters)
{
    DatumShift shift;
    shift.from = Datum::xian80;
    shift.dx = 100;
    shift.dy = -50;
    shift.dz = 30;
    shift.rx = 1;
    shift.ry = -0.5;
    shift.rz = 0.8;
    shift.scale_ppm = 2;
    const std::array shifts{shift};
    const Point moved = Reprojection{crs("2385"), crs("4549"), shifts}.one({548158.4, 3342358.7});
    // Printed by PROJ's cct for the same parameters.
    EXPECT_NEAR(moved.x, 548133.0960, 1e-3);
    EXPECT_NEAR(moved.y, 3342448.8853, 1e-3);
}

TEST(Reprojection, AppliesFourParametersInThePlane)
{
    DatumShift shift;
    shift.method = DatumShift::Method::plane;
    shift.from = Datum::beijing54;
    shift.dx = 10;
    shift.dy = 20;
    shift.rz = 3600;       // one degree
    shift.scale_ppm = 1e6; // doubled
    const std::array shifts{shift};
    const Point moved = Reprojection{crs("2437"), crs("4549"), shifts}.one({500'000, 0});
    // x' = 10 + 2 (500000 cos 1°), y' = 20 + 2 (500000 sin 1°), by hand.
    EXPECT_NEAR(moved.x, 10 + 1e6 * std::cos(M_PI / 180), 1e-3);
    EXPECT_NEAR(moved.y, 20 + 1e6 * std::sin(M_PI / 180), 1e-3);
}

TEST(Reprojection, GivesTheSameForAnyNumberOfThreadsAndCountsWhatFails)
{
    std::vector<Point> points(200'000);
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i] = {500'000.0 + static_cast<double>(i), 3'300'000.0};
    }
    points[7] = {NAN, 1};
    std::vector<Point> one = points;
    std::vector<Point> two = points;
    const Reprojection reprojection{crs("4549"), crs("4548")};
    Workers alone{1};
    Workers pair{2};
    EXPECT_EQ(reprojection.apply(one, alone), 1U);
    EXPECT_EQ(reprojection.apply(two, pair), 1U);
    EXPECT_TRUE(std::isnan(one[7].x));
    one[7] = two[7] = {};
    EXPECT_EQ(one, two);
}

} // namespace
} // namespace tenglong::geo
