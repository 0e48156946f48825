#include "tests/support/policy_lines.hpp"

#include <gtest/gtest.h>

// 浙江省持续深化制造业“腾笼换鸟、凤凰涅槃”攻坚行动方案（2024—2027年）（征求意见稿）. The figures in
// comments are the document's, with the number of the task.

namespace tenglong {
namespace {

using testing::Case;
using testing::expect_line;
using testing::LineOf;
using testing::Words;

const std::string k_id = "zhejiang-2024";
const Date k_as_of{2025, 6, 30};

LineOf parcel(const char* rule, const testing::Fill& others)
{
    return {k_id, SubjectKind::parcel, rule, [others](Case& c) {
                c.with("as_of", k_as_of);
                others(c);
            }};
}

LineOf enterprise(const char* rule, const testing::Fill& others)
{
    return {k_id, SubjectKind::enterprise, rule, others};
}

// Task 6: 供而未用、用而未尽、建而未投, without figures.

TEST(Zhejiang2024, SuppliedNotUsedIsLandWhoseStartIsOverdue)
{
    const auto supplied = [](Case& c) { c.with("supplied", true).with("started", false); };
    expect_line(parcel("supplied_not_used", supplied), "due_start", Date{2025, 6, 29}, k_as_of);
    const auto due = [](Case& c) { c.with("supplied", true).with("due_start", Date{2024, 1, 1}); };
    expect_line(parcel("supplied_not_used", due), "started", false, true);
}

TEST(Zhejiang2024, UsedInPartTakesADefaultThatTheEvidenceOwnsUpTo)
{
    const auto in_use = [](Case& c) { c.with("completed", true).with("started", true); };
    const LineOf line = parcel("used_in_part", in_use);
    expect_line(line, "vacant_m2", 10'000.0 / 3.0, 3'333.0); // 5 mu are 3,333.33 m²

    Case one = line.filled();
    EXPECT_EQ(one.with("vacant_m2", 4'000.0).told("used_in_part"),
              "空闲面积 6 亩，不低于 5 亩"
              "（浙江省方案（征求意见稿） 任务6；文件未规定数值，按默认值）");
}

TEST(Zhejiang2024, BuiltNotProducingIsLateProduction)
{
    const auto built = [](Case& c) { c.with("completed", true).with("in_production", false); };
    const LineOf line = parcel("built_not_producing", built);
    EXPECT_EQ(line.with("agreed_production", Date{2025, 6, 29}), Truth::yes);
    EXPECT_EQ(line.with("agreed_production", k_as_of), Truth::no);
    EXPECT_EQ(line.filled().verdict(line.rule), Truth::unknown);
}

TEST(Zhejiang2024, LowEfficiencyIsTheLastClassOrLowTax)
{
    // No figure in task 6: the line of the Zhuji plan, which takes in the 5 itself.
    const LineOf by_tax = parcel("low_efficiency", [](Case& c) { c.with("class", "B"); });
    expect_line(by_tax, "tax_per_mu", 5.0, 5.01);
    const LineOf by_class = parcel("low_efficiency", [](Case& c) { c.with("tax_per_mu", 12.0); });
    EXPECT_EQ(by_class.with("class", "D"), Truth::yes);
    EXPECT_EQ(by_class.with("class", "C"), Truth::no);
}

TEST(Zhejiang2024, HighConsumptionNeedsMuchEnergyAndLittleTax)
{
    const LineOf line = parcel("high_consumption", [](Case& c) { c.with("tax_per_mu", 4.0); });
    expect_line(line, "energy_per_value", 0.53, 0.52); // more than the line, which is a default
    const LineOf rich = parcel("high_consumption", [](Case& c) { c.with("tax_per_mu", 20.0); });
    EXPECT_EQ(rich.with("energy_per_value", 3.0), Truth::no);
    EXPECT_EQ(rich.with("lists", Words{"high_consumption"}), Truth::yes);
}

TEST(Zhejiang2024, ABlockIsMoreThanOneParcelOfEnoughArea)
{
    const LineOf line = parcel("contiguous_block", [](Case& c) { c.with("block_parcels", 2.0); });
    expect_line(line, "block_area_mu", 50.0, 49.99);
    const LineOf large = parcel("contiguous_block", [](Case& c) { c.with("block_area_mu", 80.0); });
    expect_line(large, "block_parcels", 2.0, 1.0);
}

// Task 9.

const auto k_new_land = [](Case& c) {
    c.with("supply_new_land", true).with("contract_date", Date{2025, 3, 1});
};

TEST(Zhejiang2024, NewProjectsAreSteeredInsideTheLine)
{
    expect_line(parcel("new_outside_line", k_new_land), "in_line_share", 0.49, 0.5);
    const auto outside = [](Case& c) {
        c.with("supply_new_land", true).with("in_line_share", 0.0);
    };
    expect_line(parcel("new_outside_line", outside), "contract_date", Date{2024, 1, 1},
                Date{2023, 12, 31}); // 2024 to 2027
}

TEST(Zhejiang2024, NewLandIsStandardLandUnlessOnTheNegativeList)
{
    const LineOf line = parcel("new_not_standard", k_new_land);
    expect_line(line, "standard_land", false, true);
    Case listed = line.filled();
    listed.with("standard_land", false);
    EXPECT_EQ(listed.with("negative_list", false).verdict(line.rule), Truth::yes);
    EXPECT_EQ(listed.with("negative_list", true).verdict(line.rule), Truth::no);
}

Case replanned()
{
    Case one{k_id};
    one.with("as_of", k_as_of)
        .with("is_industrial", true)
        .with("planned_industrial", false)
        .with("replan_implemented", false)
        .with("replan_due_date", Date{2031, 1, 1})
        .with("violations", Words{});
    return one;
}

TEST(Zhejiang2024, ReplannedLandMayUpgradeIfThePlanIsMoreThanFiveYearsAway)
{
    // “5 年内” includes its last day: 2030-06-30.
    const auto others = [](Case& c) {
        c.with("is_industrial", true)
            .with("planned_industrial", false)
            .with("replan_implemented", false)
            .with("violations", Words{});
    };
    expect_line(parcel("may_upgrade", others), "replan_due_date", Date{2030, 7, 1},
                Date{2030, 6, 30});
    EXPECT_EQ(replanned().with("replan_implemented", true).verdict("may_upgrade"), Truth::no);
    EXPECT_EQ(replanned().with("planned_industrial", true).verdict("may_upgrade"), Truth::no);
}

TEST(Zhejiang2024, IllegalChangeOrLettingBarsTheUpgrade)
{
    EXPECT_EQ(replanned().verdict("may_upgrade"), Truth::yes);
    EXPECT_EQ(replanned().with("violations", Words{"fire"}).verdict("may_upgrade"), Truth::yes);
    Case let = replanned();
    EXPECT_EQ(let.with("violations", Words{"illegal_lease"}).verdict("may_upgrade"), Truth::no);
    EXPECT_EQ(let.told("may_upgrade"),
              "违法违规 违法出租，包括：违法改变用途、违法出租（浙江省方案（征求意见稿） 任务9）");
    EXPECT_EQ(replanned().with("violations", Words{"illegal_use"}).verdict("may_upgrade"),
              Truth::no);
}

TEST(Zhejiang2024, ASmallEnterpriseParkHasSeventyPercentManufacturersByCountAndByArea)
{
    const auto park = [](const char* given, double value) {
        return LineOf{
            k_id, SubjectKind::park, "manufacturing_share", [=](Case& c) {
                c.with("park_type", "small_enterprise").with("is_new", true).with(given, value);
            }};
    };
    expect_line(park("manufacturing_area_share", 0.9), "manufacturing_count_share", 0.7, 0.699);
    expect_line(park("manufacturing_count_share", 0.9), "manufacturing_area_share", 0.7, 0.699);

    Case old{k_id, SubjectKind::park};
    old.with("park_type", "small_enterprise").with("manufacturing_count_share", 0.1);
    EXPECT_EQ(old.with("is_new", false).verdict("manufacturing_share"), Truth::yes);
}

TEST(Zhejiang2024, AllNewLandIsStandardAndThirtyPercentOfTheGrantsIndustrial)
{
    const auto region = [](const char* rule) {
        return LineOf{k_id, SubjectKind::region, rule, [](Case&) {}};
    };
    expect_line(region("standard_land_all"), "standard_land_share_open", 1.0, 0.999);
    // Without the negative list told apart, the share over all new land stands in.
    EXPECT_EQ(region("standard_land_all").with("standard_land_share", 1.0), Truth::yes);
    expect_line(region("industrial_supply_kept"), "industrial_supply_share", 0.3, 0.299);
}

TEST(Zhejiang2024, ContractsAreHeldToWhatTheyAgreedOn)
{
    const auto agreed = [](Case& c) {
        c.with("in_production", true).with("agreed_tax_per_mu", 20.0);
    };
    const LineOf line = parcel("below_agreement", agreed);
    EXPECT_EQ(line.with("tax_per_mu", 19.9), Truth::yes);
    EXPECT_EQ(line.with("tax_per_mu", 20.0), Truth::no);
    EXPECT_EQ(line.filled().verdict(line.rule), Truth::unknown);
}

// Task 5.

TEST(Zhejiang2024, AParkHeldLongAndLittleDevelopedIsListed)
{
    const auto park = [](const testing::Fill& others) {
        return LineOf{k_id, SubjectKind::park, "long_held", [others](Case& c) {
                          c.with("as_of", k_as_of);
                          others(c);
                      }};
    };
    // No figures in task 5: five years and a half are defaults.
    expect_line(park([](Case& c) { c.with("developed_share", 0.3); }), "established_date",
                Date{2020, 6, 30}, Date{2020, 7, 1});
    expect_line(park([](Case& c) {
                    c.with("established_date", Date{2010, 1, 1});
                }),
                "developed_share", 0.499, 0.5);
}

// Tasks 7, 8, 12 and 26: enterprises.

TEST(Zhejiang2024, TheGreenChannelIsForLessThan052WhereTheDualControlDutyIsKept)
{
    const auto met = [](Case& c) {
        c.with("project_is_new", true).with("energy_control_met", true);
    };
    expect_line(enterprise("green_channel", met), "project_energy_per_value", 0.519, 0.52);
    const auto low = [](Case& c) {
        c.with("project_is_new", true).with("project_energy_per_value", 0.4);
    };
    expect_line(enterprise("green_channel", low), "energy_control_met", true, false);

    Case one = enterprise("green_channel", met).filled();
    EXPECT_EQ(one.with("project_energy_per_value", 0.52).told("green_channel"),
              "项目单位增加值能耗 0.52 吨标煤/万元，不低于 0.52 吨标煤/万元"
              "（浙江省方案（征求意见稿） 任务12）");
}

TEST(Zhejiang2024, ResearchAboveFivePercentGetsQuotas)
{
    expect_line(enterprise("research_over_5", [](Case&) {}), "rd_share", 0.0501, 0.05);
}

TEST(Zhejiang2024, TheLastGradeOfEnergyEfficiencyIsToBeRaised)
{
    expect_line(enterprise("energy_last_grade", [](Case&) {}), "energy_grade", "末档", "A");
    Case last{k_id, SubjectKind::enterprise};
    last.with("energy_grade", "D");
    EXPECT_EQ(testing::proposed(k_id, "enterprise_support", last), "raise_efficiency");
}

TEST(Zhejiang2024, FreedEnergyOfSmallEnterprisesServesOnceConfirmed)
{
    const auto small = [](Case& c) { c.with("size", "below_scale"); };
    expect_line(enterprise("freed_energy_usable", small), "energy_verified", true, false);
    const auto confirmed = [](Case& c) { c.with("energy_verified", true); };
    expect_line(enterprise("freed_energy_usable", confirmed), "size", "below_scale", "above_scale");
}

// Task 25.

Case idle()
{
    Case one{k_id};
    one.with("as_of", k_as_of)
        .with("state_owned", true)
        .with("supplied", true)
        .with("started", false)
        .with("due_start", Date{2022, 1, 1});
    return one;
}

TEST(Zhejiang2024, LandIdleThroughNoFaultOfTheEnterpriseIsRecoveredForPay)
{
    Case own = idle();
    EXPECT_EQ(own.verdict("idle_not_own_fault"), Truth::unknown);
    EXPECT_EQ(own.with("delay_cause", "enterprise").verdict("idle_not_own_fault"), Truth::no);
    Case other = idle();
    other.with("delay_cause", "government").with("government_delay_days", 30.0);
    EXPECT_EQ(other.verdict("idle_not_own_fault"), Truth::yes);
}

TEST(Zhejiang2024, IdleAndSealedLandIsListedForTheCourts)
{
    EXPECT_EQ(idle().verdict("idle_sealed"), Truth::unknown);
    EXPECT_EQ(idle().with("sealed", true).verdict("idle_sealed"), Truth::yes);
    EXPECT_EQ(idle().with("sealed", false).verdict("idle_sealed"), Truth::no);
}

// What is proposed.

TEST(Zhejiang2024, TheWidestWayOfRedevelopmentThatAppliesIsProposed)
{
    Case low{k_id};
    low.with("as_of", k_as_of).with("tax_per_mu", 2.0);
    EXPECT_EQ(testing::proposed(k_id, "redevelopment", low), "own_renewal");
    low.with("enterprise_count", 3.0);
    EXPECT_EQ(testing::proposed(k_id, "redevelopment", low), "unified_letting");
    low.with("block_area_mu", 120.0).with("block_parcels", 4.0);
    EXPECT_EQ(testing::proposed(k_id, "redevelopment", low), "contiguous_development");

    Case unused = idle();
    EXPECT_EQ(testing::proposed(k_id, "redevelopment", unused), "state_renewal");
}

// Task 8.

TEST(Zhejiang2024, LandInsideTheLineThatIsPlannedOtherwiseIsToBeBalanced)
{
    const auto inside = [](Case& c) { c.with("in_line_m2", 2'000.0); };
    expect_line(parcel("needs_compensation", inside), "planned_industrial", false, true);
    const auto planned = [](Case& c) { c.with("planned_industrial", false); };
    expect_line(parcel("needs_compensation", planned), "in_line_m2", 1.0, 0.0);
    const LineOf taken{k_id, SubjectKind::change, "occupation_to_balance",
                       [](Case& c) { c.with("kind", "occupy"); }};
    expect_line(taken, "in_line_m2", 500.0, 0.0);
}

TEST(Zhejiang2024, CompensationKeepsToTheTerritorialPlan)
{
    const LineOf line{k_id, SubjectKind::change, "compensation_faulty", [](Case& c) {
                          c.with("kind", "compensate").with("planned_industrial", true);
                          c.with("on_red_line_m2", 0.0).with("counted_m2", 9'000.0);
                          c.with("width_m", 60.0);
                      }};
    expect_line(line, "on_farmland_m2", 10.0, 0.0);
}

TEST(Zhejiang2024, TheBalanceIsInsideTheLineWithAnOpenRatio)
{
    const Balance& balance = testing::shipped(k_id).balance.value();
    EXPECT_EQ(balance.mode, BalanceMode::inside_line);
    EXPECT_EQ(balance.ratio.value.value, 1.0);
    EXPECT_FALSE(balance.ratio.set);
    EXPECT_EQ(balance.ratio.citation.clause, "任务8");
    EXPECT_EQ(balance.keep_off, (Words{"farmland", "red_line"}));
}

TEST(Zhejiang2024, TargetsAreThoseOfTheGeneralPartAndOfTheTasks)
{
    // 总体要求: 42 and 200 (10,000 yuan per mu), 400,000 yuan a head, 3.4%, all by 2027.
    for (const auto& [id, goal] : {std::pair{"tax_per_mu", 42.0},
                                   {"value_added_per_mu", 200.0},
                                   {"productivity", 40.0},
                                   {"research_share", 3.4}}) {
        EXPECT_EQ(testing::target_of(k_id, id).goals.at(2027), goal) << id;
    }
    // 任务7: 1,000 enterprises and 1.2 Mtce every year.
    EXPECT_TRUE(testing::target_of(k_id, "energy_firms").yearly);
    EXPECT_EQ(testing::target_of(k_id, "energy_firms").goals.at(2024), 1000.0);
    EXPECT_EQ(testing::target_of(k_id, "freed_energy").goals.at(2026), 120.0);
    EXPECT_EQ(testing::target_of(k_id, "freed_energy").unit, Unit::of("wan_tce"));
}

} // namespace
} // namespace tenglong
