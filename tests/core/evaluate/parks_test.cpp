#include "core/evaluate/parks.hpp"
#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::Facts;
using testing::shipped;

class ParkFacts : public ::testing::Test {
protected:
    void parcel(std::size_t row, const char* park, double mu, double tax)
    {
        m_parcels.put("park", row, park)
            .put("area_mu", row, mu)
            .put("tax_wan", row, tax)
            .put("supplied", row, true)
            .put("building_count", row, 1.0);
    }
    std::optional<double> value(const char* fact, std::size_t row)
    {
        return m_parks.table().number(m_parks.table().id(fact), row);
    }
    void write() { write_park_facts(m_parcels.table(), m_enterprises.table(), m_parks.table()); }

    const Profile& m_profile = shipped("zhejiang-2024");
    Facts m_parcels{*m_profile.catalogue, 4};
    Facts m_enterprises{*m_profile.catalogue, 3, SubjectKind::enterprise};
    Facts m_parks{*m_profile.catalogue, 2, SubjectKind::park};
};

// 300 / 30 and 100 / 70: (300 + 100) / (30 + 70) = 4, not the mean 5.71.
TEST_F(ParkFacts, IndicatorsAreSumsOverSums)
{
    m_parks.put("name", 0, "东园").put("name", 1, "西园").put("area_mu", 0, 200.0);
    parcel(0, "东园", 30.0, 300.0);
    parcel(1, "东园", 70.0, 100.0);
    parcel(2, "西园", 10.0, 5.0);
    parcel(3, "别处", 10.0, 5.0);
    write();
    EXPECT_NEAR(*value("tax_per_mu", 0), 4.0, 1e-12);
    EXPECT_EQ(value("parcel_count", 0), 2.0);
    EXPECT_EQ(value("parcel_area_mu", 0), 100.0);
    EXPECT_EQ(value("supplied_share", 0), 1.0);
    EXPECT_EQ(value("developed_share", 0), 0.5);          // 100 of 200 mu
    EXPECT_EQ(value("developed_share", 1), std::nullopt); // no outline
    EXPECT_EQ(value("rd_share", 0), std::nullopt);
}

TEST_F(ParkFacts, AShareWaitsForTheLastParcelThatCannotBeTold)
{
    m_parks.put("name", 0, "东园").put("area_mu", 0, 100.0);
    parcel(0, "东园", 30.0, 1.0);
    m_parcels.put("park", 1, "东园").put("area_mu", 1, 10.0).put("building_count", 1, 0.0);
    write();
    EXPECT_EQ(value("developed_share", 0), 0.3);
    EXPECT_EQ(value("supplied_share", 0), std::nullopt);
    EXPECT_EQ(m_parks.table().origin(m_parks.table().id("supplied_share"), 0).note.en,
              "of 1 parcels it is not known whether they are supplied");
}

TEST_F(ParkFacts, WhatIsStatedStays)
{
    m_parks.put("name", 0, "东园").put("tax_per_mu", 0, 9.0);
    parcel(0, "东园", 30.0, 300.0);
    write();
    EXPECT_EQ(value("tax_per_mu", 0), 9.0);
}

// B14: two of three are manufacturers, with 40 of 50 mu.
TEST_F(ParkFacts, ManufacturersAreCountedAndMeasured)
{
    m_parks.put("name", 0, "东园");
    for (std::size_t row = 0; row < 3; ++row) {
        m_enterprises.put("park", row, "东园")
            .put("is_manufacturing", row, row != 2)
            .put("land_used_mu", row, row == 0 ? 30.0 : 10.0);
    }
    write();
    EXPECT_NEAR(*value("manufacturing_count_share", 0), 2.0 / 3.0, 1e-12);
    EXPECT_NEAR(*value("manufacturing_area_share", 0), 0.8, 1e-12);
}

// C3: long held, little developed. Zhejiang's years and share are in its profile.
TEST_F(ParkFacts, LongHeldAndLittleDevelopedParksAreFlagged)
{
    const auto verdict = [&](const char* since, std::optional<double> built_mu) {
        Facts parcels{*m_profile.catalogue, 1};
        Facts enterprises{*m_profile.catalogue, 0, SubjectKind::enterprise};
        Facts parks{*m_profile.catalogue, 1, SubjectKind::park};
        parks.put("name", 0, "东园").put("area_mu", 0, 1000.0);
        parks.put("established_date", 0, Date::parse(since).value());
        parcels.put("park", 0, "东园").put("area_mu", 0, built_mu.value_or(1.0));
        if (built_mu) {
            parcels.put("building_count", 0, 3.0);
        }
        parks.table().set_as_of(Date::parse("2024-12-31").value());
        write_park_facts(parcels.table(), enterprises.table(), parks.table());
        const RuleSet& rules = m_profile.rules_for(SubjectKind::park);
        return Evaluator{rules, parks.table()}.evaluate().at(rules.find("long_held").value(), 0);
    };
    EXPECT_EQ(verdict("1995-01-01", 10.0), Truth::yes);
    EXPECT_EQ(verdict("1995-01-01", 990.0), Truth::no);
    EXPECT_EQ(verdict("2024-01-01", 10.0), Truth::no);
    EXPECT_EQ(verdict("1995-01-01", std::nullopt), Truth::unknown);
}

TEST_F(ParkFacts, WithoutASchemeParksAreRankedByTaxAndEqualsShareThePlace)
{
    Facts parks{*m_profile.catalogue, 4, SubjectKind::park};
    parks.put("tax_per_mu", 0, 10.0).put("tax_per_mu", 1, 30.0).put("tax_per_mu", 2, 30.0);
    rank_parks(m_profile, parks.table());
    const FactId rank = parks.table().id("rank");
    EXPECT_EQ(parks.table().number(rank, 0), 3.0);
    EXPECT_EQ(parks.table().number(rank, 1), 1.0);
    EXPECT_EQ(parks.table().number(rank, 2), 1.0);
    EXPECT_EQ(parks.table().number(rank, 3), std::nullopt);
}

// Of Huangyan's six items parks have tax (30 points), value added (20), productivity (10) and R&D
// (10): at the baselines of 2022 they make 70, and 30 more where tax is twice its baseline.
TEST_F(ParkFacts, ASchemeForEnterprisesScoresParksByTheItemsThatTheyHave)
{
    const Profile& huangyan = shipped("huangyan-2022");
    Facts parks{*huangyan.catalogue, 2, SubjectKind::park};
    for (std::size_t row = 0; row < 2; ++row) {
        const double times = row == 0 ? 1.0 : 2.0;
        parks.put("tax_per_mu", row, 24.097 * times)
            .put("value_added_per_mu", row, 136.16)
            .put("productivity", row, 18.14)
            .put("rd_share", row, 0.0302);
    }
    rank_parks(huangyan, parks.table());
    const FactId score = parks.table().id("score");
    EXPECT_NEAR(*parks.table().number(score, 0), 70.0, 1e-9);
    EXPECT_NEAR(*parks.table().number(score, 1), 100.0, 1e-9);
    EXPECT_EQ(parks.table().number(parks.table().id("rank"), 1), 1.0);
}

} // namespace
} // namespace tenglong
