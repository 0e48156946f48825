#include "core/reclaim/region_facts.hpp"
#include "core/reclaim/rollup.hpp"
#include "core/reclaim/rollup_tables.hpp"
#include "core/tables/standard_tables.hpp"
#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tenglong {
namespace {

using testing::Facts;
using testing::shipped;

class RollupTest : public ::testing::Test {
protected:
    Facts m_facts{*shipped("zhuji-2021").catalogue, 4};
    Freed m_freed;
    std::vector<std::string_view> m_status{"normal", "low_efficiency", "low_efficiency", "normal"};
    std::vector<std::uint8_t> m_low{0, 1, 1, 0};

    RollupTest() { m_freed.parcels.resize(4); }
    void parcel(std::size_t row, const char* unit, double area, std::optional<double> tax)
    {
        m_facts.put("unit", row, unit).put("area_m2", row, area).put("area_mu", row, area * 0.0015);
        if (tax) {
            m_facts.put("tax_wan", row, *tax);
        }
    }
    [[nodiscard]] Rollup rolled()
    {
        return roll_up({&m_facts.table(), &m_freed, m_status, m_low, nullptr, {}}, "unit");
    }
};

// A6: 10,000 m² are 15 mu. Unit 甲: 150 wan on 15 mu and a parcel of 15 mu without tax figures.
TEST_F(RollupTest, EveryUnitSumsItsParcelsAndAllAddUpToTheWhole)
{
    parcel(0, "甲", 10'000.0, 150.0);
    parcel(1, "甲", 10'000.0, std::nullopt);
    parcel(2, "乙", 20'000.0, 60.0);
    m_facts.put("area_m2", 3, 1'000.0); // of no unit
    m_freed.parcels[1].land_m2 = 10'000.0;
    m_freed.parcels[2].land_m2 = 0.0;
    m_freed.parcels[3].land_m2 = 0.25;
    const Rollup rollup = rolled();
    ASSERT_EQ(rollup.regions.size(), 3U);
    const auto unit = [&](const char* name) {
        return *std::find_if(rollup.regions.begin(), rollup.regions.end(),
                             [&](const RegionSums& each) { return each.name == name; });
    };
    EXPECT_EQ(unit("甲").parcels, 2U);
    EXPECT_NEAR(*unit("甲").tax_per_mu, 10.0, 1e-9);
    EXPECT_EQ(unit("甲").low_area_m2, 10'000.0);
    EXPECT_EQ(unit("甲").status.at("low_efficiency").parcels, 1U);
    EXPECT_EQ(unit("甲").freed.undecided, 1U);
    EXPECT_EQ(rollup.regions.back().name, "");
    double area = 0.0;
    double freed = 0.0;
    std::size_t parcels = 0;
    for (const RegionSums& each : rollup.regions) {
        area += each.area_m2.value_or(0.0);
        freed += each.freed.amounts.land_m2.value_or(0.0);
        parcels += each.parcels;
    }
    EXPECT_EQ(parcels, rollup.all.parcels);
    EXPECT_NEAR(area, *rollup.all.area_m2, 1e-9);
    EXPECT_NEAR(freed, *rollup.all.freed.amounts.land_m2, 1e-9);
    EXPECT_NEAR(*rollup.all.tax_wan, 210.0, 1e-9);
}

TEST_F(RollupTest, TheTableOfUnitsHasARowEachInOrderOfTheirNames)
{
    parcel(0, "b", 10'000.0, 150.0);
    parcel(1, "a", 20'000.0, std::nullopt);
    m_freed.parcels[1].land_m2 = 20'000.0;
    ResultTable table = units_table();
    fill_rollup(table, rolled(), {{"a", 99.5}});
    ASSERT_EQ(table.rows(), 3U);
    ASSERT_TRUE(table.is_complete());
    EXPECT_EQ(table["name"].text(0), "a");
    EXPECT_EQ(table["name"].text(2), "（其他）"); // parcels 2 and 3 are of no unit
    EXPECT_EQ(table["parcel_count"].integer(2), 2);
    EXPECT_EQ(table["area_mu"].number(0), 99.5);
    EXPECT_FALSE(table["area_mu"].present(1));
    EXPECT_EQ(table["parcel_count"].integer(0), 1);
    EXPECT_NEAR(table["reclaim_mu"].number(0), 30.0, 1e-9);
    EXPECT_FALSE(table["reclaim_mu"].present(1));
    EXPECT_FALSE(table["tax_wan"].present(0));
    EXPECT_NEAR(table["low_share"].number(0), 1.0, 1e-12);
}

// An enterprise stands with the parcel of which it uses most, unless it says where it is; one that
// uses no parcel and says nothing stands with those of no town.
TEST(Rollup, EnterprisesAreCountedOnceByClass)
{
    const FactCatalogue& catalogue = *shipped("zhuji-2021").catalogue;
    Facts parcels{catalogue, 2};
    parcels.put("town", 0, "甲镇").put("town", 1, "乙镇");
    Facts firms{catalogue, 4, SubjectKind::enterprise};
    firms.put("class", 0, "A").put("class", 1, "D").put("town", 1, "乙镇").put("class", 2, "S");
    const std::vector<std::uint32_t> places{0, 0, 1, k_no_parcel};
    const Rollup towns =
        roll_up({&parcels.table(), nullptr, {}, {}, &firms.table(), places}, "town");
    ResultTable table = towns_table();
    fill_rollup(table, towns, {}, Lang::en);
    ASSERT_EQ(table.rows(), 3U); // 乙镇 (code points), 甲镇, elsewhere
    EXPECT_EQ(table["name"].text(0), "乙镇");
    EXPECT_EQ(table["enterprise_count"].integer(0), 2);
    EXPECT_EQ(table["class_d_count"].integer(0), 1);
    EXPECT_EQ(table["class_other_count"].integer(0), 1); // class S is none of the four
    EXPECT_EQ(table["class_a_count"].integer(1), 1);
    EXPECT_EQ(table["name"].text(2), "(elsewhere)");
    EXPECT_EQ(table["parcel_count"].integer(2), 0);
    EXPECT_EQ(table["class_other_count"].integer(2), 1); // has no class
    EXPECT_EQ(towns.all.enterprises, 4U);
}

// Status columns take in every parcel: those of a policy's own flag stand under "other".
TEST_F(RollupTest, StatusColumnsAddUpToAllParcels)
{
    m_status[3] = "flag_of_a_county";
    for (std::size_t row = 0; row < 4; ++row) {
        parcel(row, row < 3 ? "甲" : "乙", 10'000.0, std::nullopt);
    }
    ResultTable table = units_table();
    fill_rollup(table, rolled());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::int64_t parcels = 0;
        double area_mu = 0.0;
        for (const ResultColumn& column : table.columns()) {
            if (column.spec().group.en == "status") {
                const bool counts = column.spec().name.ends_with("_count");
                parcels += counts ? column.integer(row) : 0;
                area_mu += counts ? 0.0 : column.number(row);
            }
        }
        EXPECT_EQ(parcels, table["parcel_count"].integer(row));
        EXPECT_NEAR(area_mu, table["parcel_area_mu"].number(row), 1e-9);
    }
    EXPECT_EQ(table["other_count"].integer(0), 1); // 乙
    EXPECT_EQ(table["low_efficiency_count"].integer(1), 2);
}

// Random areas of 0.0001 m²: the rows' sum meets the total to 0.01 m² whatever the order.
TEST(Rollup, ManyParcelsAddUpInEveryOrder)
{
    constexpr std::size_t k_rows = 20'000;
    std::mt19937_64 random{20'210'101};
    std::vector<double> areas(k_rows);
    for (double& area : areas) {
        area = static_cast<double>(random() % 4'000'000'000) / 1e4;
    }
    const auto rolled = [&]() {
        Facts facts{*shipped("zhuji-2021").catalogue, k_rows};
        Freed freed;
        for (std::size_t row = 0; row < k_rows; ++row) {
            facts.put("town", row, row % 2 == 0 ? "甲" : "乙").put("area_m2", row, areas[row]);
            freed.parcels.push_back({.land_m2 = areas[row],
                                     .vacant_m2 = {},
                                     .floor_potential_m2 = {},
                                     .land_equivalent_m2 = {},
                                     .energy_tce = {},
                                     .carbon_t = {}});
        }
        return roll_up({&facts.table(), &freed, {}, {}, nullptr, {}}, "town");
    };
    const Rollup once = rolled();
    EXPECT_NEAR(*once.regions[0].area_m2 + *once.regions[1].area_m2, *once.all.area_m2, 1e-5);
    EXPECT_EQ(once.all.area_m2, once.all.freed.amounts.land_m2);
    std::shuffle(areas.begin(), areas.end(), random);
    EXPECT_EQ(rolled().all.area_m2, once.all.area_m2);
}

// Above scale: (300 + 100) / (10 + 40) = 8; the one below does not count, but its energy does:
// (50 + 70) / (100 + 140) = 0.5.
TEST(RegionFacts, RatiosAreOfEnterprisesAboveScaleAndEnergyIsOfAll)
{
    const FactCatalogue& catalogue = *shipped("zhuji-2021").catalogue;
    Facts enterprises{catalogue, 3, SubjectKind::enterprise};
    enterprises.put("size", 0, "above_scale").put("tax_wan", 0, 300.0).put("land_used_mu", 0, 10.0);
    enterprises.put("size", 1, "above_scale").put("tax_wan", 1, 100.0).put("land_used_mu", 1, 40.0);
    enterprises.put("size", 2, "below_scale").put("tax_wan", 2, 1.0).put("land_used_mu", 2, 99.0);
    enterprises.put("energy_tce", 0, 50.0).put("value_added_wan", 0, 100.0);
    enterprises.put("energy_tce", 2, 70.0).put("value_added_wan", 2, 140.0);
    RegionSums parcels;
    parcels.area_m2 = 20'000.0;
    parcels.freed.amounts.land_m2 = 2'000.0 / 3.0;
    Facts regions{catalogue, 1, SubjectKind::region};
    regions.put("rd_share", 0, 0.07); // stated by the bureau
    write_region_facts({&parcels, &enterprises.table(), 4, Date::parse("2023-12-31").value()}, 0,
                       regions.table());
    const auto value = [&](const char* fact) {
        return regions.table().number(regions.table().id(fact), 0);
    };
    EXPECT_EQ(value("tax_per_mu"), 8.0);
    EXPECT_EQ(value("tax_wan"), 400.0);
    EXPECT_EQ(value("energy_per_value"), 0.5);
    EXPECT_EQ(value("parcel_area_mu"), 30.0);
    EXPECT_NEAR(*value("freed_land_mu"), 1.0, 1e-12);
    EXPECT_EQ(value("freed_energy_tce"), std::nullopt);
    EXPECT_EQ(value("block_count"), 4.0);
    EXPECT_EQ(value("rd_share"), 0.07);
    EXPECT_EQ(value("year"), 2023.0);
}

} // namespace
} // namespace tenglong
