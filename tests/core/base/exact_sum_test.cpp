#include "core/base/exact_sum.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tenglong {
namespace {

// In doubles 1e14 + 0.01 a hundred times gives 1.5625 and other values, by order.
TEST(ExactSum, SmallTermsBesideAGreatOneAreKeptInEveryOrder)
{
    ExactSum up;
    ExactSum down;
    up.add(1e14);
    for (int i = 0; i < 100; ++i) {
        up.add(0.25);
        down.add(0.25);
    }
    down.add(1e14);
    EXPECT_EQ(up.value(), 1e14 + 25.0);
    EXPECT_EQ(up.value(), down.value());
}

TEST(ExactSum, WhatIsNoNumberIsNoTermAndNothingIsNotZero)
{
    ExactSum sum;
    EXPECT_FALSE(sum.add(std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(sum.add(std::optional<double>{}));
    EXPECT_EQ(sum.known(), std::nullopt);
    EXPECT_TRUE(sum.add(0.0));
    EXPECT_EQ(sum.known(), 0.0);
}

// 10/2 and 20/8: 30/10 = 3, not the mean 3.75; a row without its lower figure counts in neither.
TEST(SumRatio, IsTheSumOverTheSumOfRowsWithBoth)
{
    SumRatio ratio;
    ratio.add(10.0, 2.0);
    ratio.add(20.0, 8.0);
    ratio.add(1000.0, std::nullopt);
    EXPECT_NEAR(*ratio.value(), 3.0, 1e-12);
    EXPECT_EQ(SumRatio{}.value(), std::nullopt);
}

} // namespace
} // namespace tenglong
