#include "core/supply/supply.hpp"
#include "core/tables/standard_tables.hpp"
#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tenglong {
namespace {

using testing::Facts;
using testing::shipped;

const Date k_as_of = Date::parse("2023-12-31").value();

/// Plots of three years in two towns. In 2023: 60,000 m² for industry, of it 40,000 new, of it
/// 30,000 standard land; 20,000 m² for dwellings. In 2022: 10,000 m² for industry, from stock.
class SupplyTest : public ::testing::Test {
protected:
    Facts m_facts{*shipped("hangzhou-2021").catalogue, 7};

    SupplyTest()
    {
        plot(0, "甲镇", "2023-03-01", 30'000.0, true, true);
        m_facts.put("standard_land", 0, true).put("agreed_plot_ratio", 0, 2.0);
        m_facts.put("in_line_m2", 0, 30'000.0).put("out_line_m2", 0, 0.0);
        plot(1, "甲镇", "2023-12-31", 10'000.0, true, true);
        m_facts.put("standard_land", 1, false).put("agreed_plot_ratio", 1, 1.2);
        m_facts.put("in_line_m2", 1, 5'000.0).put("out_line_m2", 1, 5'000.0);
        plot(2, "乙镇", "2023-06-30", 20'000.0, true, false);
        plot(3, "乙镇", "2023-06-30", 20'000.0, false, true);
        plot(4, "乙镇", "2022-06-30", 10'000.0, true, false);
        plot(5, "乙镇", "2024-01-01", 99'000.0, true, true);           // after the day of the run
        m_facts.put("supplied", 6, false).put("area_m2", 6, 77'000.0); // approved only
    }

    void plot(std::size_t row, const char* town, const char* contract, double area, bool industrial,
              bool new_land)
    {
        m_facts.put("supplied", row, true)
            .put("town", row, town)
            .put("contract_date", row, Date::parse(contract).value())
            .put("area_m2", row, area)
            .put("is_industrial", row, industrial)
            .put("supply_new_land", row, new_land);
    }
    [[nodiscard]] std::vector<SupplySums> sums()
    {
        return supply_by_year(supply_plots(m_facts.table(), k_as_of));
    }
    [[nodiscard]] static const SupplySums& find(const std::vector<SupplySums>& all,
                                                std::string_view name, std::optional<int> year)
    {
        const auto found = std::find_if(all.begin(), all.end(), [&](const SupplySums& each) {
            return each.name == name && each.year == year;
        });
        EXPECT_NE(found, all.end()) << name;
        return *found;
    }
    /// Facts of the whole area for a year.
    [[nodiscard]] Facts facts_of(int year)
    {
        Facts regions{*shipped("hangzhou-2021").catalogue, 1, SubjectKind::region};
        write_supply_facts(sums(), SupplyLevel::all, {}, year, 0, regions.table());
        return regions;
    }
    [[nodiscard]] static std::optional<double> value(Facts& regions, const char* fact)
    {
        return regions.table().number(regions.table().id(fact), 0);
    }
};

// 30,000 m2 of a plot that names no town, beside those of the two towns: without a row of its own
// the towns would not add up to the whole.
TEST_F(SupplyTest, PlotsOfNoTownStandTogetherSoThatTownsAddUp)
{
    std::vector<SupplyPlot> plots = supply_plots(m_facts.table(), k_as_of);
    SupplyPlot homeless;
    homeless.year = 2023;
    homeless.area_m2 = 30'000.0;
    homeless.industrial = true;
    plots.push_back(homeless);
    double whole_m2 = 0.0;
    double towns_m2 = 0.0;
    double elsewhere_m2 = 0.0;
    for (const SupplySums& each : supply_by_year(plots)) {
        (each.level == SupplyLevel::all ? whole_m2 : towns_m2) += each.supplied_m2.value();
        elsewhere_m2 +=
            each.level == SupplyLevel::town && each.name.empty() ? each.supplied_m2.value() : 0.0;
    }
    EXPECT_DOUBLE_EQ(elsewhere_m2, 30'000.0);
    EXPECT_DOUBLE_EQ(towns_m2, whole_m2);
}

// By hand: 60/80 industrial; 40/60 new; 30/40 standard; (30 x 2.0 + 10 x 1.2)/40 = 1.8; (30 +
// 5)/40.
TEST_F(SupplyTest, SharesOfAYearAreOfAreas)
{
    const auto all = sums();
    const SupplySums& year = find(all, "", 2023);
    EXPECT_EQ(year.plots, 4U);
    EXPECT_EQ(year.supplied_m2.value(), 80'000.0);
    EXPECT_EQ(year.industrial_share(), 0.75);
    EXPECT_NEAR(*year.new_share(), 2.0 / 3.0, 1e-15);
    EXPECT_EQ(year.standard_share(), 0.75);
    EXPECT_EQ(year.plot_ratio(), 1.8);
    EXPECT_EQ(year.in_line_share(), 0.875);
    EXPECT_EQ(find(all, "", 2022).industrial_share(), 1.0);
    EXPECT_EQ(find(all, "", 2022).standard_share(), std::nullopt); // no new land to share
}

TEST_F(SupplyTest, TownsAddUpToTheWholeYearByYear)
{
    const auto all = sums();
    for (const int year : {2022, 2023}) {
        double towns = 0.0;
        for (const SupplySums& each : all) {
            towns += each.level == SupplyLevel::town && each.year == year ? each.supplied_m2.value()
                                                                          : 0.0;
        }
        EXPECT_EQ(towns, find(all, "", year).supplied_m2.value()) << year;
    }
    EXPECT_EQ(find(all, "甲镇", 2023).industrial_share(), 1.0);
    EXPECT_EQ(find(all, "乙镇", 2023).industrial_share(), 0.5);
}

TEST_F(SupplyTest, NothingAfterTheDayOfTheRunAndNothingMerelyApprovedCounts)
{
    const auto all = sums();
    EXPECT_TRUE(std::none_of(all.begin(), all.end(),
                             [](const SupplySums& each) { return each.year == 2024; }));
    EXPECT_EQ(find(all, "", 2023).plots + find(all, "", 2022).plots, 5U);
}

TEST_F(SupplyTest, APlotOfUnknownUseLeavesTheShareOpenAndIsNamed)
{
    Facts facts{*shipped("hangzhou-2021").catalogue, 2};
    for (const std::size_t row : {0U, 1U}) {
        facts.put("supplied", row, true).put("area_m2", row, 10'000.0);
        facts.put("contract_date", row, Date::parse("2023-05-01").value());
    }
    facts.put("is_industrial", 0, true).put("supply_new_land", 0, false);
    const auto all = supply_by_year(supply_plots(facts.table(), k_as_of));
    EXPECT_EQ(all.front().no_use, 1U);
    EXPECT_EQ(all.front().industrial_share(), std::nullopt); // 50% or 100%, never just 50%
    Facts regions{*shipped("hangzhou-2021").catalogue, 1, SubjectKind::region};
    write_supply_facts(all, SupplyLevel::all, {}, 2023, 0, regions.table());
    EXPECT_EQ(value(regions, "supplied_mu"), 30.0);
    EXPECT_EQ(value(regions, "supplied_industrial_mu"), std::nullopt);
    const FactTable& table = regions.table();
    EXPECT_EQ(table.origin(table.id("industrial_supply_share"), 0).note.en,
              "of 1 plots the land use is missing");
}

TEST_F(SupplyTest, APlotOfNoKnownYearCountsInNoneAndHasItsOwnRow)
{
    Facts facts{*shipped("hangzhou-2021").catalogue, 1};
    facts.put("supplied", 0, true).put("area_m2", 0, 10'000.0).put("is_industrial", 0, true);
    const auto all = supply_by_year(supply_plots(facts.table(), k_as_of));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().year, std::nullopt);
    Facts regions{*shipped("hangzhou-2021").catalogue, 1, SubjectKind::region};
    write_supply_facts(all, SupplyLevel::all, {}, 2023, 0, regions.table());
    EXPECT_EQ(value(regions, "supplied_mu"), std::nullopt); // not zero
    ResultTable table = supply_table();
    fill_supply(table, all, Lang::en);
    EXPECT_FALSE(table["year"].present(0));
    EXPECT_EQ(table["remark"].text(0),
              "the year of supply is missing, so that they count in no year");
}

// 60,000 m² are 90 mu, 40,000 m² 60 mu.
TEST_F(SupplyTest, FactsOfARegionAreThoseOfItsYear)
{
    Facts regions = facts_of(2023);
    EXPECT_EQ(value(regions, "supplied_mu"), 120.0);
    EXPECT_EQ(value(regions, "supplied_industrial_mu"), 90.0);
    EXPECT_EQ(value(regions, "supplied_industrial_new_mu"), 60.0);
    EXPECT_EQ(value(regions, "industrial_supply_share"), 0.75);
    EXPECT_EQ(value(regions, "standard_land_share"), 0.75);
    EXPECT_EQ(value(regions, "new_supply_plot_ratio"), 1.8);
    EXPECT_EQ(value(regions, "new_in_line_share"), 0.875);
    Facts quiet = facts_of(2021); // other years are known, so that nothing was supplied in this one
    EXPECT_EQ(value(quiet, "supplied_mu"), 0.0);
    EXPECT_EQ(value(quiet, "industrial_supply_share"), std::nullopt);
}

TEST_F(SupplyTest, WhatTheBureauStatesStays)
{
    Facts regions{*shipped("hangzhou-2021").catalogue, 1, SubjectKind::region};
    regions.put("supplied_industrial_mu", 0, 10'500.0);
    write_supply_facts(sums(), SupplyLevel::all, {}, 2023, 0, regions.table());
    EXPECT_EQ(value(regions, "supplied_industrial_mu"), 10'500.0);
    EXPECT_EQ(value(regions, "supplied_industrial_new_mu"), 60.0);
}

TEST(Supply, TheOrderOfPlotsDoesNotMatter)
{
    std::mt19937_64 random{7};
    std::vector<SupplyPlot> plots;
    for (int i = 0; i < 500; ++i) {
        SupplyPlot plot;
        plot.town = i % 3 == 0 ? "甲镇" : "乙镇";
        plot.year = 2020 + i % 4;
        plot.area_m2 = static_cast<double>(random() % 1'000'000) / 7.0;
        plot.industrial = i % 5 != 0;
        plot.new_land = i % 2 == 0;
        plots.push_back(plot);
    }
    const auto once = supply_by_year(plots);
    std::shuffle(plots.begin(), plots.end(), random);
    const auto again = supply_by_year(plots);
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
        EXPECT_EQ(once[i].name, again[i].name);
        EXPECT_EQ(once[i].supplied_m2.value(), again[i].supplied_m2.value());
        EXPECT_EQ(once[i].industrial_share(), again[i].industrial_share());
    }
}

} // namespace
} // namespace tenglong
