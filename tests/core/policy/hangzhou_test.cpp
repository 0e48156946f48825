#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tenglong {
namespace {

using testing::Case;
using testing::proposed;
using testing::shipped;
using enum Truth;

using Words = std::vector<std::string>;

Case parcel()
{
    return Case{"hangzhou-2021"};
}

Case enterprise()
{
    return Case{"hangzhou-2021", SubjectKind::enterprise};
}

Case region()
{
    return Case{"hangzhou-2021", SubjectKind::region};
}

// 三（一）1: all manufacturers are reviewed, whatever their size.
TEST(Hangzhou, ReviewsEveryManufacturer)
{
    Case firm = enterprise();
    firm.with("is_manufacturing", true).with("size", "below_scale").with("land_used_mu", 1.0);
    EXPECT_EQ(firm.verdict("review_scope"), yes);
    firm.with("energy_per_value", 0.6).with("tax_per_mu", 4.0);
    EXPECT_EQ(firm.verdict("enterprise_high_consumption"), yes);
    EXPECT_EQ(firm.with("energy_per_value", 0.5).verdict("enterprise_high_consumption"), no);
    EXPECT_EQ(firm.with("is_manufacturing", false).verdict("enterprise_high_consumption"), no);
    EXPECT_EQ(enterprise().verdict("enterprise_high_consumption"), unknown);
}

// 三（一）2
TEST(Hangzhou, ProposesOneWayForEachListedFirm)
{
    Case firm = enterprise();
    firm.with("lists", Words{"high_consumption"});
    EXPECT_EQ(proposed("hangzhou-2021", "enterprise_treatment", firm), "upgrade");
    firm.with("in_line_share", 0.49);
    EXPECT_EQ(proposed("hangzhou-2021", "enterprise_treatment", firm), "move_into_park");
    firm.with("production_state", "half_stopped");
    EXPECT_EQ(proposed("hangzhou-2021", "enterprise_treatment", firm), "merge");
    firm.with("backward_capacity", true);
    EXPECT_EQ(proposed("hangzhou-2021", "enterprise_treatment", firm), "withdraw");
    firm.with("violations", Words{"tax"});
    EXPECT_EQ(proposed("hangzhou-2021", "enterprise_treatment", firm), "rectify");
}

// 三（一）3: above the provincial target new energy use is offset; the target itself is met.
TEST(Hangzhou, NewProjectsAboveTheTargetOffsetTheirEnergy)
{
    Case project = enterprise();
    project.with("project_is_new", true).with("project_energy_per_value", 0.52);
    EXPECT_EQ(project.verdict("energy_substitution"), no);
    EXPECT_EQ(project.with("project_energy_per_value", 0.521).verdict("energy_substitution"), yes);
    EXPECT_EQ(project.with("project_is_new", false).verdict("energy_substitution"), no);
    EXPECT_EQ(enterprise().with("project_is_new", true).verdict("energy_substitution"), unknown);
    EXPECT_EQ(project.verdict("two_high_planned"), no);
    project.with("project_is_new", true).with("two_high", true);
    EXPECT_EQ(project.verdict("two_high_planned"), yes);
}

// 三（一）4: no new industrial land outside the platforms, in principle, since 2021-12-28.
TEST(Hangzhou, ListsNewLandOutsideThePlatforms)
{
    Case land = parcel();
    land.with("supply_new_land", true).with("contract_date", Date{2021, 12, 28});
    EXPECT_EQ(land.verdict("new_outside_platform"), unknown);
    EXPECT_EQ(land.with("in_platform_share", 0.0).verdict("new_outside_platform"), yes);
    EXPECT_EQ(land.with("in_platform_share", 0.5).verdict("new_outside_platform"), no);
    land.with("in_platform_share", 0.0).with("contract_date", Date{2021, 12, 27});
    EXPECT_EQ(land.verdict("new_outside_platform"), no);
    land.with("contract_date", Date{2022, 1, 1}).with("supply_new_land", false);
    EXPECT_EQ(land.verdict("new_outside_platform"), no);
}

// 三（一）6
TEST(Hangzhou, NewLandIsStandardLand)
{
    Case land = parcel();
    land.with("supply_new_land", true).with("contract_date", Date{2022, 1, 1});
    EXPECT_EQ(land.with("standard_land", false).verdict("new_not_standard"), yes);
    EXPECT_EQ(land.with("standard_land", true).verdict("new_not_standard"), no);
    EXPECT_EQ(parcel().verdict("new_not_standard"), unknown);
    EXPECT_EQ(region().with("standard_land_share", 0.99).verdict("standard_land_all"), no);
}

// 三（一）6: what is not used and can be split off is bought back or transferred. 5 mu, the
// default of both lines, are 3333.33 m2.
TEST(Hangzhou, BuysBackOrTransfersWhatCanBeSplitOff)
{
    Case land = parcel();
    land.with("started", true).with("vacant_m2", 4000.0).with("separable_m2", 3333.0);
    EXPECT_EQ(land.verdict("used_in_part"), yes);
    EXPECT_EQ(proposed("hangzhou-2021", "spare_land", land), "");
    land.with("separable_m2", 3334.0);
    EXPECT_EQ(proposed("hangzhou-2021", "spare_land", land), "buy_back_spare");
    Case unmeasured = parcel();
    unmeasured.with("started", true).with("vacant_m2", 4000.0);
    EXPECT_EQ(unmeasured.verdict("used_in_part_separable"), unknown);
    const auto& measures = shipped("hangzhou-2021").measures;
    const auto spare = std::find_if(measures.begin(), measures.end(), [](const Measure& each) {
        return each.id == "buy_back_spare";
    });
    EXPECT_EQ(spare->land, FreedLand::separable);
}

TEST(Hangzhou, ProposesOneOfFourWaysForLand)
{
    Case land = parcel();
    land.with("tax_per_mu", 3.0);
    EXPECT_EQ(proposed("hangzhou-2021", "land_renewal", land), "improve");
    EXPECT_EQ(proposed("hangzhou-2021", "land_renewal", land.with("planned_industrial", false)),
              "transform");
    EXPECT_EQ(proposed("hangzhou-2021", "land_renewal", land.with("class", "D")), "reserve");
    EXPECT_EQ(proposed("hangzhou-2021", "land_renewal", land.with("on_red_line_m2", 1.0)),
              "restore");
    Case good = parcel();
    good.with("tax_per_mu", 60.0).with("plot_ratio", 2.0).with("on_red_line_m2", 1.0);
    EXPECT_EQ(proposed("hangzhou-2021", "land_renewal", good), "");
}

TEST(Hangzhou, IdleLandGoesByTheNationalMeasures)
{
    Case land = parcel();
    land.with("state_owned", true).with("started", false).with("as_of", Date{2023, 7, 1});
    land.with("due_start", Date{2022, 6, 30}).with("delay_cause", "government");
    EXPECT_EQ(land.verdict("suspected_idle"), yes);
    EXPECT_EQ(land.verdict("idle_government"), yes);
    EXPECT_EQ(land.with("as_of", Date{2023, 6, 30}).verdict("suspected_idle"), no);
    EXPECT_EQ(land.with("due_start", Date{2020, 1, 1})
                  .with("government_delay_days", 2000.0)
                  .verdict("suspected_idle"),
              no);
}

// 三（三）14: construction, start-up, remaining years.
TEST(Hangzhou, StagedRightsAreGivenAndTheirStagesWatched)
{
    Case land = parcel();
    land.with("contract_date", Date{2022, 3, 1}).with("staged_right", false);
    EXPECT_EQ(land.verdict("staged_right_missing"), yes);
    land.with("staged_right", true).with("as_of", Date{2024, 3, 1});
    EXPECT_EQ(land.verdict("staged_right_missing"), no);
    land.with("agreed_completion", Date{2024, 3, 1}).with("completed", false);
    EXPECT_EQ(land.verdict("construction_overdue"), no);
    EXPECT_EQ(land.with("as_of", Date{2024, 3, 2}).verdict("construction_overdue"), yes);
    EXPECT_EQ(land.with("completed", true).verdict("construction_overdue"), no);
    EXPECT_EQ(land.verdict("start_up_overdue"), unknown);
    land.with("agreed_production", Date{2024, 3, 1}).with("in_production", false);
    EXPECT_EQ(land.verdict("start_up_overdue"), yes);
}

// 四（二）
TEST(Hangzhou, ClassAIsExempt)
{
    EXPECT_EQ(enterprise().with("class", "A").verdict("class_a_exempt"), yes);
    EXPECT_EQ(enterprise().with("class", "B").verdict("class_a_exempt"), no);
    EXPECT_EQ(enterprise().verdict("class_a_exempt"), unknown);
    EXPECT_EQ(enterprise().with("class", "A").told("class_a_exempt"),
              "评价档次：A（杭州方案 四（二））");
}

// 四（三）: 10,000 mu a year, 6,000 of them new, 30% of all supply, 300 km2 as the floor.
TEST(Hangzhou, KeepsItsYearlySupplyAndItsFloor)
{
    EXPECT_EQ(region().with("supplied_industrial_mu", 10'000.0).verdict("yearly_supply_met"), yes);
    EXPECT_EQ(region().with("supplied_industrial_mu", 9'999.9).verdict("yearly_supply_met"), no);
    EXPECT_EQ(region().with("supplied_industrial_new_mu", 6'000.0).verdict("yearly_new_supply_met"),
              yes);
    EXPECT_EQ(region().with("supplied_industrial_new_mu", 5'999.9).verdict("yearly_new_supply_met"),
              no);
    EXPECT_EQ(region().with("industrial_supply_share", 0.3).verdict("industrial_supply_kept"), yes);
    EXPECT_EQ(region().with("industrial_supply_share", 0.29).verdict("industrial_supply_kept"), no);
    EXPECT_EQ(region().with("industrial_after_m2", 300e6).verdict("floor_kept"), yes);
    EXPECT_EQ(region().with("industrial_after_m2", 299'999'999.0).verdict("floor_kept"), no);
    EXPECT_EQ(region().verdict("floor_kept"), unknown);
}

TEST(Hangzhou, BalancesExistingIndustrialLandAtOneToOnePointTwo)
{
    const auto& balance = shipped("hangzhou-2021").balance;
    ASSERT_TRUE(balance);
    EXPECT_EQ(balance->mode, BalanceMode::stock);
    EXPECT_DOUBLE_EQ(balance->ratio.value.value, 1.2);
    ASSERT_TRUE(balance->floor);
    EXPECT_DOUBLE_EQ(
        balance->floor->value.unit.convert(balance->floor->value.value, Unit::of("m2")), 300e6);
    EXPECT_TRUE(balance->floor->set);
    Case land = parcel();
    land.with("is_industrial", true).with("planned_industrial", false);
    EXPECT_EQ(land.verdict("needs_compensation"), yes);
    EXPECT_EQ(land.with("planned_industrial", true).verdict("needs_compensation"), no);
}

TEST(Hangzhou, LandTakenAnywhereIsBalanced)
{
    Case change{"hangzhou-2021", SubjectKind::change};
    change.with("kind", "occupy").with("in_line_m2", 0.0);
    EXPECT_EQ(change.verdict("occupation_to_balance"), yes);
    EXPECT_EQ(change.with("kind", "compensate").verdict("occupation_to_balance"), no);
    EXPECT_EQ(change.with("on_red_line_m2", 3.0).verdict("compensation_faulty"), yes);
}

// 二 and 四（三）
TEST(Hangzhou, HasItsTargets)
{
    std::map<std::string, double> goals;
    for (const Target& target : shipped("hangzhou-2021").targets) {
        goals[target.id] = target.goals.at(2023);
    }
    EXPECT_DOUBLE_EQ(goals["tax_per_mu"], 45);
    EXPECT_DOUBLE_EQ(goals["value_added_per_mu"], 240);
    EXPECT_DOUBLE_EQ(goals["productivity"], 39);
    EXPECT_DOUBLE_EQ(goals["energy_intensity_drop"], 13);
    EXPECT_DOUBLE_EQ(goals["rd_share"], 2.3);
    EXPECT_DOUBLE_EQ(goals["treated_enterprises"], 700);
    EXPECT_DOUBLE_EQ(goals["freed_land"], 2);
    EXPECT_DOUBLE_EQ(goals["freed_energy"], 60);
    EXPECT_DOUBLE_EQ(goals["freed_carbon"], 120);
    EXPECT_DOUBLE_EQ(goals["yearly_supply"], 1);
    EXPECT_DOUBLE_EQ(goals["yearly_new_supply"], 6000);
    EXPECT_EQ(goals.size(), 20U);
}

} // namespace
} // namespace tenglong
