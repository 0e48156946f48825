#include "core/base/error.hpp"
#include "core/tables/standard_tables.hpp"
#include "core/targets/indicators.hpp"
#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::Facts;
using testing::shipped;

const Date k_end_of_2023 = Date::parse("2023-12-31").value();

const IndicatorRow& row_of(const std::vector<IndicatorRow>& rows, const char* id, int year)
{
    for (const IndicatorRow& row : rows) {
        if (row.target->id == id && row.year == year) {
            return row;
        }
    }
    throw std::out_of_range{id};
}

// Zhuji's table has 15 rows, all for 2023 (part 二 of the draft).
TEST(Indicators, EveryRowOfZhujiStandsThereAndSaysWhereThereAreNoData)
{
    const auto rows = indicators(shipped("zhuji-2021"), nullptr, 0, {}, k_end_of_2023);
    ASSERT_EQ(rows.size(), 15U);
    for (const IndicatorRow& row : rows) {
        EXPECT_EQ(row.actual, std::nullopt);
        EXPECT_EQ(row.met, std::nullopt);
        EXPECT_EQ(indicator_note(row).en, "no data");
    }
}

// Goal 30 wan per mu: 36 is 120% and met, 27 is 90% and missed at the end of the year.
TEST(Indicators, AComputedValueMeetsOrMissesTheGoal)
{
    const Profile& zhuji = shipped("zhuji-2021");
    for (const double tax : {36.0, 27.0}) {
        Facts regions{*zhuji.catalogue, 1, SubjectKind::region};
        regions.put("tax_per_mu", 0, tax);
        const auto rows = indicators(zhuji, &regions.table(), 0, {}, k_end_of_2023);
        const IndicatorRow& row = row_of(rows, "tax_per_mu", 2023);
        EXPECT_EQ(row.actual, tax);
        EXPECT_NEAR(*row.progress, tax / 30.0, 1e-12);
        EXPECT_EQ(row.met, tax > 30.0);
        EXPECT_EQ(row.kind, ActualKind::computed);
    }
}

// The goal is 1 wan mu; 12,000 mu could be freed. That is 120%, and nothing is met by it.
TEST(Indicators, WhatCouldBeFreedIsShownInTheUnitOfTheTargetAndMeetsNothing)
{
    const Profile& zhuji = shipped("zhuji-2021");
    Facts regions{*zhuji.catalogue, 1, SubjectKind::region};
    regions.put("freed_land_mu", 0, 12'000.0);
    const auto rows = indicators(zhuji, &regions.table(), 0, {}, k_end_of_2023);
    const IndicatorRow& row = row_of(rows, "freed_land", 2023);
    EXPECT_NEAR(*row.actual, 1.2, 1e-12);
    EXPECT_NEAR(*row.progress, 1.2, 1e-12);
    EXPECT_EQ(row.met, std::nullopt);
    EXPECT_EQ(row.kind, ActualKind::potential);
}

TEST(Indicators, WhatTheBureauReportsCountsBeforeWhatWasComputed)
{
    const Profile& zhuji = shipped("zhuji-2021");
    Facts regions{*zhuji.catalogue, 1, SubjectKind::region};
    regions.put("freed_land_mu", 0, 12'000.0);
    const std::vector<ReportedActual> reported{{"freed_land", 0, 0.5}};
    const auto rows = indicators(zhuji, &regions.table(), 0, reported, k_end_of_2023);
    const IndicatorRow& row = row_of(rows, "freed_land", 2023);
    EXPECT_EQ(row.actual, 0.5);
    EXPECT_EQ(row.met, false);
    EXPECT_EQ(row.kind, ActualKind::reported);
}

// Ningbo: 44.4 in 2020, 50 in 2023, 60 in 2025 (annex). With 48 at the end of 2022 the pace is 1.8
// a year: 50 comes in 2 years, 60 in 7 (12 / 1.8 = 6.7).
TEST(Indicators, ThePaceFromTheBaseTellsWhenAGoalIsReached)
{
    const Profile& ningbo = shipped("ningbo-2021");
    const std::vector<ReportedActual> reported{{"tax_per_mu", 2022, 48.0}};
    const auto rows = indicators(ningbo, nullptr, 0, reported, Date::parse("2022-12-31").value());
    const IndicatorRow& near = row_of(rows, "tax_per_mu", 2023);
    const IndicatorRow& far = row_of(rows, "tax_per_mu", 2025);
    EXPECT_EQ(near.target->base, (std::pair{2020, 44.4}));
    EXPECT_EQ(near.expected_year, 2024);
    EXPECT_EQ(far.expected_year, 2029);
    EXPECT_EQ(near.met, std::nullopt); // 2023 is still to come
}

TEST(Indicators, AValueOfALaterYearIsNoneOfAnEarlierGoal)
{
    const Profile& ningbo = shipped("ningbo-2021");
    const std::vector<ReportedActual> reported{{"tax_per_mu", 2024, 61.0}};
    const auto rows = indicators(ningbo, nullptr, 0, reported, Date::parse("2024-12-31").value());
    EXPECT_EQ(row_of(rows, "tax_per_mu", 2023).actual, std::nullopt);
    EXPECT_EQ(row_of(rows, "tax_per_mu", 2025).met, true); // reached before its year
}

TEST(Indicators, AReportForAnUnknownTargetNamesTheNearestOne)
{
    const std::vector<ReportedActual> reported{{"freed_lnd", 0, 1.0}};
    try {
        static_cast<void>(indicators(shipped("zhuji-2021"), nullptr, 0, reported, k_end_of_2023));
        FAIL() << "not refused";
    } catch (const UsageError& error) {
        EXPECT_EQ(error.text().en,
                  "the policy has no target 'freed_lnd'; did you mean 'freed_land'?");
    }
}

TEST(Indicators, TheTableHoldsEveryRowOfEveryPolicy)
{
    for (const char* id :
         {"zhuji-2021", "ningbo-2021", "hangzhou-2021", "zhejiang-2024", "zhejiang-415x"}) {
        const Profile& profile = shipped(id);
        const auto rows = indicators(profile, nullptr, 0, {}, k_end_of_2023);
        ResultTable table = indicators_table();
        fill_indicators(table, rows, profile);
        EXPECT_TRUE(table.is_complete());
        EXPECT_EQ(table.rows(), rows.size()) << id;
        EXPECT_GE(rows.size(), 4U) << id;
        EXPECT_EQ(table["met"].text(0), "unknown");
    }
}

} // namespace
} // namespace tenglong
