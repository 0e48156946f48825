#include "geo/run/life_facts.hpp"

#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tenglong::geo {
namespace {

[[nodiscard]] Date day(int year, int month, int of_month)
{
    return Date{year, month, of_month};
}

/// One parcel, assessed on the last day of 2021 by the national rules.
class LifeFacts : public ::testing::Test {
public:
    template <class Value>
    LifeFacts& with(const char* fact, Value value)
    {
        m_facts.put(fact, 0, value);
        return *this;
    }

protected:
    void derive_all() { write_life_facts(m_facts.table(), m_profile, day(2021, 12, 31)); }

    [[nodiscard]] std::optional<bool> yes_no(const char* fact)
    {
        return m_facts.table().yes_no(m_facts.table().id(fact), 0);
    }
    [[nodiscard]] std::optional<double> number(const char* fact)
    {
        return m_facts.table().number(m_facts.table().id(fact), 0);
    }
    [[nodiscard]] std::optional<Date> date(const char* fact)
    {
        return m_facts.table().date(m_facts.table().id(fact), 0);
    }
    [[nodiscard]] std::string note(const char* fact)
    {
        return m_facts.table().origin(m_facts.table().id(fact), 0).note.en;
    }

private:
    const Profile& m_profile = tenglong::testing::shipped("national");
    tenglong::testing::Facts m_facts{*m_profile.catalogue, 1};
};

TEST_F(LifeFacts, ADateThatHasPassedSaysYesAndALaterOneNo)
{
    with("actual_start", day(2021, 12, 31)).with("actual_completion", day(2022, 1, 1));
    derive_all();
    EXPECT_EQ(yes_no("started"), true);
    EXPECT_EQ(yes_no("completed"), false);
    EXPECT_EQ(note("started"), "from actual start");
}

TEST_F(LifeFacts, NoDateSaysNothing)
{
    derive_all();
    EXPECT_EQ(yes_no("started"), std::nullopt);
    EXPECT_EQ(note("started"), "missing actual start");
    EXPECT_EQ(yes_no("supplied"), std::nullopt);
    EXPECT_EQ(date("due_start"), std::nullopt);
    EXPECT_EQ(yes_no("suspended"), std::nullopt);
}

TEST_F(LifeFacts, WhatIsStatedStays)
{
    with("started", false).with("actual_start", day(2020, 1, 1));
    derive_all();
    EXPECT_EQ(yes_no("started"), false);
    EXPECT_EQ(note("started"), "test");
}

TEST_F(LifeFacts, LandNotStartedIsNeitherCompletedNorInProduction)
{
    with("started", false);
    derive_all();
    EXPECT_EQ(yes_no("completed"), false);
    EXPECT_EQ(yes_no("in_production"), false);
}

TEST_F(LifeFacts, AStartIsDueAsAgreedElseAYearAfterTheHandOver)
{
    // Art. 22 as the profile reads it: the hand-over and one year; 29 February ends on the 28th.
    with("handover_date", day(2020, 2, 29));
    derive_all();
    EXPECT_EQ(date("due_start"), day(2021, 2, 28));
}

TEST_F(LifeFacts, AnAgreedStartCountsBeforeTheHandOver)
{
    with("handover_date", day(2020, 2, 29)).with("agreed_start", day(2020, 6, 1));
    derive_all();
    EXPECT_EQ(date("due_start"), day(2020, 6, 1));
}

TEST_F(LifeFacts, WorksThatWereResumedAreNotSuspended)
{
    with("suspension_start", day(2020, 1, 1)).with("resumption_date", day(2021, 1, 1));
    derive_all();
    EXPECT_EQ(yes_no("suspended"), false);
}

TEST_F(LifeFacts, AResumptionBeforeTheSuspensionEndsNothing)
{
    with("suspension_start", day(2021, 1, 1)).with("resumption_date", day(2020, 1, 1));
    derive_all();
    EXPECT_EQ(yes_no("suspended"), true);
}

TEST_F(LifeFacts, SharesAreQuotientsOfWhatIsThere)
{
    with("developed_area_m2", 3000.0).with("due_area_m2", 12000.0).with("invested_wan", 500.0);
    with("agreed_investment_wan", 0.0).with("area_mu", 20.0);
    derive_all();
    EXPECT_EQ(number("developed_share"), 0.25);
    EXPECT_EQ(number("investment_intensity"), 25.0);
    EXPECT_EQ(number("invested_share"), std::nullopt);
    EXPECT_EQ(note("invested_share"), "total investment is not above zero");
}

TEST_F(LifeFacts, AContractSaysThatLandIsSuppliedAndWhen)
{
    with("contract_date", day(2019, 5, 6));
    derive_all();
    EXPECT_EQ(yes_no("supplied"), true);
    EXPECT_EQ(number("supply_year"), 2019.0);
}

TEST_F(LifeFacts, AStageEndsAsAgreedHoweverLate)
{
    with("staged_right", true).with("completed", false).with("agreed_completion", day(2020, 1, 1));
    derive_all();
    EXPECT_EQ(date("stage_end"), day(2020, 1, 1));
}

} // namespace
} // namespace tenglong::geo
