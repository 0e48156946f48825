#include "core/policy/loader.hpp"
#include "geo/run/evaluation_step.hpp"
#include "geo/run/group_tables.hpp"
#include "geo/run/reclaim_step.hpp"
#include "geo/survey/records.hpp"
#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tenglong::geo {
namespace {

namespace testing = tenglong::testing;

/// A base of three parcels and two enterprises under Zhuji's plan, facts made by hand.
class ReclaimStep : public ::testing::Test {
protected:
    ReclaimStep() : m_profile{load_profile("zhuji-2021")}
    {
        m_survey.pool = std::make_unique<TextPool>();
        m_survey.parcel_facts = make(SubjectKind::parcel, 3);
        m_survey.enterprise_facts = make(SubjectKind::enterprise, 2);
        m_survey.park_facts = make(SubjectKind::park, 1);
        m_survey.enterprise_rows = {0, 1};
        m_survey.reg.first_of.assign(3, 0); // on no parcel
        FactTable& parcels = *m_survey.parcel_facts;
        for (std::size_t row = 0; row < 3; ++row) {
            for (const char* fact : {"is_industrial", "state_owned", "started", "completed",
                                     "in_production", "planned_industrial", "supplied"}) {
                yes(parcels, fact, row);
            }
            number(parcels, "area_m2", row, 10'000.0);
            number(parcels, "area_mu", row, 15.0);
            number(parcels, "tax_per_mu", row, row == 0 ? 4.0 : 40.0);
            number(parcels, "tax_wan", row, row == 0 ? 60.0 : 600.0);
            number(parcels, "separable_m2", row, 4'000.0);
            number(parcels, "plot_ratio", row, 1.6);
            number(parcels, "energy_per_value", row, 0.1);
            number(parcels, "vacant_m2", row, 0.0);
            text(parcels, "unit", row, row < 2 ? "甲" : "乙");
            text(parcels, "holder", row, "某公司");
            parcels.column("violations")
                .set_text(row, m_survey.pool->intern_set({}), given(parcels, "violations"));
        }
        parcels.set_as_of(m_as_of);
    }

    std::unique_ptr<FactTable> make(SubjectKind kind, std::size_t rows)
    {
        return std::make_unique<FactTable>(*m_profile->catalogue, *m_survey.pool, kind, rows);
    }
    static FactColumn::State given(FactTable& facts, const char* fact)
    {
        return facts.column(fact).add({true, SourceId::none, {}});
    }
    static void number(FactTable& facts, const char* fact, std::size_t row, double value)
    {
        facts.column(fact).set_number(row, value, given(facts, fact));
    }
    static void yes(FactTable& facts, const char* fact, std::size_t row)
    {
        facts.column(fact).set_yes_no(row, true, given(facts, fact));
    }
    void text(FactTable& facts, const char* fact, std::size_t row, const char* value)
    {
        facts.column(fact).set_text(row, m_survey.pool->intern(value), given(facts, fact));
    }

    std::unique_ptr<Profile> m_profile;
    Survey m_survey;
    Date m_as_of = Date::parse("2023-12-31").value();
    Workers m_workers{1};
};

// The first parcel is low (4 is below 5): improved, its separable 4,000 m² = 6 mu are freed.
TEST_F(ReclaimStep, MeasuresFreeLandAndUnitsAddUpToTheParcels)
{
    const Judged judged =
        judge(m_profile->rules_for(SubjectKind::parcel), *m_survey.parcel_facts, m_workers);
    const Statuses statuses{*m_profile, judged};
    const Reclaim found = reclaim(m_survey, *m_profile, judged, statuses);
    EXPECT_EQ(found.freed.parcels[0].land_m2, 4'000.0);
    EXPECT_EQ(found.units.all.freed.amounts.land_m2, 4'000.0);
    EXPECT_EQ(found.units.all.status.at("low_efficiency").parcels, 1U);
    EXPECT_EQ(found.units.all.status.at("normal").area_m2, 20'000.0);
    const ResultTable units = units_result(m_survey, found.units);
    ASSERT_EQ(units.rows(), 3U); // the enterprises that are on no parcel are in no unit
    EXPECT_EQ(units["enterprise_count"].integer(2), 2);
    const std::size_t first = units["name"].text(0) == "甲" ? 0 : 1;
    EXPECT_NEAR(units["reclaim_mu"].number(first), 6.0, 1e-9);
    EXPECT_NEAR(units["low_area_mu"].number(first), 15.0, 1e-9);
    EXPECT_NEAR(units["tax_per_mu"].number(first), 22.0, 1e-9); // 660 wan over 30 mu
}

TEST_F(ReclaimStep, TargetsTakeTheFiguresOfTheRunAndOfTheJob)
{
    const Judged judged =
        judge(m_profile->rules_for(SubjectKind::parcel), *m_survey.parcel_facts, m_workers);
    const Statuses statuses{*m_profile, judged};
    const Reclaim found = reclaim(m_survey, *m_profile, judged, statuses);
    Job job;
    job.actuals = {{"brands", 2023, 20.0}};
    const Regions regions =
        make_regions({&m_survey, m_profile.get(), &found, nullptr, 0, m_as_of, "诸暨市"});
    const ResultTable table = indicators_result(job, *m_profile, *regions.whole, m_as_of);
    ASSERT_EQ(table.rows(), 15U);
    const auto row_of = [&](std::string_view id) {
        std::size_t row = 0;
        while (table["indicator"].text(row) != id) {
            ++row;
        }
        return row;
    };
    EXPECT_NEAR(table["actual"].number(row_of("freed_land")), 0.0006, 1e-12); // 6 mu of 10,000
    EXPECT_EQ(table["met"].text(row_of("freed_land")), "unknown");
    EXPECT_EQ(table["met"].text(row_of("brands")), "yes");
    EXPECT_FALSE(table["actual"].present(row_of("standards")));
}

// Enterprise 0 uses most of parcel 2, which lies in a park; the class by the table comes along.
TEST_F(ReclaimStep, TheClassOfTheMainUserComesToItsParcel)
{
    FactTable& parcels = *m_survey.parcel_facts;
    text(parcels, "park", 2, "东园");
    text(*m_survey.park_facts, "name", 0, "东园");
    text(*m_survey.enterprise_facts, "class", 0, "B");
    testing::RegisterCase town;
    for (int n = 1; n <= 3; ++n) {
        town.parcel(testing::parcel_code(n), 10'000.0);
    }
    town.enterprise("甲公司", testing::credit_code(1), testing::parcel_code(3));
    town.enterprise("乙公司", testing::credit_code(2)); // on no parcel
    m_survey.reg = town.run();
    static_cast<void>(write_evaluation(m_survey, *m_profile));
    EXPECT_EQ(parcels.text(parcels.id("class"), 2), "B");
    const FactTable& firms = *m_survey.enterprise_facts;
    EXPECT_EQ(firms.text(firms.id("park"), 0), "东园");
    EXPECT_EQ(firms.text(firms.id("park"), 1), std::nullopt);
    const FactTable& parks = *m_survey.park_facts;
    EXPECT_EQ(parks.number(parks.id("tax_per_mu"), 0), 40.0); // 600 wan over 15 mu
    EXPECT_EQ(parks.number(parks.id("rank"), 0), 1.0);
}

} // namespace
} // namespace tenglong::geo
