#include "core/reclaim/freed.hpp"
#include "core/tables/standard_tables.hpp"
#include "tests/support/parcel_facts.hpp"
#include "tests/support/test_profile.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::Facts;

// Measures chosen by a word in the remarks, so that the amounts alone are under test.
const std::string k_measures = R"(
[figures.plot_ratio_target]
zh = "目标容积率"
en = "target plot ratio"
value = 1.5
clause = "1"
[figures.energy_line]
zh = "能耗线"
en = "energy line"
value = "0.5 tce_per_wan"
clause = "1"
[figures.carbon_per_tce]
zh = "折碳"
en = "carbon by energy"
set = false
default = "2 t_per_tce"
clause = "2"
note_zh = "规划口径"
note_en = "a planning ratio"
[tables.guide_energy]
zh = "行业能耗线"
en = "energy line by industry"
by = "industry_code"
industry = true
unit = "tce_per_wan"
clause = "3"
values = { 17 = 1.0 }
[measure_groups.all]
zh = "全部"
en = "all"
[[measures]]
id = "close"
group = "all"
zh = "关停"
en = "close"
clause = "1"
when = { fact = "remarks", in = ["close"] }
land = "whole"
energy = "all"
[[measures]]
id = "improve"
group = "all"
zh = "提升"
en = "improve"
clause = "1"
when = { fact = "remarks", in = ["improve"] }
land = "separable"
energy = "excess"
[[measures]]
id = "rebuild"
group = "all"
zh = "重建"
en = "rebuild"
clause = "1"
when = { fact = "remarks", in = ["rebuild"] }
)";

class FreedLandTest : public ::testing::Test {
protected:
    FreedLandTest()
    {
        LoadedProfile loaded = read_profile_text("t.toml", testing::k_profile_head + k_measures);
        for (const Mistake& mistake : loaded.mistakes) {
            ADD_FAILURE() << shown(mistake, Lang::en);
        }
        m_profile = std::move(loaded.profile);
        m_facts = std::make_unique<Facts>(*m_profile->catalogue, 6);
    }
    Facts& put(std::size_t row, const char* measure, double area)
    {
        return m_facts->put("remarks", row, measure).put("area_m2", row, area);
    }
    void judge()
    {
        m_verdicts = std::make_unique<Verdicts>(
            Evaluator{m_profile->rules_for(SubjectKind::parcel), m_facts->table()}.evaluate());
        m_measures = std::make_unique<Measures>(*m_profile, SubjectKind::parcel, *m_verdicts);
        m_freed = compute_freed(m_facts->table(), *m_measures);
    }
    [[nodiscard]] const FreedAmounts& at(std::size_t row) const { return m_freed.parcels[row]; }

    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Facts> m_facts;
    std::unique_ptr<Verdicts> m_verdicts;
    std::unique_ptr<Measures> m_measures;
    Freed m_freed;
};

// D1: the measure decides which area counts.
TEST_F(FreedLandTest, TheMeasureDecidesWhichAreaCounts)
{
    put(0, "close", 10'000.0).put("separable_m2", 0, 4'000.0);
    put(1, "improve", 10'000.0).put("separable_m2", 1, 4'000.0);
    put(2, "rebuild", 10'000.0).put("separable_m2", 2, 4'000.0);
    put(3, "other", 10'000.0).put("separable_m2", 3, 4'000.0);
    put(4, "improve", 3'000.0).put("separable_m2", 4, 3'000.4); // measured by another area
    m_facts->put("area_m2", 5, 10'000.0);                       // nobody knows what to do with it
    judge();
    EXPECT_EQ(at(0).land_m2, 10'000.0);
    EXPECT_EQ(at(1).land_m2, 4'000.0);
    EXPECT_EQ(at(2).land_m2, 0.0);
    EXPECT_EQ(at(3).land_m2, 0.0);
    EXPECT_EQ(at(4).land_m2, 3'000.0);
    EXPECT_EQ(at(5).land_m2, std::nullopt);
    EXPECT_EQ(m_freed.land_cause[3], FreedCause::no_measure);
    EXPECT_EQ(m_freed.land_cause[5], FreedCause::undecided);
    const FreedTotal total = freed_total(m_freed);
    EXPECT_EQ(total.amounts.land_m2, 17'000.0);
    EXPECT_EQ(total.parcels, 3U);
    EXPECT_EQ(total.undecided, 1U);
}

TEST_F(FreedLandTest, WhatIsMissingStaysMissingAndSaysWhat)
{
    put(0, "improve", 10'000.0).put("energy_tce", 0, 100.0);
    m_facts->put("remarks", 1, "close");
    judge();
    EXPECT_EQ(at(0).land_m2, std::nullopt);
    EXPECT_EQ(at(0).energy_tce, std::nullopt); // without value added there is no excess to tell
    EXPECT_EQ(at(0).carbon_t, std::nullopt);
    EXPECT_EQ(at(0).floor_potential_m2, std::nullopt);
    EXPECT_EQ(at(1).land_m2, std::nullopt);
    EXPECT_EQ(land_reason(m_freed, *m_measures, m_facts->table(), 0).en,
              "improve: separable area is missing");
    EXPECT_EQ(land_reason(m_freed, *m_measures, m_facts->table(), 1).en, "close: area is missing");
    EXPECT_EQ(freed_total(m_freed).amounts.land_m2, std::nullopt);
}

// D3: 1.5 x 10,000 - 9,000 = 6,000 m² of floors, or 4,000 m² of land at 1.5.
TEST_F(FreedLandTest, FloorsThatCouldBeAddedStandBesideTheLand)
{
    put(0, "rebuild", 10'000.0).put("floor_m2", 0, 9'000.0);
    put(1, "rebuild", 10'000.0).put("floor_m2", 1, 15'000.0);
    put(2, "rebuild", 10'000.0).put("floor_m2", 2, 20'000.0);
    put(3, "close", 10'000.0).put("floor_m2", 3, 9'000.0); // its land counts already
    put(4, "other", 10'000.0).put("floor_m2", 4, 9'000.0).put("is_industrial", 4, false);
    judge();
    EXPECT_NEAR(*at(0).floor_potential_m2, 6'000.0, 1e-9);
    EXPECT_NEAR(*at(0).land_equivalent_m2, 4'000.0, 1e-9);
    EXPECT_EQ(at(0).land_m2, 0.0);
    EXPECT_EQ(at(1).floor_potential_m2, 0.0);
    EXPECT_EQ(at(2).floor_potential_m2, 0.0);
    EXPECT_EQ(at(3).floor_potential_m2, 0.0);
    EXPECT_EQ(at(4).floor_potential_m2, 0.0);
}

// D5: all of 100 tce; 100 - 0.5 x 120 = 40; at paper's own line 100 - 1.0 x 80 = 20; never below 0.
TEST_F(FreedLandTest, EnergyIsFreedByTheMeasureAndTheLineOfTheIndustry)
{
    put(0, "close", 1.0).put("energy_tce", 0, 100.0);
    put(1, "improve", 1.0).put("energy_tce", 1, 100.0).put("value_added_wan", 1, 120.0);
    put(2, "improve", 1.0)
        .put("energy_tce", 2, 100.0)
        .put("value_added_wan", 2, 80.0)
        .put("industry_code", 2, "C1711");
    put(3, "improve", 1.0).put("energy_tce", 3, 100.0).put("value_added_wan", 3, 300.0);
    put(4, "rebuild", 1.0).put("energy_tce", 4, 100.0);
    judge();
    EXPECT_EQ(at(0).energy_tce, 100.0);
    EXPECT_NEAR(*at(1).energy_tce, 40.0, 1e-9);
    EXPECT_NEAR(*at(2).energy_tce, 20.0, 1e-9);
    EXPECT_EQ(at(3).energy_tce, 0.0);
    EXPECT_EQ(at(4).energy_tce, 0.0);
    EXPECT_EQ(at(0).carbon_t, 200.0);
    EXPECT_EQ(carbon_reason(*m_profile).en.find("carbon by energy: 2 t/tce"), 0U);
    EXPECT_NE(carbon_reason(*m_profile).en.find("a planning ratio"), std::string::npos);
}

TEST_F(FreedLandTest, TheTableOfParcelsAddsUpToTheTotal)
{
    put(0, "close", 1'234.5678);
    put(1, "improve", 9'999.9999).put("separable_m2", 1, 0.1);
    put(2, "improve", 9'999.9999).put("separable_m2", 2, 0.2);
    put(3, "other", 1.0);
    put(4, "other", 1.0);
    judge();
    ResultTable table = parcels_table();
    write_freed_columns(m_freed, *m_measures, table);
    table.complete();
    double sum = 0.0;
    for (std::size_t row = 0; row < 5; ++row) {
        sum += table["reclaim_m2"].number(row);
    }
    EXPECT_NEAR(sum, 1'234.8678, 1e-9);
    EXPECT_NEAR(*freed_total(m_freed).amounts.land_m2, 1'234.8678, 1e-9);
    EXPECT_NEAR(table["reclaim_mu"].number(0), 1'234.5678 * 0.0015, 1e-12);
    EXPECT_EQ(table["measure"].text(0), "close");
    EXPECT_FALSE(table["measure"].present(3));
    EXPECT_FALSE(table["reclaim_m2"].present(5));
    EXPECT_EQ(table["measure"].spec().words->shown("close", Lang::zh), "关停");
}

} // namespace
} // namespace tenglong
