#include "core/evaluate/score.hpp"

#include "tests/core/evaluate/published_schemes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace tenglong {
namespace {

using testing::Table;

/// Inputs in the order tax per mu, value added per mu, per tce, per t of emission, labour
/// productivity, R&D share; the totals were computed by hand from the published formulas (domain
/// notes, 2.6) and once more with a script.
[[nodiscard]] Table six_indicator_vectors()
{
    return Table{{{24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302},
                  {12, 100, 2, 3000, 15, 0.02},
                  {30, 160, 3, 6000, 20, 0.04},
                  {50, 300, 6, 9000, 40, 0.06},
                  {3, 20, 0.5, 500, 8, 0}}};
}

void expect_totals(const ScoreTable& table, const std::vector<double>& totals)
{
    ASSERT_EQ(table.subjects.size(), totals.size());
    for (std::size_t i = 0; i < totals.size(); ++i) {
        ASSERT_TRUE(table.subjects[i].total.has_value()) << i;
        EXPECT_NEAR(*table.subjects[i].total, totals[i], 1e-6) << i;
    }
}

TEST(Score, ReproducesHuangyanAboveScale)
{
    expect_totals(six_indicator_vectors().scored(testing::huangyan_2022()),
                  {100.0, 65.452993, 119.563771, 211.032195, 15.808959});
    expect_totals(six_indicator_vectors().scored(testing::huangyan_2021()),
                  {100.032773, 66.034282, 119.336070, 211.385153, 16.034438});
}

TEST(Score, ReproducesHuangyanBelowScale)
{
    const Table table{{{12, 0.2}, {5, 0.1}, {20, 0.5}}};

    expect_totals(table.scored(testing::two_indicators(11.5932, 0.2352)),
                  {94.271484, 42.822869, 192.549978});
    expect_totals(table.scored(testing::two_indicators(16.601058, 0.236565)),
                  {78.413955, 36.195121, 165.916325});
}

TEST(Score, CapsEveryItemWhereTheSchemeDoes)
{
    const Table table{{{50, 300, 6, 9000, 40, 0.06}}};
    for (const auto& [cap, total] : {std::pair{1.5, 150.0}, std::pair{1.0, 100.0}}) {
        Scheme scheme = testing::huangyan_2022();
        for (ScoreItem& item : scheme.items) {
            item.cap = cap;
        }
        expect_totals(table.scored(scheme), {total});
    }
}

TEST(Score, KeepsHowEveryItemCameAbout)
{
    Scheme scheme = testing::two_indicators(10.0, 0.2);
    scheme.items[0].cap = 1.5;
    const ScoreTable table = Table{{{20, 0.1}}}.scored(scheme);
    const auto items = table.items_of(0);

    EXPECT_EQ(items[0].value, 20.0);
    EXPECT_EQ(items[0].baseline, 10.0);
    EXPECT_EQ(items[0].rule, ItemRule::capped);
    EXPECT_EQ(items[0].points, 75.0);
    EXPECT_EQ(items[1].rule, ItemRule::formula);
    EXPECT_EQ(items[1].points, 25.0);
}

TEST(Score, GivesTheAveragePointsForEmissionsThatNobodyReported)
{
    // Huangyan 2022: no emission data, the average of that item. 1 and 2 times the baseline make
    // 10 and 20 points, so the third gets 15.
    Scheme scheme = testing::huangyan_2022();
    scheme.items[3].missing = MissingRule::average;
    scheme.items[3].zero_is_missing = true;
    const double base = 4929.81;
    const Table table{{{24.097, 136.16, 2.694, base, 18.14, 0.0302},
                       {24.097, 136.16, 2.694, 2 * base, 18.14, 0.0302},
                       {24.097, 136.16, 2.694, 0, 18.14, 0.0302}}};
    const ScoreTable scored = table.scored(scheme);

    expect_totals(scored, {100.0, 110.0, 105.0});
    EXPECT_EQ(scored.items_of(2)[3].rule, ItemRule::averaged);
    EXPECT_EQ(scored.items_of(2)[3].gap, ItemGap::zero);
}

TEST(Score, RaisesTheOtherWeightsForAnItemThatIsLeftOut)
{
    Scheme scheme = testing::two_indicators(10.0, 0.2);
    scheme.items[1].missing = MissingRule::drop;
    Table table{{{5, 0}, {10, 0.1}}};
    table.miss(0, 1);

    expect_totals(table.scored(scheme), {50.0, 75.0}); // 25 of 50 become 50 of 100
}

TEST(Score, IsUndecidedWhereAnItemIs)
{
    Scheme scheme = testing::two_indicators(10.0, 0.2);
    testing::cut_at_20_60_95(scheme);
    Table table{{{5, 0.1}, {10, 0.1}}};
    table.miss(0, 1);
    const ScoreTable scored = table.scored(scheme);

    EXPECT_EQ(scored.subjects[0].total, std::nullopt);
    EXPECT_EQ(scored.subjects[0].rank, std::nullopt);
    EXPECT_EQ(scored.subjects[0].class_after, std::nullopt);
    EXPECT_EQ(scored.items_of(0)[0].points, 25.0);
    EXPECT_EQ(scored.subjects[1].rank, 1U);
    EXPECT_EQ(scored.subjects[1].group_size, 1U);
}

TEST(Score, IsUndecidedForAllWhereNobodyHasAnything)
{
    for (const MissingRule rule :
         {MissingRule::undecided, MissingRule::average, MissingRule::drop}) {
        Scheme scheme = testing::two_indicators(10.0, 0.2);
        testing::cut_at_20_60_95(scheme);
        scheme.items[0].missing = rule;
        scheme.items[1].missing = rule;
        ScoreInputs inputs;
        inputs.subjects = 3;
        inputs.items.resize(2);
        for (const SubjectScore& subject : score(scheme, inputs).subjects) {
            EXPECT_EQ(subject.total, std::nullopt);
            EXPECT_EQ(subject.class_after, std::nullopt);
        }
    }
}

TEST(Score, TakesWhatIsNoNumberAsMissing)
{
    const Scheme scheme = testing::two_indicators(10.0, 0.2);
    const ScoreTable table = Table{{{NAN, 0.1}, {INFINITY, 0.1}, {1e308, 1e308}}}.scored(scheme);

    EXPECT_EQ(table.items_of(0)[0].gap, ItemGap::no_value);
    EXPECT_EQ(table.items_of(1)[0].gap, ItemGap::no_value);
    EXPECT_EQ(table.subjects[2].total, std::nullopt); // beyond every number
}

TEST(Score, AddsBonusesAndTakesDeductionsWithinTheirLimits)
{
    Scheme scheme = testing::two_indicators(10.0, 0.2);
    scheme.adjustments = {{"award", {}, {}, "award_points", false, 5.0},
                          {"patents", {}, {}, "patent_points", false, {}},
                          {"let", {}, {}, "let_points", true, 10.0}};
    scheme.most_bonus = 8.0;
    const Table table{{{10, 0.2}, {10, 0.2}, {10, 0.2}}};
    ScoreInputs inputs = table.inputs(scheme);
    const std::vector<double> award{9, 2, -3};
    const std::vector<double> patents{6, 1, 0};
    const std::vector<double> let{0, 15, 0};
    const std::vector<std::uint8_t> let_known{1, 1, 0};
    inputs.adjustments = {{award, {}}, {patents, {}}, {let, let_known}};
    const ScoreTable scored = score(scheme, inputs);

    expect_totals(scored, {108.0, 93.0, 100.0});
    EXPECT_EQ(scored.subjects[1].bonus, 3.0);
    EXPECT_EQ(scored.subjects[1].deduction, 10.0);
}

TEST(Score, MeasuresAgainstTheGroupOrAgainstAll)
{
    Scheme scheme;
    scheme.items = {testing::ratio_item("tax_per_mu", 100, 0)};
    scheme.items[0].baseline.kind = BaselineKind::mean;
    const Table table{{{10}, {30}, {2}, {6}}};
    ScoreInputs inputs = table.inputs(scheme);
    const std::vector<std::uint32_t> groups{7, 7, 3, 3};
    inputs.groups = groups;

    expect_totals(score(scheme, inputs), {50, 150, 50, 150}); // means 20 and 4
    scheme.statistics = StatisticsScope::all;
    expect_totals(score(scheme, inputs), {1000.0 / 12, 3000.0 / 12, 200.0 / 12, 600.0 / 12});
}

TEST(Score, DividesSumsForTheValueOfAGroup)
{
    Scheme scheme;
    scheme.items = {testing::ratio_item("tax_per_mu", 100, 0)};
    scheme.items[0].baseline = {BaselineKind::ratio_of_sums, 0.0, 2.0};
    scheme.items[0].numerator = "tax";
    scheme.items[0].denominator = "land";
    const std::vector<double> per_mu{10.0, 10.0 / 9.0};
    const std::vector<double> tax{10, 10};
    const std::vector<double> land{1, 9};
    ScoreInputs inputs;
    inputs.subjects = 2;
    inputs.items = {{{per_mu, {}}, {tax, {}}, {land, {}}}};

    // 20 over 10 mu are 2 a mu; twice that is the baseline.
    expect_totals(score(scheme, inputs), {250.0, 100.0 * 10.0 / 9.0 / 4.0});
}

TEST(Score, RanksEveryGroupForItself)
{
    Scheme scheme = testing::two_indicators(10.0, 0.2);
    testing::cut_at_20_60_95(scheme);
    scheme.seats = SeatRounding::up;
    const Table table{{{1, 1}, {9, 9}, {5, 5}, {2, 2}}};
    ScoreInputs inputs = table.inputs(scheme);
    const std::vector<std::uint32_t> groups{0, 1, 1, k_no_group};
    inputs.groups = groups;
    const ScoreTable scored = score(scheme, inputs);

    EXPECT_EQ(scored.subjects[0].rank, 1U);
    EXPECT_EQ(scored.subjects[0].group_size, 1U);
    EXPECT_EQ(scored.subjects[1].rank, 1U);
    EXPECT_EQ(scored.subjects[2].rank, 2U);
    EXPECT_TRUE(scored.subjects[3].total.has_value());
    EXPECT_FALSE(scored.subjects[3].ranked);
    EXPECT_EQ(scored.subjects[3].class_after, std::nullopt);
}

TEST(Score, LeavesThoseNotRankedOutOfPlacesAndMeans)
{
    Scheme scheme;
    scheme.items = {testing::ratio_item("tax_per_mu", 100, 0)};
    scheme.items[0].baseline.kind = BaselineKind::mean;
    testing::cut_at_20_60_95(scheme);
    scheme.overrides = {{"safety", {}, {}, "accident", OverrideKind::veto, "D", 1}};
    const Table table{{{90}, {10}, {30}}};
    ScoreInputs inputs = table.inputs(scheme);
    const std::vector<std::uint8_t> outside{1, 0, 0};
    const std::vector<std::uint8_t> accident{1, 0, 0};
    inputs.not_ranked = {outside, {}};
    inputs.overrides = {{accident, {}}};
    const ScoreTable scored = score(scheme, inputs);

    expect_totals(scored, {450, 50, 150});
    EXPECT_FALSE(scored.subjects[0].ranked);
    EXPECT_EQ(scored.subjects[0].class_after, std::nullopt);
    EXPECT_TRUE(scored.subjects[0].overrides.empty());
    EXPECT_EQ(scored.subjects[2].rank, 1U);
    EXPECT_EQ(scored.subjects[2].group_size, 2U);

    scheme.statistics_with_unranked = true;
    expect_totals(score(scheme, inputs), {9000.0 / 130 * 3, 1000.0 / 130 * 3, 3000.0 / 130 * 3});
}

TEST(Score, VetoesWhoeverTheFactNames)
{
    Scheme scheme = testing::two_indicators(10.0, 0.2);
    testing::cut_at_20_60_95(scheme);
    scheme.overrides = {{"safety", {}, {}, "accident", OverrideKind::veto, "D", 1}};
    std::vector<std::vector<double>> rows;
    rows.reserve(10);
    for (int i = 0; i < 10; ++i) {
        rows.push_back({100.0 - i, 1.0});
    }
    const Table table{rows};
    ScoreInputs inputs = table.inputs(scheme);
    const std::vector<std::uint8_t> accident{1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    const std::vector<std::uint8_t> known{1, 0, 1, 1, 1, 1, 1, 1, 1, 1};
    inputs.overrides = {{accident, known}};
    const ScoreTable scored = score(scheme, inputs);

    EXPECT_EQ(scored.subjects[0].class_before, 0U);
    EXPECT_EQ(scored.subjects[0].class_after, 3U);
    EXPECT_EQ(scored.subjects[1].class_after, 0U);
    ASSERT_EQ(scored.subjects[1].overrides.size(), 1U);
    EXPECT_FALSE(scored.subjects[1].overrides[0].known);
    EXPECT_TRUE(scored.subjects[2].overrides.empty());
}

TEST(Score, MayCutByScore)
{
    Scheme scheme = testing::two_indicators(10.0, 0.2);
    scheme.cut = CutMode::by_score;
    scheme.classes = {{"A", {}, {}, 90.0}, {"B", {}, {}, 60.0}, {"C", {}, {}, {}}};
    const ScoreTable scored = Table{{{10, 0.16}, {10, 0.15}, {1, 0.1}}}.scored(scheme);

    EXPECT_EQ(scored.subjects[0].class_after, 0U);
    EXPECT_EQ(scored.subjects[1].class_after, 1U);
    EXPECT_EQ(scored.subjects[2].class_after, 2U);
}

TEST(Score, ScoresNobodyAndASchemeWithoutClasses)
{
    const Scheme scheme = testing::two_indicators(10.0, 0.2);
    ScoreInputs inputs;
    inputs.items.resize(2);

    EXPECT_TRUE(score(scheme, inputs).subjects.empty());
    EXPECT_EQ(Table({{10, 0.2}}).scored(scheme).subjects[0].class_after, std::nullopt);
    EXPECT_EQ(Table({{10, 0.2}}).scored(scheme).subjects[0].rank, 1U);
}

TEST(Score, RefusesColumnsThatDoNotFit)
{
    const Scheme scheme = testing::two_indicators(10.0, 0.2);
    const Table table{{{10, 0.2}}};
    const std::vector<double> two{1, 2};
    ScoreInputs inputs = table.inputs(scheme);
    inputs.items[0].value.values = two;
    EXPECT_THROW(static_cast<void>(score(scheme, inputs)), std::invalid_argument);
    inputs = table.inputs(scheme);
    inputs.items.pop_back();
    EXPECT_THROW(static_cast<void>(score(scheme, inputs)), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(score(Scheme{}, ScoreInputs{})), std::invalid_argument);
}

} // namespace
} // namespace tenglong
