#include "core/register/ledger.hpp"

#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::count_of;
using testing::credit_code;
using testing::land_on;
using testing::parcel_code;
using testing::RegisterCase;

/// A holder of 30 mu and a tenant, in a ledger of 2023.
class LedgerTest : public ::testing::Test {
protected:
    LedgerTest()
    {
        m_town.parcel(parcel_code(1), 20'000.0, "甲公司", credit_code(1));
        m_town.enterprise("甲公司", credit_code(1));
        m_town.enterprise("乙公司", credit_code(2));
        m_options.year = 2023;
    }

    RegisterCase m_town;
    RegisterOptions m_options;
};

TEST(Coverage, CountsTheFirstAndTheLastDay)
{
    // July to December: 31 + 31 + 30 + 31 + 30 + 31 days.
    const Coverage half = coverage_of(Date{2023, 7, 1}, Date{2025, 6, 30}, 2023);
    EXPECT_EQ(half.days, 184);
    EXPECT_EQ(half.of, 365);
    EXPECT_EQ(coverage_of(std::nullopt, Date{2024, 2, 29}, 2024).days, 60);
    EXPECT_EQ(coverage_of(std::nullopt, std::nullopt, 2024).days, 366);
    EXPECT_EQ(coverage_of(Date{2022, 1, 1}, Date{2022, 12, 31}, 2023).days, 0);
}

TEST_F(LedgerTest, LandLeasedIsTakenFromTheLessorAndGivenToTheUser)
{
    m_town.lease(credit_code(1), credit_code(2), parcel_code(1), 8'000.0);

    const Register reg = m_town.run(m_options);

    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 18.0);
    EXPECT_DOUBLE_EQ(land_on(reg, 1, 0), 12.0);
    EXPECT_EQ(reg.links_of(1).front().match, MatchKind::lease_row);
    EXPECT_EQ(reg.links_of(1).front().basis, LandBasis::ledger);
    EXPECT_EQ(reg.lands[1].source, LandSource::ledger);
    EXPECT_TRUE(reg.issues.empty());
}

TEST_F(LedgerTest, ALeaseOfPartOfTheYearCountsByItsDays)
{
    Occupation& lease = m_town.lease(credit_code(1), credit_code(2), parcel_code(1), 3'650.0);
    lease.start = Date{2023, 7, 1};

    const Register reg = m_town.run(m_options);

    // 3650 m² * 184 / 365 = 1840 m².
    EXPECT_DOUBLE_EQ(land_in_m2(reg.links_of(1).front().land), 1'840.0);
    EXPECT_DOUBLE_EQ(land_in_m2(reg.links_of(0).front().land), 18'160.0);
    EXPECT_TRUE(reg.links_of(1).front().part_of_year);
    EXPECT_TRUE(reg.lands[1].part_of_year);
}

TEST_F(LedgerTest, DatesOfTheLedgerCountWhereTheRowAgreesOnTheArea)
{
    m_town.lease(credit_code(1), credit_code(2), parcel_code(1), 10'000.0).end = Date{2023, 3, 14};
    m_town.enterprises()[1].land_in_mu = 15.0;

    const Register reg = m_town.run(m_options);

    // 73 of 365 days, one fifth.
    EXPECT_DOUBLE_EQ(land_on(reg, 1, 0), 3.0);
    EXPECT_EQ(count_of(reg, "land_differs"), 0U);
}

TEST_F(LedgerTest, TheRowCountsWhereTheTwoDisagree)
{
    m_town.lease(credit_code(1), credit_code(2), parcel_code(1), 10'000.0);
    m_town.enterprises()[1].land_in_mu = 6.0;

    const Register reg = m_town.run(m_options);

    EXPECT_DOUBLE_EQ(land_on(reg, 1, 0), 6.0);
    EXPECT_EQ(count_of(reg, "land_differs"), 1U);
}

TEST_F(LedgerTest, ALeaseOfAnotherYearIsLeftOutWithANote)
{
    m_town.lease(credit_code(1), credit_code(2), parcel_code(1), 8'000.0).end = Date{2022, 12, 31};

    const Register reg = m_town.run(m_options);

    EXPECT_EQ(count_of(reg, "lease_not_in_year"), 1U);
    EXPECT_TRUE(reg.links_of(1).empty());
    EXPECT_EQ(reg.unplaced_occupations.size(), 1U);
}

TEST_F(LedgerTest, DatesInTheWrongOrderAreReported)
{
    Occupation& lease = m_town.lease(credit_code(1), credit_code(2), parcel_code(1), 8'000.0);
    lease.start = Date{2023, 6, 1};
    lease.end = Date{2023, 1, 1};

    const Register reg = m_town.run(m_options);

    EXPECT_EQ(count_of(reg, "lease_dates"), 1U);
    EXPECT_DOUBLE_EQ(land_on(reg, 1, 0), 12.0);
}

TEST_F(LedgerTest, ARowWithoutAParcelIsOnTheOnlyOneOfItsLessor)
{
    m_town.lease(credit_code(1), credit_code(2), "", 8'000.0);
    EXPECT_DOUBLE_EQ(land_on(m_town.run(m_options), 1, 0), 12.0);

    m_town.parcel(parcel_code(2), 10'000.0, "甲公司", credit_code(1));
    const Register reg = m_town.run(m_options);
    EXPECT_EQ(count_of(reg, "lease_parcel_ambiguous"), 1U);
    EXPECT_TRUE(reg.links_of(1).empty());
    EXPECT_EQ(reg.unplaced_occupations.size(), 1U);
}

TEST_F(LedgerTest, ARowWithoutALessorIsLetByTheHolder)
{
    m_town.lease("", credit_code(2), parcel_code(1), 8'000.0);
    m_town.enterprises()[0].land_own_mu = 30.0;

    EXPECT_DOUBLE_EQ(land_on(m_town.run(m_options), 0, 0), 18.0);
}

TEST_F(LedgerTest, LandLetToStrangersIsNotTheHoldersToo)
{
    m_town.lease(credit_code(1), credit_code(9), parcel_code(1), 8'000.0);

    const Register reg = m_town.run(m_options);

    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 18.0);
    EXPECT_EQ(count_of(reg, "lease_unmatched"), 1U);
    ASSERT_EQ(reg.unplaced_occupations.size(), 1U);
    EXPECT_EQ(reg.unplaced_occupations[0].reason.en, "its user is not among the enterprises");
}

TEST_F(LedgerTest, OwnRowsSayWhereOnesLandIs)
{
    m_town.parcel(parcel_code(2), 10'000.0);
    Occupation& own = m_town.lease("", credit_code(2), parcel_code(2), 4'000.0);
    own.kind = OccupationKind::own;

    const Register reg = m_town.run(m_options);

    ASSERT_EQ(reg.links_of(1).size(), 1U);
    EXPECT_EQ(reg.links_of(1).front().match, MatchKind::own_row);
    EXPECT_EQ(reg.links_of(1).front().title, Title::user);
    EXPECT_DOUBLE_EQ(land_on(reg, 1, 1), 6.0);
}

TEST_F(LedgerTest, ASubletParcelIsUsedByTheLastTenant)
{
    m_town.enterprise("丙公司", credit_code(3));
    m_town.lease(credit_code(1), credit_code(2), parcel_code(1), 10'000.0);
    m_town.lease(credit_code(2), credit_code(3), parcel_code(1), 4'000.0);

    const Register reg = m_town.run(m_options);

    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 15.0);
    EXPECT_DOUBLE_EQ(land_on(reg, 1, 0), 9.0);
    EXPECT_DOUBLE_EQ(land_on(reg, 2, 0), 6.0);
}

} // namespace
} // namespace tenglong
