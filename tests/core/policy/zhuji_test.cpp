#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tenglong {
namespace {

using testing::Case;
using testing::proposed;
using testing::shipped;
using enum Truth;

using Words = std::vector<std::string>;

Case parcel()
{
    return Case{"zhuji-2021"};
}

Case enterprise()
{
    return Case{"zhuji-2021", SubjectKind::enterprise};
}

Case region()
{
    return Case{"zhuji-2021", SubjectKind::region};
}

// 三（一）1: 亩均税收5万元以下. Civil Code art. 1259: 以下 includes the figure itself.
TEST(Zhuji, FiveWanOfTaxPerMuIsStillLow)
{
    EXPECT_EQ(parcel().with("tax_per_mu", 4.99).verdict("low_efficiency"), yes);
    EXPECT_EQ(parcel().with("tax_per_mu", 5.00).verdict("low_efficiency"), yes);
    EXPECT_EQ(parcel().with("tax_per_mu", 5.01).verdict("low_efficiency"), no);
    EXPECT_EQ(parcel().verdict("low_efficiency"), unknown);
}

TEST(Zhuji, TellsWhyLandIsLow)
{
    EXPECT_EQ(parcel().with("tax_per_mu", 3.2).told("low_efficiency"),
              "亩均税收 3.2 万元/亩，不高于 5 万元/亩（诸暨方案 三（一）1）");
    EXPECT_EQ(parcel().told("low_efficiency"), "无法判定“低效用地”：缺少亩均税收");
}

// 三（一）1 names energy, safety, environment, fire, tax, quality and other violations.
TEST(Zhuji, ScreensLandForTaxOrAnyViolation)
{
    Case land = parcel();
    land.with("tax_per_mu", 30.0).with("violations", Words{});
    EXPECT_EQ(land.verdict("key_screening"), no);
    for (const char* kind :
         {"energy", "safety", "environment", "fire", "tax", "quality", "illegal_lease"}) {
        EXPECT_EQ(land.with("violations", Words{kind}).verdict("key_screening"), yes) << kind;
        EXPECT_EQ(land.verdict("violation"), yes) << kind;
    }
    EXPECT_EQ(parcel().with("tax_per_mu", 30.0).verdict("key_screening"), unknown);
    EXPECT_EQ(parcel().with("tax_per_mu", 5.0).verdict("key_screening"), yes);
}

// 三（一）4 sends idle land to the national measures, with their own article.
TEST(Zhuji, JudgesIdleLandByTheNationalMeasures)
{
    Case land = parcel();
    land.with("state_owned", true).with("started", false).with("as_of", Date{2023, 12, 31});
    land.with("due_start", Date{2022, 12, 30});
    EXPECT_EQ(land.verdict("suspected_idle"), yes);
    EXPECT_NE(land.told("suspected_idle").find("闲置土地处置办法 第二条第一款"), std::string::npos);
    EXPECT_EQ(land.with("due_start", Date{2022, 12, 31}).verdict("suspected_idle"), no);
    land.with("due_start", Date{2022, 12, 30}).with("government_delay_days", 1.0);
    EXPECT_EQ(land.verdict("suspected_idle"), no);
}

// No figure in the plan: a default of 1.0 that says so.
TEST(Zhuji, LowPlotRatioGoesByADefaultThatIsToldAsOne)
{
    EXPECT_EQ(parcel().with("plot_ratio", 1.0).verdict("low_plot_ratio"), no);
    EXPECT_EQ(parcel().with("plot_ratio", 0.99).told("low_plot_ratio"),
              "容积率 0.99，低于 1（诸暨方案 三（一）4；文件未规定数值，按默认值）");
    EXPECT_EQ(parcel().verdict("low_plot_ratio"), unknown);
    Case land = parcel();
    land.with("planned_industrial", true).with("plot_ratio", 1.49);
    EXPECT_EQ(land.verdict("may_raise_plot_ratio"), yes);
    EXPECT_EQ(land.with("plot_ratio", 1.5).verdict("may_raise_plot_ratio"), no);
}

// 三（一）4: all new industrial land is granted as standard land.
TEST(Zhuji, ListsNewLandThatIsNotStandardLand)
{
    Case land = parcel();
    land.with("supply_new_land", true).with("contract_date", Date{2022, 5, 1});
    EXPECT_EQ(land.verdict("new_not_standard"), unknown);
    EXPECT_EQ(land.with("standard_land", false).verdict("new_not_standard"), yes);
    EXPECT_EQ(land.with("standard_land", true).verdict("new_not_standard"), no);
    land.with("standard_land", false).with("contract_date", Date{2020, 12, 31});
    EXPECT_EQ(land.verdict("new_not_standard"), no);
    EXPECT_EQ(region().with("standard_land_share", 1.0).verdict("standard_land_all"), yes);
    EXPECT_EQ(region().with("standard_land_share", 0.999).verdict("standard_land_all"), no);
    EXPECT_EQ(region().verdict("standard_land_all"), unknown);
}

// 三（二）1: manufacturers above scale, and those below it with 3 mu or more (以上 includes 3).
TEST(Zhuji, ReviewsManufacturersAboveScaleOrWithThreeMu)
{
    Case firm = enterprise();
    firm.with("is_manufacturing", true).with("size", "below_scale").with("land_used_mu", 3.0);
    EXPECT_EQ(firm.verdict("review_scope"), yes);
    EXPECT_EQ(firm.with("land_used_mu", 2.99).verdict("review_scope"), no);
    EXPECT_EQ(firm.verdict("evaluation_scope"), no);
    EXPECT_EQ(firm.with("size", "above_scale").verdict("evaluation_scope"), yes);
    Case unmeasured = enterprise();
    unmeasured.with("is_manufacturing", true).with("size", "below_scale");
    EXPECT_EQ(unmeasured.verdict("review_scope"), unknown);
}

TEST(Zhuji, ListsFirmsOfHighEnergyAndLowBenefitInsideTheScope)
{
    Case firm = enterprise();
    firm.with("is_manufacturing", true).with("size", "above_scale");
    firm.with("energy_per_value", 0.8).with("tax_per_mu", 5.0);
    EXPECT_EQ(firm.verdict("enterprise_high_consumption"), yes);
    EXPECT_EQ(firm.with("tax_per_mu", 5.5).verdict("enterprise_high_consumption"), no);
    firm.with("tax_per_mu", 5.0).with("energy_per_value", 0.52);
    EXPECT_EQ(firm.verdict("enterprise_high_consumption"), no);
    EXPECT_EQ(firm.with("two_high", true).verdict("enterprise_high_consumption"), yes);
    firm.with("size", "below_scale").with("land_used_mu", 2.0);
    EXPECT_EQ(firm.verdict("enterprise_high_consumption"), no);
    firm.with("lists", Words{"high_consumption"});
    EXPECT_EQ(firm.verdict("enterprise_high_consumption"), yes);
}

// 三（二）2: 1000 tce and more since 2018, 5000 tce and more before.
TEST(Zhuji, ReviewsTwoHighProjectsByYearAndEnergy)
{
    Case firm = enterprise();
    firm.with("two_high", true).with("project_built_year", 2018.0).with("energy_tce", 1000.0);
    EXPECT_EQ(firm.verdict("two_high_project"), yes);
    EXPECT_EQ(firm.with("energy_tce", 999.9).verdict("two_high_project"), no);
    firm.with("project_built_year", 2017.0).with("energy_tce", 4999.9);
    EXPECT_EQ(firm.verdict("two_high_project"), no);
    EXPECT_EQ(firm.with("energy_tce", 5000.0).verdict("two_high_project"), yes);
    EXPECT_EQ(firm.with("two_high", false).verdict("two_high_project"), no);
}

TEST(Zhuji, TheYearOfATwoHighProjectMattersOnlyBetweenTheTwoLines)
{
    const auto verdict = [](double energy) {
        return enterprise()
            .with("two_high", true)
            .with("energy_tce", energy)
            .verdict("two_high_project");
    };
    EXPECT_EQ(verdict(900.0), no);
    EXPECT_EQ(verdict(3000.0), unknown);
    EXPECT_EQ(verdict(5000.0), yes);
}

// 四（二）
TEST(Zhuji, KeepsTheShareOfSupplyAndTheTotal)
{
    EXPECT_EQ(region().with("industrial_supply_share", 0.30).verdict("industrial_supply_kept"),
              yes);
    EXPECT_EQ(region().with("industrial_supply_share", 0.299).verdict("industrial_supply_kept"),
              no);
    EXPECT_EQ(region().verdict("industrial_supply_kept"), unknown);
    Case county = region();
    county.with("industrial_before_m2", 5e7).with("industrial_after_m2", 5e7);
    EXPECT_EQ(county.verdict("industrial_total_kept"), yes);
    EXPECT_EQ(county.with("industrial_after_m2", 49'999'999.0).verdict("industrial_total_kept"),
              no);
}

TEST(Zhuji, LandInsideTheLineThatIsPlannedOtherwiseIsToBeCompensated)
{
    Case land = parcel();
    land.with("in_line_m2", 100.0).with("planned_industrial", false);
    EXPECT_EQ(land.verdict("needs_compensation"), yes);
    EXPECT_EQ(land.with("planned_industrial", true).verdict("needs_compensation"), no);
    land.with("planned_industrial", false).with("in_line_m2", 0.0);
    EXPECT_EQ(land.verdict("needs_compensation"), no);
    EXPECT_EQ(parcel().with("in_line_m2", 100.0).verdict("needs_compensation"), unknown);
}

TEST(Zhuji, BalancesOneForOneInsideTheLine)
{
    const auto& balance = shipped("zhuji-2021").balance;
    ASSERT_TRUE(balance);
    EXPECT_EQ(balance->mode, BalanceMode::inside_line);
    EXPECT_DOUBLE_EQ(balance->ratio.value.value, 1.0);
    EXPECT_TRUE(balance->ratio.set);
    EXPECT_TRUE(balance->stays_industrial);
    EXPECT_TRUE(balance->total_not_less);
    EXPECT_FALSE(balance->floor);
    EXPECT_EQ(balance->citation.clause, "四（二）");
}

Case change(const char* kind)
{
    Case made{"zhuji-2021", SubjectKind::change};
    made.with("kind", kind);
    return made;
}

TEST(Zhuji, OnlyLandTakenInsideTheLineIsBalanced)
{
    EXPECT_EQ(change("occupy").with("in_line_m2", 1.0).verdict("occupation_to_balance"), yes);
    EXPECT_EQ(change("occupy").with("in_line_m2", 0.0).verdict("occupation_to_balance"), no);
    EXPECT_EQ(change("occupy").verdict("occupation_to_balance"), unknown);
    EXPECT_EQ(change("add").with("in_line_m2", 1.0).verdict("occupation_to_balance"), no);
}

// The plan names no figures; 1 mu (666.67 m2) and 10 m are defaults.
TEST(Zhuji, CompensationIsIndustrialLandOfSomeSizeOffFarmlandAndRedLine)
{
    Case land = change("compensate");
    land.with("planned_industrial", true).with("on_farmland_m2", 0.0).with("on_red_line_m2", 0.0);
    EXPECT_EQ(land.with("counted_m2", 667.0).verdict("compensation_faulty"), unknown);
    EXPECT_EQ(land.with("width_m", 10.0).verdict("compensation_faulty"), no);
    EXPECT_EQ(land.with("width_m", 9.9).verdict("compensation_faulty"), yes);
    EXPECT_EQ(land.with("width_m", 10.0).with("counted_m2", 666.0).verdict("compensation_faulty"),
              yes);
    land.with("counted_m2", 667.0).with("on_farmland_m2", 0.5);
    EXPECT_EQ(land.verdict("compensation_faulty"), yes);
    land.with("on_farmland_m2", 0.0).with("planned_industrial", false);
    EXPECT_EQ(land.verdict("compensation_faulty"), yes);
    EXPECT_EQ(land.with("kind", "give_up").verdict("compensation_faulty"), no);
}

// 三（一）2: the four batches, in the order in which they are proposed.
TEST(Zhuji, ProposesOneOfFourBatches)
{
    Case land = parcel();
    land.with("tax_per_mu", 4.0).with("plot_ratio", 1.2).with("vacant_m2", 0.0);
    EXPECT_EQ(proposed("zhuji-2021", "four_batches", land), "improve");
    EXPECT_EQ(proposed("zhuji-2021", "four_batches", land.with("plot_ratio", 0.5)), "rebuild");
    EXPECT_EQ(proposed("zhuji-2021", "four_batches", land.with("planned_industrial", false)),
              "change_function");
    EXPECT_EQ(proposed("zhuji-2021", "four_batches", land.with("violations", Words{"safety"})),
              "close");
    Case good = parcel();
    good.with("tax_per_mu", 50.0).with("plot_ratio", 2.0).with("violations", Words{});
    EXPECT_EQ(proposed("zhuji-2021", "four_batches", good), "");
    Case listed = parcel();
    EXPECT_EQ(proposed("zhuji-2021", "four_batches", listed.with("lists", Words{"backward"})),
              "close");
}

TEST(Zhuji, EachBatchFreesItsLandAndEnergy)
{
    std::map<std::string, std::pair<FreedLand, FreedEnergy>> freed;
    for (const Measure& measure : shipped("zhuji-2021").measures) {
        freed[measure.id] = {measure.land, measure.energy};
    }
    EXPECT_EQ(freed["close"], (std::pair{FreedLand::whole, FreedEnergy::all}));
    EXPECT_EQ(freed["change_function"], (std::pair{FreedLand::whole, FreedEnergy::all}));
    EXPECT_EQ(freed["rebuild"], (std::pair{FreedLand::none, FreedEnergy::excess}));
    EXPECT_EQ(freed["improve"], (std::pair{FreedLand::separable, FreedEnergy::excess}));
}

// 三（二）1: violators put right first; the others by one of four ways.
TEST(Zhuji, ProposesOneWayForEachListedFirm)
{
    Case firm = enterprise();
    firm.with("lists", Words{"high_consumption"}).with("in_line_share", 0.9);
    EXPECT_EQ(proposed("zhuji-2021", "enterprise_treatment", firm), "upgrade");
    firm.with("in_line_share", 0.2);
    EXPECT_EQ(proposed("zhuji-2021", "enterprise_treatment", firm), "move_into_park");
    firm.with("production_state", "stopped");
    EXPECT_EQ(proposed("zhuji-2021", "enterprise_treatment", firm), "merge");
    firm.with("class", "D");
    EXPECT_EQ(proposed("zhuji-2021", "enterprise_treatment", firm), "withdraw");
    firm.with("violations", Words{"environment"});
    EXPECT_EQ(proposed("zhuji-2021", "enterprise_treatment", firm), "rectify");
}

// 二, the table: number, goal of 2023 in its unit, the region fact that tells the value.
TEST(Zhuji, HasTheFifteenTargetsOfItsTable)
{
    const std::vector<std::tuple<std::string, double, std::string, std::string>> rows{
        {"freed_land", 1, "wan_mu", "freed_land_mu"},
        {"tax_per_mu", 30, "wan_per_mu", "tax_per_mu"},
        {"value_added_per_mu", 130, "wan_per_mu", "value_added_per_mu"},
        {"eliminated", 100, "piece", "eliminated_count"},
        {"upgraded", 180, "piece", "upgraded_count"},
        {"freed_energy", 8, "wan_tce", "freed_energy_tce"},
        {"freed_carbon", 16, "wan_t", "freed_carbon_t"},
        {"energy_intensity_drop", 10, "percent", ""},
        {"rd_share", 3, "percent", "rd_share"},
        {"little_giants", 7, "piece", ""},
        {"large_projects", 15, "piece", ""},
        {"investment_growth", 12, "percent", ""},
        {"standards", 24, "piece", ""},
        {"brands", 15, "piece", ""},
        {"first_sets", 8, "piece", ""},
    };
    const auto& targets = shipped("zhuji-2021").targets;
    ASSERT_EQ(targets.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& [id, goal, unit, fact] = rows[i];
        EXPECT_EQ(targets[i].id, id);
        EXPECT_DOUBLE_EQ(targets[i].goals.at(2023), goal) << id;
        EXPECT_EQ(targets[i].unit.key(), unit) << id;
        EXPECT_EQ(targets[i].fact, fact) << id;
        EXPECT_FALSE(targets[i].lead.zh.empty()) << id;
        EXPECT_EQ(targets[i].citation.clause, "二 表 " + std::to_string(i + 1));
    }
}

} // namespace
} // namespace tenglong
