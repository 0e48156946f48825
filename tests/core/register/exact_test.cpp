#include "core/register/exact.hpp"

#include "core/register/year_figure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

namespace tenglong {
namespace {

[[nodiscard]] std::vector<Units> split_up(Units total, const std::vector<Units>& weights)
{
    std::vector<Units> parts(weights.size());
    apportion(total, weights, parts);
    return parts;
}

TEST(Land, IsWholeInSquareMetresAndInMu)
{
    // 1 mu is 2000/3 m²; 0.01 m² and 0.0001 mu are the digits that registers keep.
    EXPECT_EQ(land_from_mu(1.0), 2'000'000);
    EXPECT_EQ(land_from_m2(666.67), 2'000'010);
    EXPECT_EQ(land_from_m2(0.01), 30);
    EXPECT_EQ(land_from_mu(0.0001), 200);
    EXPECT_DOUBLE_EQ(land_in_m2(*land_from_mu(15.0)), 10'000.0);
}

TEST(Land, OfNoSizeThatLandHasIsNothing)
{
    using Limits = std::numeric_limits<double>;
    for (const double area : {-0.01, 1.1e9, Limits::infinity(), Limits::quiet_NaN()}) {
        SCOPED_TRACE(area);
        EXPECT_EQ(land_from_m2(area), std::nullopt);
    }
}

TEST(ToUnits, CountsAFenOfAFigureInTenThousandYuan)
{
    // 12.345678 wan are 123,456.78 yuan.
    EXPECT_EQ(to_units(12.345678, units_per_one(YearFigure::tax)), 12'345'678);
    EXPECT_EQ(to_units(-0.29, units_per_one(YearFigure::tax)), -290'000);
    EXPECT_EQ(to_units(1e300, 1.0), std::nullopt);
}

TEST(Apportion, GivesTheRestToTheLargestRemainders)
{
    // By hand: 10/3 = 3.33 each, and the first of equals gets the rest; 7 in 1:2:4 is even;
    // 10*5/11 = 4.54 and 10*3/11 = 2.72, so the two of 2.72 get the rest.
    EXPECT_EQ(split_up(10, {1, 1, 1}), (std::vector<Units>{4, 3, 3}));
    EXPECT_EQ(split_up(7, {1, 2, 4}), (std::vector<Units>{1, 2, 4}));
    EXPECT_EQ(split_up(10, {5, 3, 3}), (std::vector<Units>{4, 3, 3}));
    EXPECT_EQ(split_up(-10, {5, 3, 3}), (std::vector<Units>{-4, -3, -3}));
}

TEST(Apportion, IsEqualWhereNothingWeighs)
{
    EXPECT_EQ(split_up(5, {0, 0}), (std::vector<Units>{3, 2}));
    EXPECT_EQ(split_up(5, {0, 3, 0}), (std::vector<Units>{0, 5, 0}));
    EXPECT_EQ(split_up(5, {0}), (std::vector<Units>{5}));
}

TEST(Apportion, NeverLosesAUnitAndNeverIsOffByOne)
{
    std::mt19937_64 random{20231231};
    for (int run = 0; run < 2'000; ++run) {
        const std::size_t count = 1 + random() % 9;
        std::vector<Units> weights(count);
        for (Units& weight : weights) {
            weight = static_cast<Units>(random() % 5 == 0 ? 0 : random() % 3'000'000'000'000);
        }
        const auto total = static_cast<Units>(random() % k_most_units) - k_most_units / 2;
        const auto parts = split_up(total, weights);

        ASSERT_EQ(std::accumulate(parts.begin(), parts.end(), Units{0}), total);
        const auto sum =
            static_cast<long double>(std::accumulate(weights.begin(), weights.end(), Units{0}));
        for (std::size_t i = 0; i < count && sum > 0; ++i) {
            const long double due =
                static_cast<long double>(total) * static_cast<long double>(weights[i]) / sum;
            ASSERT_LT(std::abs(due - static_cast<long double>(parts[i])), 1.0001L);
        }
    }
}

} // namespace
} // namespace tenglong
