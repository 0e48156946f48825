#include "core/evaluate/item_score.hpp"

#include "tests/core/evaluate/published_schemes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace tenglong {
namespace {

using testing::ratio_item;

/// The points of a value in a group that has the values given.
[[nodiscard]] std::optional<double> points(const ScoreItem& item, double value,
                                           std::vector<double> group)
{
    std::vector<double> none;
    return item_score(item, value, reference_of(item, group, none, none)).points;
}

[[nodiscard]] ScoreItem item_of(ScoreFamily family, double weight)
{
    ScoreItem item = ratio_item("x", weight, 0.0);
    item.family = family;
    item.baseline.kind = BaselineKind::mean;
    return item;
}

TEST(MinMaxItem, GivesTheWorstABaseAndTheBestAll)
{
    const ScoreItem item = item_of(ScoreFamily::min_max, 45);

    // Jingde 2022 (F6): 45 × [20 + 80 × (10 − 0) / (40 − 0)] ÷ 100 = 18.
    EXPECT_NEAR(*points(item, 10, {0, 40, 10}), 18.0, 1e-12);
    EXPECT_NEAR(*points(item, 0, {0, 40, 10}), 9.0, 1e-12);
    EXPECT_NEAR(*points(item, 40, {0, 40, 10}), 45.0, 1e-12);
}

TEST(MinMaxItem, TurnsRoundWhereLowIsGood)
{
    ScoreItem item = item_of(ScoreFamily::min_max, 10);
    item.higher_is_better = false;

    EXPECT_NEAR(*points(item, 40, {0, 40}), 2.0, 1e-12);
    EXPECT_NEAR(*points(item, 0, {0, 40}), 10.0, 1e-12);
}

TEST(MinMaxItem, GivesAllToEverybodyWhereAllAreEqual)
{
    EXPECT_NEAR(*points(item_of(ScoreFamily::min_max, 45), 7, {7, 7, 7}), 45.0, 1e-12);
}

TEST(MinMaxItem, TakesARangeOfTheScheme)
{
    ScoreItem item = item_of(ScoreFamily::min_max, 100);
    item.least = 0.0;
    item.greatest = 50.0;

    EXPECT_NEAR(*points(item, 25, {20, 30}), 60.0, 1e-12);
}

TEST(MeanInverseItem, IsNothingFromTwiceTheMeanOn)
{
    // F7: (2 − x ÷ mean) × 2, mean of 2, 4, 12 is 6.
    const ScoreItem item = item_of(ScoreFamily::mean_inverse, 2);

    EXPECT_NEAR(*points(item, 2, {2, 4, 12}), 2.0 * (2.0 - 2.0 / 6.0), 1e-12);
    EXPECT_NEAR(*points(item, 6, {2, 4, 12}), 2.0, 1e-12);
    EXPECT_EQ(*points(item, 12, {2, 4, 12}), 0.0);
    EXPECT_EQ(*points(item, 40, {2, 4, 12}), 0.0);
}

TEST(InverseItem, MeasuresTheBaselineAgainstTheValue)
{
    ScoreItem item = item_of(ScoreFamily::inverse, 10);
    item.baseline = {BaselineKind::fixed, 0.52, 1.0};

    EXPECT_NEAR(*points(item, 0.26, {}), 20.0, 1e-12);
    EXPECT_NEAR(*points(item, 1.04, {}), 5.0, 1e-12);
}

TEST(InverseItem, HasNoPointsForZeroConsumption)
{
    ScoreItem item = item_of(ScoreFamily::inverse, 10);
    item.baseline = {BaselineKind::fixed, 0.52, 1.0};

    EXPECT_EQ(points(item, 0.0, {}), std::nullopt);
    EXPECT_EQ(gap_of(item, 0.0), ItemGap::zero);
    EXPECT_EQ(gap_of(item, -1.0), ItemGap::zero);
}

TEST(RankItem, SharesTheBetterPlaceAmongEquals)
{
    ScoreItem item = item_of(ScoreFamily::rank, 100);

    EXPECT_NEAR(*points(item, 9, {1, 5, 5, 9}), 100.0, 1e-12);
    EXPECT_NEAR(*points(item, 5, {1, 5, 5, 9}), 75.0, 1e-12);
    EXPECT_NEAR(*points(item, 1, {1, 5, 5, 9}), 25.0, 1e-12);
    item.higher_is_better = false;
    EXPECT_NEAR(*points(item, 1, {1, 5, 5, 9}), 100.0, 1e-12);
}

TEST(RatioItem, TakesItsBaselineFromTheGroup)
{
    ScoreItem item = item_of(ScoreFamily::ratio, 10);

    EXPECT_NEAR(*points(item, 6, {1, 2, 9}), 15.0, 1e-12); // mean 4
    item.baseline.kind = BaselineKind::median;
    EXPECT_NEAR(*points(item, 6, {9, 1, 2}), 30.0, 1e-12);    // median 2
    EXPECT_NEAR(*points(item, 6, {9, 1, 2, 4}), 20.0, 1e-12); // median 3
    item.baseline.kind = BaselineKind::max;
    EXPECT_NEAR(*points(item, 6, {1, 12, 9}), 5.0, 1e-12);
    item.baseline.kind = BaselineKind::min;
    EXPECT_NEAR(*points(item, 6, {3, 12, 9}), 20.0, 1e-12);
    item.baseline.kind = BaselineKind::mean;
    item.baseline.factor = 2.0; // Huai'an: about twice the mean of the county
    EXPECT_NEAR(*points(item, 6, {1, 2, 9}), 7.5, 1e-12);
}

TEST(RatioItem, DividesSumsAndNeverAveragesRatios)
{
    ScoreItem item = item_of(ScoreFamily::ratio, 10);
    item.baseline.kind = BaselineKind::ratio_of_sums;
    // Tax 10 on 1 mu and 10 on 9 mu: 2 a mu together, although the mean of the ratios is 5.56.
    std::vector<double> ratios{10.0, 10.0 / 9.0};
    std::vector<double> tax{10.0, 10.0};
    std::vector<double> land{1.0, 9.0};

    EXPECT_NEAR(*reference_of(item, ratios, tax, land).baseline, 2.0, 1e-12);
}

TEST(RatioItem, HasNoBaselineWhereThereIsNothingToMeasureAgainst)
{
    const ScoreItem item = item_of(ScoreFamily::ratio, 10);

    EXPECT_EQ(points(item, 6, {}), std::nullopt);
    EXPECT_EQ(points(item, 6, {0, 0}), std::nullopt);
    EXPECT_EQ(points(item, 6, {-4, 1}), std::nullopt);
}

TEST(ScoreItem, CapsAndFloorsInMultiplesOfItsWeight)
{
    ScoreItem item = ratio_item("x", 30, 10.0);
    item.cap = 1.5;
    item.floor = 0.0;
    std::vector<double> none;
    const ItemReference reference = reference_of(item, none, none, none);

    EXPECT_EQ(item_score(item, 20.0, reference).points, 45.0);
    EXPECT_EQ(item_score(item, 20.0, reference).rule, ItemRule::capped);
    EXPECT_EQ(item_score(item, -5.0, reference).points, 0.0);
    EXPECT_EQ(item_score(item, -5.0, reference).rule, ItemRule::floored);
    EXPECT_EQ(item_score(item, 15.0, reference).points, 45.0);
    EXPECT_EQ(item_score(item, 15.0, reference).rule, ItemRule::formula);
}

TEST(ScoreItem, LetsALossCountAgainstUnlessThereIsAFloor)
{
    EXPECT_NEAR(*points(ratio_item("x", 30, 10.0), -5, {}), -15.0, 1e-12);
}

TEST(ScoreItem, TakesZeroAsMissingOnlyWhereTheSchemeSaysSo)
{
    ScoreItem item = ratio_item("emission", 10, 4.0);
    EXPECT_EQ(gap_of(item, 0.0), ItemGap::none);
    item.zero_is_missing = true;
    EXPECT_EQ(gap_of(item, 0.0), ItemGap::zero);
    EXPECT_EQ(gap_of(item, std::nullopt), ItemGap::no_value);
}

TEST(MissingValue, GetsWhatTheSchemeSays)
{
    ScoreItem item = ratio_item("x", 10, 4.0);
    item.penalty = 3.0;
    const auto filled = [&](MissingRule rule, std::optional<double> average) {
        item.missing = rule;
        ItemScore score = item_score(item, std::nullopt, ItemReference{4.0, {}, {}});
        fill_gap(score, item, average);
        return score;
    };

    EXPECT_EQ(filled(MissingRule::average, 7.5).points, 7.5);
    EXPECT_EQ(filled(MissingRule::average, 7.5).rule, ItemRule::averaged);
    EXPECT_EQ(filled(MissingRule::average, std::nullopt).rule, ItemRule::undecided);
    EXPECT_EQ(filled(MissingRule::zero, 7.5).points, 0.0);
    EXPECT_EQ(filled(MissingRule::penalty, 7.5).points, -3.0); // F7
    EXPECT_EQ(filled(MissingRule::drop, 7.5).points, std::nullopt);
    EXPECT_EQ(filled(MissingRule::drop, 7.5).rule, ItemRule::dropped);
    EXPECT_EQ(filled(MissingRule::undecided, 7.5).rule, ItemRule::undecided);
}

TEST(MissingBaseline, IsNotAMissingValue)
{
    ScoreItem item = item_of(ScoreFamily::ratio, 10);
    item.missing = MissingRule::zero;
    ItemScore score = item_score(item, 5.0, ItemReference{});
    fill_gap(score, item, std::nullopt);

    EXPECT_EQ(score.points, std::nullopt);
    EXPECT_EQ(score.gap, ItemGap::no_baseline);
    EXPECT_EQ(score.rule, ItemRule::undecided);
}

TEST(SumOf, IsTheSameInEveryOrder)
{
    std::mt19937 random{7};
    std::uniform_real_distribution<double> numbers{-1e6, 1e6};
    std::vector<double> values(1000);
    std::generate(values.begin(), values.end(), [&] { return std::exp(numbers(random) / 1e5); });
    std::vector<double> first = values;
    const double expected = sum_of(first);

    for (int i = 0; i < 20; ++i) {
        std::shuffle(values.begin(), values.end(), random);
        std::vector<double> again = values;
        EXPECT_EQ(sum_of(again), expected);
    }
}

TEST(SumOf, LosesNoSmallParts)
{
    std::vector<double> values{1e16, 1.0, -1e16, 1.0};

    EXPECT_EQ(sum_of(values), 2.0);
}

} // namespace
} // namespace tenglong
