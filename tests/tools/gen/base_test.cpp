#include "tools/gen/base/random.hpp"
#include "tools/gen/base/shape.hpp"
#include "tools/gen/base/wave.hpp"
#include "tools/gen/city/parcel.hpp"
#include "tools/gen/line/rects.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>

namespace tenglong::tools::gen {
namespace {

TEST(Random, GivesEachPlaceAStreamOfItsOwn)
{
    Random a{7, "parcels", 1, 2};
    Random b{7, "parcels", 1, 2};
    Random other{7, "parcels", 2, 1};
    const auto first = a.next();
    EXPECT_EQ(first, b.next());
    EXPECT_NE(first, other.next());
}

TEST(Random, GivesTheSameNumbersOnEveryMachine)
{
    // From a second implementation, in Python; another value here is another city for everyone.
    Random random{2023, "written down", 5, 6};
    EXPECT_EQ(random.next(), 17762527894304457347U);
    EXPECT_EQ(random.between(1, 1000), 189);
    EXPECT_DOUBLE_EQ(random.spread(1.0, 100.0), 97.51145428369591);
}

TEST(Random, KeepsWithinItsBounds)
{
    Random random{1, "bounds"};
    for (int i = 0; i < 2000; ++i) {
        const auto whole = random.between(-3, 3);
        EXPECT_TRUE(whole >= -3 && whole <= 3);
        const double part = random.real(2.0, 5.0);
        EXPECT_TRUE(part >= 2.0 && part < 5.0);
        const double spread = random.spread(0.1, 1000.0);
        EXPECT_TRUE(spread >= 0.1 && spread <= 1000.0);
    }
}

TEST(Random, SpreadsEvenlyOverMagnitudes)
{
    Random random{3, "magnitudes"};
    std::array<int, 3> decades{};
    for (int i = 0; i < 3000; ++i) {
        const double value = random.spread(1.0, 1000.0);
        ++decades.at(value < 10.0 ? 0 : value < 100.0 ? 1 : 2);
    }
    for (const int count : decades) { // 1000 each, give or take four standard deviations
        EXPECT_NEAR(count, 1000, 105);
    }
}

TEST(Wave, StaysNearTheSine)
{
    for (int i = -200; i <= 200; ++i) {
        const double turns = i / 97.0;
        EXPECT_NEAR(wave(turns), std::sin(2.0 * std::numbers::pi * turns), 0.002) << turns;
    }
}

TEST(Shape, HasExactAreas)
{
    // A right triangle of 3 by 4 mm: 6 mm²; a hole of 1 by 1 mm in a square of 3 by 3 mm: 8 mm².
    EXPECT_EQ(twice_area({{0, 0}, {3, 0}, {0, 4}}), 12);
    Polygon square{ring_of({10, 10, 13, 13}), {{{11, 11}, {11, 12}, {12, 12}, {12, 11}}}};
    EXPECT_DOUBLE_EQ(area_m2({square}), 8e-6);
}

TEST(Shape, HasExactAreasFarFromTheOrigin)
{
    // 1 km by 1 km, 40,500 km away: the products overflow, the result does not.
    const std::int64_t far = 40'500'000'000'000;
    EXPECT_DOUBLE_EQ(area_m2(shape_of({far, far, far + 1'000'000, far + 1'000'000})), 1e6);
}

TEST(Rects, AddUpWithoutWhatIsTakenOff)
{
    // Two squares of 10 m that share a strip of 2 m: 180 m²; without the strip's column: 160 m².
    const std::vector<Rect> two{metres(0, 0, 10, 10), metres(8, 0, 18, 10)};
    EXPECT_DOUBLE_EQ(area_without(two, {}), 180.0);
    EXPECT_DOUBLE_EQ(area_without(two, {metres(8, -5, 10, 20)}), 160.0);
    EXPECT_DOUBLE_EQ(area_without(common_rects(two, {metres(5, 0, 9, 100)}), {}), 40.0);
}

TEST(Rest, ShrinksWithTheSetback)
{
    // 140 m deep and 100 m along the wall: each metre of setback takes 100 m².
    Rest rest;
    rest.area_m2 = 14000.0;
    rest.front_m = 100.0;
    EXPECT_DOUBLE_EQ(vacant_m2(rest, 0.0), 14000.0);
    EXPECT_DOUBLE_EQ(vacant_m2(rest, 8.0), 13200.0);
    // 30 m deep: with a setback of 11 m less than 20 m of width is left.
    rest.area_m2 = 3000.0;
    EXPECT_DOUBLE_EQ(vacant_m2(rest, 10.0), 2000.0);
    EXPECT_DOUBLE_EQ(vacant_m2(rest, 11.0), 0.0);
}

} // namespace
} // namespace tenglong::tools::gen
