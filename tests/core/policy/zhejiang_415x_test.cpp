#include "tests/support/policy_lines.hpp"

#include <gtest/gtest.h>

// 浙江省“415X”先进制造业集群建设行动方案（2023—2027年）, 浙政发〔2023〕4号. The figures in comments
// are the document's, with the clause.

namespace tenglong {
namespace {

using testing::Case;
using testing::expect_line;
using testing::LineOf;

const std::string k_id = "zhejiang-415x";
const Date k_as_of{2025, 6, 30};

LineOf parcel(const char* rule, const testing::Fill& others)
{
    return {k_id, SubjectKind::parcel, rule, [others](Case& c) {
                c.with("as_of", k_as_of);
                others(c);
            }};
}

// 二（一）1: 批而未供、供而未用、用而未尽.

TEST(Zhejiang415X, ApprovedNotSuppliedIsApprovedLandWithoutAContract)
{
    const auto approved = [](Case& c) { c.with("approved", true); };
    expect_line(parcel("approved_not_supplied", approved), "supplied", false, true);
    const auto open = [](Case& c) { c.with("supplied", false); };
    expect_line(parcel("approved_not_supplied", open), "approved", true, false);
}

TEST(Zhejiang415X, SuppliedNotUsedIsLandWhoseStartIsOverdue)
{
    const auto supplied = [](Case& c) { c.with("supplied", true).with("started", false); };
    const LineOf line = parcel("supplied_not_used", supplied);
    expect_line(line, "due_start", Date{2025, 6, 29}, k_as_of);
    Case one = line.filled();
    EXPECT_NE(
        one.with("due_start", Date{2024, 1, 1}).told(line.rule).find("浙江省415X方案 二（一）1"),
        std::string::npos);
}

TEST(Zhejiang415X, UsedInPartTakesADefaultArea)
{
    const auto in_use = [](Case& c) { c.with("completed", true).with("started", true); };
    expect_line(parcel("used_in_part", in_use), "vacant_m2", 3'334.0, 3'333.0); // 5 mu
    EXPECT_FALSE(testing::shipped(k_id).figure("used_in_part_area")->set);
}

TEST(Zhejiang415X, APlotRatioBelow15IsLow)
{
    // “一般不低于 1.5” takes in the 1.5.
    const auto built = [](Case& c) { c.with("footprint_m2", 3'000.0).with("completed", true); };
    const LineOf line = parcel("low_plot_ratio", built);
    expect_line(line, "plot_ratio", 1.49, 1.5);

    Case one = line.filled();
    EXPECT_EQ(one.with("plot_ratio", 0.9).told(line.rule),
              "容积率 0.9，低于 1.5（浙江省415X方案 二（一）1）");
    // Halls over 8 m count twice, so these reach the line.
    one.with("plot_ratio", 1.2).with("plot_ratio_high_storeys", 1.6);
    EXPECT_EQ(one.verdict(line.rule), Truth::no);
}

TEST(Zhejiang415X, LandWithoutABuildingHasNoLowPlotRatio)
{
    Case bare = parcel("low_plot_ratio", [](Case&) {}).filled();
    bare.with("footprint_m2", 0.0).with("plot_ratio", 0.0);
    EXPECT_EQ(bare.verdict("low_plot_ratio"), Truth::no);
}

TEST(Zhejiang415X, APilotReaches20)
{
    expect_line(parcel("plot_ratio_pilot", [](Case&) {}), "plot_ratio", 2.0, 1.99); // “2.0 以上”
}

TEST(Zhejiang415X, TreatmentIsOfBlocks)
{
    const LineOf line = parcel("contiguous_block", [](Case& c) { c.with("block_parcels", 3.0); });
    expect_line(line, "block_area_mu", 50.0, 49.99); // a default: the document sets no area
}

// 三（四）.

TEST(Zhejiang415X, ThirtyPercentOfTheGrantsAreIndustrial)
{
    const LineOf line{k_id, SubjectKind::region, "industrial_supply_kept", [](Case&) {}};
    expect_line(line, "industrial_supply_share", 0.3, 0.299); // “不低于 30%”
}

TEST(Zhejiang415X, IndustrialLandDoesNotFallWhereACoreAreaIs)
{
    const LineOf seat{k_id, SubjectKind::region, "industrial_total_kept", [](Case& c) {
                          c.with("cluster_area", true).with("industrial_before_m2", 5e6);
                      }};
    expect_line(seat, "industrial_after_m2", 5e6, 4'999'999.0);

    Case other{k_id, SubjectKind::region};
    EXPECT_EQ(other.with("cluster_area", false).verdict("industrial_total_kept"), Truth::yes);
}

TEST(Zhejiang415X, TheAccountWatchesTheTotalAndTheRatioIsADefault)
{
    const Balance& balance = testing::shipped(k_id).balance.value();
    EXPECT_EQ(balance.mode, BalanceMode::stock);
    EXPECT_TRUE(balance.total_not_less);
    EXPECT_FALSE(balance.ratio.set);
    EXPECT_EQ(balance.settlement, Settlement::at_end);
}

// 三（五）.

Case project(double energy_per_value)
{
    Case one{k_id, SubjectKind::enterprise};
    one.with("project_is_new", true).with("energy_control_met", true).with("key_project", true);
    one.with("project_energy_per_value", energy_per_value);
    return one;
}

TEST(Zhejiang415X, TheGreenChannelIsBelow052AndTheReviewAboveIt)
{
    EXPECT_EQ(project(0.519).verdict("green_channel"), Truth::yes);
    EXPECT_EQ(project(0.519).verdict("energy_review"), Truth::no);
    // “低于 0.52” and “超过 0.52” both leave out the figure.
    EXPECT_EQ(project(0.52).verdict("green_channel"), Truth::no);
    EXPECT_EQ(project(0.52).verdict("energy_review"), Truth::no);
    EXPECT_EQ(project(0.521).verdict("green_channel"), Truth::no);
    EXPECT_EQ(project(0.521).verdict("energy_review"), Truth::yes);
}

TEST(Zhejiang415X, TheGreenChannelNeedsTheDualControlDutyAndTheReviewAKeyProject)
{
    const auto low = [](Case& c) {
        c.with("project_is_new", true).with("project_energy_per_value", 0.3);
    };
    expect_line({k_id, SubjectKind::enterprise, "green_channel", low}, "energy_control_met", true,
                false);
    const auto high = [](Case& c) {
        c.with("project_is_new", true).with("project_energy_per_value", 0.6);
    };
    expect_line({k_id, SubjectKind::enterprise, "energy_review", high}, "key_project", true, false);
}

TEST(Zhejiang415X, FreedEnergyServesIfBackwardCapacityWentAndAThirdPartyConfirmed)
{
    const auto gone = [](Case& c) {
        c.with("size", "below_scale").with("backward_capacity", true);
    };
    const LineOf line{k_id, SubjectKind::enterprise, "freed_energy_usable", gone};
    expect_line(line, "energy_verified", true, false);
    Case other = line.filled();
    other.with("energy_verified", true).with("backward_capacity", false);
    EXPECT_EQ(other.verdict(line.rule), Truth::no);
}

TEST(Zhejiang415X, MeasuresGoFromTheBlockToTheBuilding)
{
    Case low{k_id};
    low.with("as_of", k_as_of).with("footprint_m2", 2'000.0).with("plot_ratio", 0.8);
    EXPECT_EQ(testing::proposed(k_id, "redevelopment", low), "build_up");
    low.with("tax_per_mu", 3.0);
    EXPECT_EQ(testing::proposed(k_id, "redevelopment", low), "redevelop");
    low.with("block_area_mu", 60.0).with("block_parcels", 2.0);
    EXPECT_EQ(testing::proposed(k_id, "redevelopment", low), "contiguous_treatment");
}

TEST(Zhejiang415X, TargetsAreThoseOfTheGoals)
{
    // 一（二）, by 2025: 35, 40, 195, 3.4%; 二（一）1: 200,000 mu.
    for (const auto& [id, goal] : {std::pair{"productivity", 35.0},
                                   {"tax_per_mu", 40.0},
                                   {"value_added_per_mu", 195.0},
                                   {"research_share", 3.4}}) {
        EXPECT_EQ(testing::target_of(k_id, id).goals.at(2025), goal) << id;
    }
    const Target& renewed = testing::target_of(k_id, "renewed_land");
    EXPECT_EQ(renewed.goals.at(2027), 20.0);
    EXPECT_EQ(renewed.unit, Unit::of("wan_mu"));
}

} // namespace
} // namespace tenglong
