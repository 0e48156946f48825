#include "tests/support/policy_lines.hpp"

#include <gtest/gtest.h>

// 宁波市新一轮制造业“腾笼换鸟、凤凰涅槃”攻坚行动方案（2021—2025年）, 甬政发〔2021〕59号. The
// figures in comments are the document's, with the clause.

namespace tenglong {
namespace {

using testing::Case;
using testing::expect_line;
using testing::LineOf;
using testing::Words;

const std::string k_id = "ningbo-2021";
const Date k_as_of{2023, 12, 31};

LineOf parcel(const char* rule, const testing::Fill& others)
{
    return {k_id, SubjectKind::parcel, rule, [others](Case& c) {
                c.with("as_of", k_as_of);
                others(c);
            }};
}

LineOf enterprise(
    const char* rule, const testing::Fill& others = [](Case&) {})
{
    return {k_id, SubjectKind::enterprise, rule, others};
}

// 三（一）1: the three lists, violations, what is to be done.

TEST(Ningbo, HighConsumptionIsListedOrHasMuchEnergyAndLittleTax)
{
    const LineOf line =
        enterprise("enterprise_high_consumption", [](Case& c) { c.with("tax_per_mu", 4.0); });
    expect_line(line, "energy_per_value", 0.53, 0.52); // a default, as the sentence says
    Case one = line.filled();
    const std::string told = one.with("energy_per_value", 0.9).told(line.rule);
    EXPECT_NE(told.find("文件未规定数值"), std::string::npos) << told;

    Case listed{k_id, SubjectKind::enterprise};
    listed.with("lists", Words{"high_consumption"});
    EXPECT_EQ(listed.verdict("enterprise_high_consumption"), Truth::yes);
}

TEST(Ningbo, AScatteredPolluterIsListedOrHasAViolation)
{
    const LineOf line = enterprise("enterprise_scattered");
    expect_line(line, "violations", Words{"environment"}, Words{});
    expect_line(line, "lists", Words{"scattered"}, Words{"backward"});
    Case found = line.filled();
    found.with("lists", Words{}).with("violations", Words{"illegal_building"});
    EXPECT_EQ(found.told(line.rule), "违法违规：有（宁波市方案 三（一）1）");
}

TEST(Ningbo, BackwardCapacityIsListedOrFound)
{
    const LineOf line = enterprise("enterprise_backward");
    expect_line(line, "lists", Words{"backward"}, Words{});
    expect_line(line, "backward_capacity", true, false);
}

TEST(Ningbo, EveryViolationCountsBecauseTheKindsAreOpen)
{
    const LineOf line = parcel("violation", [](Case&) {});
    expect_line(line, "violations", Words{"illegal_use"}, Words{});
    EXPECT_EQ(line.with("violations", Words{"fire"}), Truth::yes); // not named, but “等问题”
}

TEST(Ningbo, WhatIsNotPutRightInTimeIsDisposedOfByLaw)
{
    const LineOf line =
        enterprise("to_be_disposed", [](Case& c) { c.with("violations", Words{"safety"}); });
    expect_line(line, "rectification", "整改未达标", "整改达标");
    EXPECT_EQ(line.with("rectification", "逾期未整改"), Truth::yes);
}

TEST(Ningbo, ListedEnterprisesWithdrawMoveMergeOrUpgrade)
{
    const auto way = [](Case one) { return testing::proposed(k_id, "enterprise_treatment", one); };
    const auto listed = [](const char* list) {
        Case one{k_id, SubjectKind::enterprise};
        one.with("lists", Words{list}).with("violations", Words{}).with("in_line_share", 1.0);
        one.with("production_state", "normal").with("backward_capacity", false);
        return one;
    };
    EXPECT_EQ(way(listed("backward")), "withdraw");
    EXPECT_EQ(way(listed("high_consumption")), "upgrade");
    EXPECT_EQ(way(std::move(listed("high_consumption").with("production_state", "stopped"))),
              "merge");
    EXPECT_EQ(way(std::move(listed("scattered").with("in_line_share", 0.1))), "move_into_park");
    EXPECT_EQ(
        way(std::move(
            listed("scattered").with("violations", Words{"fire"}).with("rectification", "未达标"))),
        "dispose_by_law");
}

TEST(Ningbo, CastingDyeingAndSurfaceTreatmentAreListed)
{
    // GB/T 4754-2017: 3391 casting of ferrous metals, 3311 metal structures.
    expect_line(enterprise("special_process"), "industry_code", "C3391", "C3311");
    EXPECT_EQ(enterprise("special_process").with("industry_code", "1713"), Truth::yes);
}

TEST(Ningbo, NewTwoHighProjectsNeedAReplacement)
{
    const LineOf line = enterprise("replacement_due", [](Case& c) { c.with("two_high", true); });
    expect_line(line, "project_is_new", true, false);
}

// 三（一）3 and 4.

TEST(Ningbo, AllNewLandIsStandardLand)
{
    const LineOf region{k_id, SubjectKind::region, "standard_land_all", [](Case&) {}};
    expect_line(region, "standard_land_share", 1.0, 0.99);
    const auto fresh = [](Case& c) {
        c.with("supply_new_land", true).with("contract_date", Date{2023, 5, 1});
    };
    expect_line(parcel("new_not_standard", fresh), "standard_land", false, true);
}

TEST(Ningbo, AZoneOfTheThreeAreasAndTwoLinesIsKept)
{
    const LineOf line = parcel("in_control_zone", [](Case&) {});
    EXPECT_EQ(line.with("control_zone", "工业集聚区"), Truth::yes);
    EXPECT_EQ(line.filled().verdict(line.rule), Truth::no); // whether it is on file is always known
}

TEST(Ningbo, LowEfficiencyIsTheLastClassOrLowTax)
{
    const LineOf line = parcel("low_efficiency", [](Case& c) { c.with("class", "C"); });
    expect_line(line, "tax_per_mu", 5.0, 5.01); // a default
    EXPECT_FALSE(testing::shipped(k_id).figure("tax_line")->set);
}

TEST(Ningbo, LandIsImprovedByBlockParkTreatmentOrStoreys)
{
    const auto way = [](Case& one) { return testing::proposed(k_id, "land_treatment", one); };
    Case low{k_id};
    low.with("as_of", k_as_of).with("tax_per_mu", 3.0).with("plot_ratio", 2.4);
    EXPECT_EQ(way(low), "renovate_without_land");
    EXPECT_EQ(way(low.with("plot_ratio", 1.2)), "add_storeys");
    EXPECT_EQ(way(low.with("violations", Words{"energy"})), "treat");
    EXPECT_EQ(way(low.with("block_area_mu", 90.0).with("block_parcels", 3.0)), "renew_block");
}

// 四（二）.

TEST(Ningbo, NewProjectsReachAPlotRatioOf2)
{
    const auto fresh = [](Case& c) {
        c.with("completed", true).with("contract_date", Date{2022, 1, 31});
    };
    const LineOf line = parcel("low_plot_ratio", fresh);
    expect_line(line, "plot_ratio", 1.99, 2.0); // “2.0 以上” takes in the 2.0
    Case one = line.filled();
    EXPECT_EQ(one.with("plot_ratio", 1.8).told(line.rule).substr(0, 9), "合同签");

    const auto ratio = [](Case& c) { c.with("completed", true).with("plot_ratio", 0.9); };
    const LineOf by_date = parcel("low_plot_ratio", ratio);
    EXPECT_EQ(by_date.with("contract_date", Date{2021, 12, 31}), Truth::yes);
    EXPECT_EQ(by_date.with("contract_date", Date{2006, 12, 30}), Truth::no);
}

TEST(Ningbo, NewSupplyAgreesOnAPlotRatioOf2)
{
    const auto fresh = [](Case& c) {
        c.with("supply_new_land", true).with("contract_date", Date{2023, 5, 1});
    };
    expect_line(parcel("new_low_plot_ratio", fresh), "agreed_plot_ratio", 1.9, 2.0);
    const LineOf region{k_id, SubjectKind::region, "new_plot_ratio_kept", [](Case&) {}};
    expect_line(region, "new_supply_plot_ratio", 2.0, 1.99);
}

TEST(Ningbo, ReplannedLandMayUpgradeFromClassBOn)
{
    const auto planned = [](Case& c) {
        c.with("planned_industrial", false).with("replan_implemented", false);
    };
    const auto later = [planned](Case& c) {
        planned(c);
        c.with("replan_due_date", Date{2030, 1, 1});
    };
    expect_line(parcel("may_upgrade", later), "class", "B", "C"); // “B 档以上” takes in B
    EXPECT_EQ(parcel("may_upgrade", later).with("class", "A"), Truth::yes);
    const auto graded = [planned](Case& c) {
        planned(c);
        c.with("class", "B");
    };
    // “5 年内” includes its last day: 2028-12-31.
    expect_line(parcel("may_upgrade", graded), "replan_due_date", Date{2029, 1, 1},
                Date{2028, 12, 31});
}

TEST(Ningbo, LandOutsideTheLineIsSwappedForNewLandInside)
{
    const auto industrial = [](Case& c) { c.with("is_industrial", true); };
    expect_line(parcel("swap_candidate", industrial), "in_line_share", 0.0, 1.0);
    const auto change = [](const char* kind) {
        return LineOf{k_id, SubjectKind::change, "swap_misplaced",
                      [=](Case& c) { c.with("kind", kind).with("claimed_m2", 5'000.0); }};
    };
    expect_line(change("give_up"), "in_line_m2", 300.0, 0.0);
    expect_line(change("add"), "in_line_m2", 4'700.0, 5'000.0);
    const Balance& balance = testing::shipped(k_id).balance.value();
    EXPECT_EQ(balance.mode, BalanceMode::swap);
    EXPECT_FALSE(balance.ratio.set);
}

// 四（四）.

TEST(Ningbo, FreedCarbonAndEnergyGoFirstToThreeKindsOfProjects)
{
    expect_line(enterprise("quota_first"), "project_kind", "强链补链", "房地产");
}

// 四（五）: inside the line, or classes A and B from 50 mu on, up to 15% of the land and 30% of the
// floor area.

testing::Fill housing(double in_line_share, const char* grade, double area_mu)
{
    return [=](Case& c) {
        c.with("completed", true).with("started", true);
        c.with("in_line_share", in_line_share).with("class", grade).with("area_mu", area_mu);
    };
}

TEST(Ningbo, TheHigherShareIsForLandInsideAndForLargeGoodPlantsOutside)
{
    const auto raised = [](const testing::Fill& fill) {
        return parcel("support_raised", fill).filled().verdict("support_raised");
    };
    EXPECT_EQ(raised(housing(1.0, "D", 10.0)), Truth::yes);
    EXPECT_EQ(raised(housing(0.0, "B", 50.0)), Truth::yes); // “50 亩以上” takes in the 50
    EXPECT_EQ(raised(housing(0.0, "B", 49.99)), Truth::no);
    EXPECT_EQ(raised(housing(0.0, "A", 60.0)), Truth::yes);
    EXPECT_EQ(raised(housing(0.0, "C", 60.0)), Truth::no);
    EXPECT_EQ(raised([](Case& c) { c.with("completed", true).with("started", true); }),
              Truth::unknown);
}

TEST(Ningbo, OfficesAndLivingStayWithinTheHigherLimitWhereItApplies)
{
    const auto with_floor = [](Case& c) {
        housing(1.0, "C", 15.0)(c);
        c.with("support_floor_share", 0.2);
    };
    expect_line(parcel("support_over", with_floor), "support_land_share", 0.151, 0.15);
    const auto with_land = [](Case& c) {
        housing(1.0, "C", 15.0)(c);
        c.with("support_land_share", 0.1);
    };
    expect_line(parcel("support_over", with_land), "support_floor_share", 0.301, 0.3);
}

TEST(Ningbo, OfficesAndLivingStayWithinTheOrdinaryLimitElsewhere)
{
    // 7% of the land, the control indexes' figure; the floor share is a default.
    const auto outside = [](const char* grade, double area_mu) {
        return [=](Case& c) {
            housing(0.0, grade, area_mu)(c);
            c.with("support_floor_share", 0.1);
        };
    };
    expect_line(parcel("support_over", outside("C", 60.0)), "support_land_share", 0.12, 0.07);
    EXPECT_EQ(parcel("support_over", outside("A", 49.98)).with("support_land_share", 0.12),
              Truth::yes);
    EXPECT_EQ(parcel("support_over", outside("B", 50.0)).with("support_land_share", 0.12),
              Truth::no);
}

// 附件.

TEST(Ningbo, TheAnnexHasSeventeenIndicators)
{
    struct Row {
        const char* id;
        std::optional<double> base;
        double in_2023;
        double in_2025;
        const char* lead;
    };
    const std::vector<Row> rows{{"value_added_rate", 22.6, 24, 24.5, "市经信局"},
                                {"tax_per_mu", 44.4, 50, 60, "市经信局"},
                                {"value_added_per_mu", 163.2, 190, 215, "市经信局"},
                                {"productivity_growth", 6.4, 6, 6, "市经信局"},
                                {"energy_intensity", {}, 10.4, 15, "市能源局"},
                                {"eliminated", 225, 1250, 2000, "市经信局"},
                                {"upgraded", 1250, 2500, 4000, "市经信局"},
                                {"scattered", 1200, 3000, 5000, "市经信局、市生态环境局"},
                                {"freed_land", {}, 20, 30, "市自然资源规划局、市经信局"},
                                {"freed_energy", {}, 100, 160, "市能源局"},
                                {"freed_carbon", {}, 200, 300, "市经信局"},
                                {"research_share", 2.16, 2.5, 2.8, "市科技局"},
                                {"high_tech_count", 3103, 5500, 8000, "市科技局"},
                                {"large_projects", {}, 60, 100, "市商务局"},
                                {"investment_growth", 10, 10, 10, "市经信局"},
                                {"standards", 65, 200, 300, "市市场监管局"},
                                {"brands", 78, 200, 300, "市市场监管局"}};
    std::size_t in_annex = 0;
    for (const Target& target : testing::shipped(k_id).targets) {
        in_annex += target.citation.clause == "附件" ? 1 : 0;
    }
    EXPECT_EQ(in_annex, 17U);
    for (const Row& row : rows) {
        SCOPED_TRACE(row.id);
        const Target& target = testing::target_of(k_id, row.id);
        EXPECT_EQ(target.base ? std::optional{target.base->second} : std::nullopt, row.base);
        EXPECT_EQ(target.goals.at(2023), row.in_2023);
        EXPECT_EQ(target.goals.at(2025), row.in_2025);
        EXPECT_EQ(target.lead.zh, row.lead);
        EXPECT_EQ(target.citation.clause, "附件");
    }
    // 三（一）4: 200 blocks by 2025.
    EXPECT_EQ(testing::target_of(k_id, "blocks").goals.at(2025), 200.0);
}

} // namespace
} // namespace tenglong
