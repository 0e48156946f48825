#include "core/rules/derive.hpp"
#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::Case;
using testing::proposed;
using enum Truth;

/// State-owned land, supplied, whose start was agreed for 2021-02-28 and never came.
Case not_started(Date as_of)
{
    Case parcel{"national"};
    parcel.with("state_owned", true).with("started", false).with("supplied", true);
    parcel.with("due_start", Date{2021, 2, 28}).with("as_of", as_of);
    return parcel;
}

/// Works begun and suspended on 2021-06-30, less than a third developed.
Case suspended(Date as_of)
{
    Case parcel{"national"};
    parcel.with("state_owned", true).with("started", true).with("suspended", true);
    parcel.with("suspension_start", Date{2021, 6, 30}).with("as_of", as_of);
    parcel.with("developed_share", 0.3).with("invested_share", 0.5);
    return parcel;
}

// Idle Land Measures art. 2 (1): a full year past the agreed start. Civil Code art. 201 and 202:
// the first day is not counted and the year ends with its corresponding day, 2022-02-28.
TEST(IdleLand, ACalendarYearIsFullWhenItsLastDayIsOver)
{
    EXPECT_EQ(not_started({2022, 2, 27}).verdict("suspected_idle"), no);
    EXPECT_EQ(not_started({2022, 2, 28}).verdict("suspected_idle"), no);
    EXPECT_EQ(not_started({2022, 3, 1}).verdict("suspected_idle"), yes);
}

// Civil Code art. 202: without a corresponding day the month's last day ends the period.
TEST(IdleLand, AYearFromALeapDayEndsOnTheLastDayOfFebruary)
{
    Case parcel = not_started({2021, 2, 28});
    parcel.with("due_start", Date{2020, 2, 29});
    EXPECT_EQ(parcel.verdict("suspected_idle"), no);
    EXPECT_EQ(parcel.with("as_of", Date{2021, 3, 1}).verdict("suspected_idle"), yes);
}

// 2022-02-28 and 30 days: 2022-03-30 is the last day.
TEST(IdleLand, DaysLostToGovernmentCausesAreSubtracted)
{
    Case parcel = not_started({2022, 3, 30});
    parcel.with("government_delay_days", 30.0);
    EXPECT_EQ(parcel.verdict("suspected_idle"), no);
    EXPECT_EQ(parcel.with("as_of", Date{2022, 3, 31}).verdict("suspected_idle"), yes);
}

TEST(IdleLand, DelaysThatNobodyRecordedHideNothingAndAreToldAsAnAssumption)
{
    Case parcel = not_started({2022, 3, 1});
    EXPECT_NE(parcel.told("suspected_idle").find("缺失"), std::string::npos)
        << parcel.told("suspected_idle");
    parcel.with("government_delay_days", 0.0);
    EXPECT_EQ(parcel.told("suspected_idle").find("缺失"), std::string::npos);
}

TEST(IdleLand, IsUndecidedWithoutTheDayOfTheStart)
{
    Case parcel{"national"};
    parcel.with("state_owned", true).with("started", false).with("as_of", Date{2022, 3, 1});
    EXPECT_EQ(parcel.verdict("suspected_idle"), unknown);
    EXPECT_EQ(parcel.told("suspected_idle").find("无法判定“涉嫌闲置”：缺少"), 0U)
        << parcel.told("suspected_idle");
}

TEST(IdleLand, IsOnlyStateOwnedLand)
{
    Case parcel = not_started({2025, 1, 1});
    EXPECT_EQ(parcel.with("state_owned", false).verdict("suspected_idle"), no);
}

TEST(IdleLand, LandInProductionIsNotIdleForWantOfDates)
{
    Case parcel{"national"};
    parcel.with("state_owned", true).with("due_start", Date{2015, 1, 1});
    parcel.with("as_of", Date{2023, 1, 1});
    EXPECT_EQ(parcel.verdict("suspected_idle"), unknown);
    EXPECT_EQ(parcel.with("in_production", true).verdict("suspected_idle"), no);
    // What is stated counts for more than what is inferred.
    EXPECT_EQ(parcel.with("started", false).verdict("suspected_idle"), yes);
}

// Art. 2 (2): less than a third developed or less than 25% invested, and suspended for a year.
TEST(IdleLand, SuspensionForAYearGovernsBothLimbs)
{
    EXPECT_EQ(suspended({2022, 6, 30}).verdict("suspected_idle"), no);
    EXPECT_EQ(suspended({2022, 7, 1}).verdict("suspected_idle"), yes);
    Case invested = suspended({2022, 7, 1});
    invested.with("developed_share", 0.9).with("invested_share", 0.2);
    EXPECT_EQ(invested.verdict("suspected_idle"), yes);
    EXPECT_EQ(invested.with("suspended", false).verdict("suspected_idle"), no);
    EXPECT_EQ(suspended({2022, 6, 30}).with("invested_share", 0.1).verdict("suspected_idle"), no);
}

TEST(IdleLand, AThirdDevelopedAndAQuarterInvestedAreEnough)
{
    Case parcel = suspended({2023, 1, 1});
    parcel.with("developed_share", 1000.0 / 3000.0).with("invested_share", 0.25);
    EXPECT_EQ(parcel.verdict("suspected_idle"), no);
    EXPECT_EQ(parcel.with("developed_share", 999.0 / 3000.0).verdict("suspected_idle"), yes);
    parcel.with("developed_share", 0.5).with("invested_share", 0.2499);
    EXPECT_EQ(parcel.verdict("suspected_idle"), yes);
}

TEST(IdleLand, OneLimbIsEnoughWhereTheOtherIsNotKnown)
{
    Case parcel{"national"};
    parcel.with("state_owned", true).with("started", true).with("suspended", true);
    parcel.with("suspension_start", Date{2021, 6, 30}).with("as_of", Date{2023, 1, 1});
    parcel.with("developed_share", 0.2);
    EXPECT_EQ(parcel.verdict("suspected_idle"), yes);
    EXPECT_EQ(parcel.with("developed_share", 0.5).verdict("suspected_idle"), unknown);
}

// Art. 8 and 12: government-caused cases are dealt with otherwise.
TEST(IdleLand, CausesDecideWhatFollows)
{
    Case parcel = not_started({2022, 6, 1});
    EXPECT_EQ(parcel.verdict("idle_fee_due"), unknown);
    EXPECT_EQ(proposed("national", "idle_own", parcel), "idle_decide");

    parcel.with("delay_cause", "enterprise");
    EXPECT_EQ(parcel.verdict("idle_fee_due"), yes);
    EXPECT_EQ(parcel.verdict("idle_recovery_due"), no);
    EXPECT_EQ(parcel.verdict("idle_government"), no);
    EXPECT_EQ(proposed("national", "idle_own", parcel), "idle_fee");

    parcel.with("delay_cause", "force_majeure");
    EXPECT_EQ(parcel.verdict("suspected_idle"), yes);
    EXPECT_EQ(parcel.verdict("idle_fee_due"), no);
    EXPECT_EQ(parcel.verdict("idle_government"), yes);
}

// Art. 14: the fee from one year, recovery from two; 2023-02-28 is the last day of two years.
TEST(IdleLand, TwoYearsEndTheFeeAndBeginTheRecovery)
{
    Case parcel = not_started({2023, 2, 28});
    parcel.with("delay_cause", "enterprise");
    EXPECT_EQ(parcel.verdict("idle_fee_due"), yes);
    EXPECT_EQ(parcel.verdict("idle_recovery_due"), no);
    parcel.with("as_of", Date{2023, 3, 1});
    EXPECT_EQ(parcel.verdict("idle_fee_due"), no);
    EXPECT_EQ(parcel.verdict("idle_recovery_due"), yes);
    EXPECT_EQ(proposed("national", "idle_own", parcel), "idle_recover");
    parcel.with("government_delay_days", 10.0);
    EXPECT_EQ(parcel.verdict("idle_recovery_due"), no);
}

// Art. 14 (1): 20% of a price of 1,500 wan are 300 wan.
TEST(IdleLand, TheFeeIsAFifthOfTheLandPrice)
{
    const Profile& profile = testing::shipped("national");
    testing::Facts facts{*profile.catalogue, 2};
    facts.put("land_price_wan", 0, 1500.0);
    const DerivedFact& fee = profile.derived.at(0);
    derive(facts.table(), fee.fact, fee.expression, profile.tables);
    EXPECT_DOUBLE_EQ(facts.table().number(fee.fact, 0).value_or(-1.0), 300.0);
    EXPECT_FALSE(facts.table().number(fee.fact, 1));
}

// Art. 2 speaks of holders of a right to use land.
TEST(IdleLand, IsNotWhatNobodyHasBeenGivenYet)
{
    Case parcel = not_started({2023, 6, 1});
    parcel.with("supplied", false);
    EXPECT_EQ(parcel.verdict("suspected_idle"), no);
    EXPECT_EQ(parcel.with("supplied", true).verdict("suspected_idle"), yes);
}

// Art. 14 speaks of land not started, so suspended works are left to the authority.
TEST(IdleLand, SuspendedWorksAreLeftToTheAuthority)
{
    Case parcel = suspended({2025, 1, 1});
    parcel.with("delay_cause", "enterprise");
    EXPECT_EQ(parcel.verdict("idle_case_by_case"), yes);
    EXPECT_EQ(parcel.verdict("idle_fee_due"), no);
    EXPECT_EQ(proposed("national", "idle_own", parcel), "idle_decide");
}

// Art. 12 lists the ways; the first that the facts allow is proposed.
TEST(IdleLand, GovernmentCausesAreMendedAsThePlanAllows)
{
    Case parcel = not_started({2022, 6, 1});
    parcel.with("delay_cause", "government");
    EXPECT_EQ(proposed("national", "idle_government", parcel), "government_recover_paid");
    parcel.with("planned_industrial", true);
    EXPECT_EQ(proposed("national", "idle_government", parcel), "government_extend");
    parcel.with("planned_industrial", false);
    EXPECT_EQ(proposed("national", "idle_government", parcel), "government_change_use");
    parcel.with("replan_due_date", Date{2024, 1, 1});
    EXPECT_EQ(proposed("national", "idle_government", parcel), "government_temporary");
    parcel.with("on_red_line_m2", 12.5);
    EXPECT_EQ(proposed("national", "idle_government", parcel), "government_swap");
}

TEST(IdleLand, IsToldWithTheArticle)
{
    Case parcel = not_started({2022, 3, 1});
    parcel.with("government_delay_days", 0.0);
    EXPECT_EQ(
        parcel.told("suspected_idle"),
        "国有建设用地：是；已动工：否（闲置土地处置办法 第二条）；评估基准日 2022-03-01，晚于 "
        "2022-02-28（应动工日期 + 1 年（未动工开发满一年） + "
        "政府原因延误时间）（闲置土地处置办法 第二条第一款）");
}

TEST(Supply, ApprovedLandWithoutContractIsNotSupplied)
{
    Case parcel{"national"};
    parcel.with("approved", true).with("supplied", false);
    EXPECT_EQ(parcel.verdict("approved_not_supplied"), yes);
    EXPECT_EQ(parcel.with("supplied", true).verdict("approved_not_supplied"), no);
    EXPECT_EQ(Case{"national"}.verdict("approved_not_supplied"), unknown);
    // A registered holder has been supplied, whether or not the contract is at hand.
    EXPECT_EQ(Case{"national"}.with("holder", "某公司").verdict("approved_not_supplied"), no);
}

TEST(Supply, SuppliedLandIsNotUsedOnlyOnceItsStartIsDue)
{
    EXPECT_EQ(not_started({2021, 2, 28}).verdict("supplied_not_used"), no);
    EXPECT_EQ(not_started({2021, 3, 1}).verdict("supplied_not_used"), yes);
    EXPECT_EQ(not_started({2021, 3, 1}).with("started", true).verdict("supplied_not_used"), no);
    Case parcel{"national"};
    parcel.with("supplied", true).with("started", false).with("as_of", Date{2022, 1, 1});
    EXPECT_EQ(parcel.verdict("supplied_not_used"), unknown);
}

TEST(Supply, LandKnownToBeOfAnotherUseIsLeftOut)
{
    Case parcel = not_started({2021, 3, 1});
    EXPECT_EQ(parcel.with("is_industrial", true).verdict("supplied_not_used"), yes);
    EXPECT_EQ(parcel.with("is_industrial", false).verdict("supplied_not_used"), no);
}

// The default of 5 mu is 3333.33 m2.
TEST(Use, ALargeVacantPartOfLandInUseIsUsedInPart)
{
    Case parcel{"national"};
    parcel.with("started", true).with("vacant_m2", 3334.0);
    EXPECT_EQ(parcel.verdict("used_in_part"), yes);
    EXPECT_EQ(parcel.with("vacant_m2", 3333.0).verdict("used_in_part"), no);
    EXPECT_EQ(Case{"national"}.with("started", true).verdict("used_in_part"), unknown);
    parcel.with("vacant_m2", 9000.0).with("started", false);
    EXPECT_EQ(parcel.verdict("used_in_part"), no);
}

TEST(Use, BuiltLandIsDueForProductionByTheAgreedDay)
{
    Case parcel{"national"};
    parcel.with("completed", true).with("in_production", false);
    parcel.with("agreed_production", Date{2022, 12, 31}).with("as_of", Date{2022, 12, 31});
    EXPECT_EQ(parcel.verdict("built_not_producing"), no);
    EXPECT_EQ(parcel.with("as_of", Date{2023, 1, 1}).verdict("built_not_producing"), yes);
    EXPECT_EQ(parcel.with("in_production", true).verdict("built_not_producing"), no);
}

TEST(Use, WithoutAnAgreedDayProductionIsDueAYearAfterCompletion)
{
    Case parcel{"national"};
    parcel.with("completed", true).with("in_production", false);
    parcel.with("as_of", Date{2023, 5, 1});
    EXPECT_EQ(parcel.verdict("built_not_producing"), unknown);
    EXPECT_EQ(parcel.with("actual_completion", Date{2022, 5, 1}).verdict("built_not_producing"),
              no);
    EXPECT_EQ(parcel.with("actual_completion", Date{2022, 4, 30}).verdict("built_not_producing"),
              yes);
    EXPECT_NE(parcel.told("built_not_producing").find("文件未规定"), std::string::npos)
        << parcel.told("built_not_producing");
}

TEST(Output, LowTaxOrTheLastClassIsLowEfficiency)
{
    EXPECT_EQ(Case{"national"}.with("tax_per_mu", 5.0).verdict("low_efficiency"), yes);
    EXPECT_EQ(Case{"national"}.with("tax_per_mu", 5.01).verdict("low_efficiency"), no);
    EXPECT_EQ(Case{"national"}.verdict("low_efficiency"), unknown);
    Case last{"national"};
    EXPECT_EQ(last.with("class", "D").verdict("low_efficiency"), yes);
    EXPECT_EQ(Case{"national"}.with("class", "C").verdict("low_efficiency"), unknown);
}

TEST(Output, LandNotBegunOrBeingBuiltInTimeIsNotJudgedByItsOutput)
{
    Case parcel{"national"};
    parcel.with("tax_per_mu", 0.0).with("plot_ratio", 0.1);
    EXPECT_EQ(parcel.verdict("low_efficiency"), yes);
    parcel.with("completed", false).with("agreed_completion", Date{2024, 6, 30});
    parcel.with("as_of", Date{2024, 6, 30});
    EXPECT_EQ(parcel.verdict("low_efficiency"), no);
    EXPECT_EQ(parcel.verdict("low_plot_ratio"), no);
    EXPECT_EQ(parcel.with("as_of", Date{2024, 7, 1}).verdict("low_efficiency"), yes);
    EXPECT_EQ(parcel.with("started", false).verdict("low_efficiency"), no);
}

TEST(Output, HighConsumptionTakesBothHighEnergyAndLowTaxOrTheList)
{
    Case parcel{"national"};
    parcel.with("energy_per_value", 0.53).with("tax_per_mu", 5.0);
    EXPECT_EQ(parcel.verdict("high_consumption"), yes);
    EXPECT_EQ(parcel.with("energy_per_value", 0.52).verdict("high_consumption"), no);
    parcel.with("lists", std::vector<std::string>{"high_consumption"});
    EXPECT_EQ(parcel.verdict("high_consumption"), yes);
    EXPECT_EQ(Case{"national"}.with("tax_per_mu", 2.0).verdict("high_consumption"), unknown);
}

TEST(Output, AnInspectionWithoutFindingsClearsOfViolations)
{
    EXPECT_EQ(Case{"national"}.verdict("violation"), unknown);
    EXPECT_EQ(Case{"national"}.with("has_violation_record", true).verdict("violation"), no);
    EXPECT_EQ(Case{"national"}.with("has_violation_record", false).verdict("violation"), unknown);
    Case parcel{"national"};
    parcel.with("violations", std::vector<std::string>{"fire", "safety"});
    EXPECT_EQ(parcel.verdict("violation"), yes);
    EXPECT_EQ(parcel.told("violation"), "存在违法违规：消防、安全（腾笼口径 违法违规）");
    EXPECT_EQ(parcel.with("violations", std::vector<std::string>{}).verdict("violation"), no);
}

// Control Indexes 2008, table 2: division 36 of 2002 (special machinery) needs 0.7.
TEST(ControlIndexes, EachEditionMeetsOnlyItsOwnCodes)
{
    Case parcel{"national"};
    parcel.with("plot_ratio", 0.65).with("contract_date", Date{2015, 1, 1});
    parcel.with("industry_code", "C3612");
    EXPECT_EQ(parcel.verdict("plot_ratio_below_control"), unknown);
    EXPECT_EQ(parcel.with("industry_code_2002", "C3612").verdict("low_plot_ratio"), yes);
    EXPECT_EQ(parcel.with("plot_ratio", 0.7).verdict("low_plot_ratio"), no);
    // Since 2023 the same digits are motor vehicles, which need 0.8.
    parcel.with("plot_ratio", 0.75).with("contract_date", Date{2024, 1, 1});
    EXPECT_EQ(parcel.verdict("low_plot_ratio"), yes);
    EXPECT_EQ(parcel.with("plot_ratio", 0.8).verdict("low_plot_ratio"), no);
}

TEST(ControlIndexes, NoIndustryNeedsMoreThanTheLargestMinimum)
{
    Case parcel{"national"};
    EXPECT_EQ(parcel.with("plot_ratio", 1.0).verdict("low_plot_ratio"), no);
    EXPECT_EQ(parcel.with("plot_ratio", 0.9).verdict("low_plot_ratio"), unknown);
    EXPECT_EQ(parcel.with("plot_ratio", 0.49).verdict("low_plot_ratio"), yes);
}

TEST(ControlIndexes, StoreysOverEightMetresCountTwice)
{
    Case parcel{"national"};
    parcel.with("plot_ratio", 0.4).with("plot_ratio_high_storeys", 0.8);
    parcel.with("contract_date", Date{2000, 1, 1});
    EXPECT_EQ(parcel.verdict("low_plot_ratio"), no);
}

TEST(ControlIndexes, AnAgreedPlotRatioBindsWhereThereIsOne)
{
    Case parcel{"national"};
    parcel.with("plot_ratio", 1.4).with("agreed_plot_ratio", 1.5);
    EXPECT_EQ(parcel.verdict("low_plot_ratio"), yes);
    EXPECT_EQ(parcel.with("agreed_plot_ratio", 1.4).verdict("low_plot_ratio"), no);
}

// 2008: at least 30%; 2023, as quoted: at least 40%. Support land at most 7% in both.
TEST(ControlIndexes, CoverageAndSupportLandGoByTheDateOfTheContract)
{
    Case parcel{"national"};
    parcel.with("contract_date", Date{2015, 1, 1}).with("building_coefficient", 0.35);
    parcel.with("support_land_share", 0.07).with("support_floor_share", 0.16);
    EXPECT_EQ(parcel.verdict("coverage_below_control"), no);
    EXPECT_EQ(parcel.verdict("support_land_above_control"), no);
    parcel.with("contract_date", Date{2024, 1, 1});
    EXPECT_EQ(parcel.verdict("coverage_below_control"), yes);
    EXPECT_EQ(parcel.verdict("support_land_above_control"), yes);
    parcel.with("contract_date", Date{2000, 1, 1}).with("building_coefficient", 0.1);
    EXPECT_EQ(parcel.verdict("coverage_below_control"), no);
    EXPECT_EQ(Case{"national"}.verdict("coverage_below_control"), unknown);
}

TEST(Agreements, ProducingLandThatMissesAnAgreedFigureIsListed)
{
    Case parcel{"national"};
    parcel.with("in_production", true).with("tax_per_mu", 20.0).with("agreed_tax_per_mu", 30.0);
    EXPECT_EQ(parcel.verdict("below_agreement"), yes);
    EXPECT_EQ(parcel.with("tax_per_mu", 30.0).verdict("below_agreement"), no);
    EXPECT_EQ(Case{"national"}.with("in_production", true).verdict("below_agreement"), no);
    EXPECT_EQ(Case{"national"}.verdict("below_agreement"), no);
}

// The guide reviews all above scale and those below it with 3 mu or more.
TEST(Enterprises, AreUnderReviewAboveScaleOrWithThreeMu)
{
    Case enterprise{"national", SubjectKind::enterprise};
    enterprise.with("is_manufacturing", true).with("size", "below_scale");
    enterprise.with("land_used_mu", 3.0);
    EXPECT_EQ(enterprise.verdict("review_scope"), yes);
    EXPECT_EQ(enterprise.with("land_used_mu", 2.99).verdict("review_scope"), no);
    EXPECT_EQ(enterprise.with("size", "above_scale").verdict("review_scope"), yes);
    EXPECT_EQ(enterprise.with("is_manufacturing", false).verdict("review_scope"), no);
    Case unsized{"national", SubjectKind::enterprise};
    unsized.with("is_manufacturing", true);
    EXPECT_EQ(unsized.verdict("review_scope"), unknown);
    EXPECT_EQ(unsized.with("land_used_mu", 4.0).verdict("review_scope"), yes);
}

TEST(Enterprises, GoOnTheThreeLists)
{
    Case enterprise{"national", SubjectKind::enterprise};
    enterprise.with("lists", std::vector<std::string>{"scattered"});
    EXPECT_EQ(enterprise.verdict("enterprise_scattered"), yes);
    EXPECT_EQ(enterprise.verdict("enterprise_backward"), no);
    EXPECT_EQ(enterprise.with("backward_capacity", true).verdict("enterprise_backward"), yes);
    EXPECT_EQ((Case{"national", SubjectKind::enterprise}).verdict("enterprise_scattered"), unknown);
}

} // namespace
} // namespace tenglong
