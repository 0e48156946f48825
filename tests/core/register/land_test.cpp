#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::count_of;
using testing::credit_code;
using testing::land_on;
using testing::parcel_code;
using testing::RegisterCase;
using testing::sum_on;
using testing::text_of;

// Expected values by hand; 10,000 m² are 15 mu.

[[nodiscard]] double used_mu(const Register& reg, std::size_t enterprise)
{
    const auto used = reg.lands.at(enterprise).used;
    return used ? land_in_mu(*used) : -1.0;
}

TEST(LandUsed, IsOwnAndLeasedInLessLetOut)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 20'000.0, "甲公司", credit_code(1));
    EnterpriseRow& holder = town.enterprise("甲公司", credit_code(1));
    holder.land_own_mu = 30.0;
    holder.land_out_mu = 10.0;
    town.enterprise("乙公司", credit_code(2), parcel_code(1)).land_in_mu = 10.0;

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(used_mu(reg, 0), 20.0);
    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 20.0);
    EXPECT_DOUBLE_EQ(land_on(reg, 1, 0), 10.0);
    EXPECT_EQ(reg.links_of(0).front().title, Title::holder);
    EXPECT_EQ(reg.links_of(1).front().title, Title::tenant);
    EXPECT_EQ(reg.lands[0].source, LandSource::stated);
    EXPECT_TRUE(reg.issues.empty());
}

TEST(LandUsed, WhereNothingIsStatedIsTheParcelLessWhatOthersUse)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 20'000.0, "甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(1));
    town.enterprise("乙公司", credit_code(2), parcel_code(1)).land_in_mu = 10.0;

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(used_mu(reg, 0), 20.0);
    EXPECT_EQ(reg.lands[0].source, LandSource::parcels);
    EXPECT_EQ(reg.links_of(0).front().basis, LandBasis::parcel_area);
}

TEST(LandUsed, WithOnlyLetLandStatedIsTheParcelsLessThat)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 20'000.0, "甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(1)).land_out_mu = 12.0;

    EXPECT_DOUBLE_EQ(used_mu(town.run(), 0), 18.0);
}

TEST(LandUsed, MayBeOneStatedFigure)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 20'000.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1)).land_stated_mu = 12.5;

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 12.5);
    EXPECT_EQ(reg.lands[0].source, LandSource::total);
}

TEST(LandUsed, IsDividedOverParcelsByTheirAreas)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1));
    town.parcel(parcel_code(2), 20'000.0, "甲公司", credit_code(1));
    EnterpriseRow& row = town.enterprise("甲公司", credit_code(1));
    row.land_own_mu = 45.0;
    row.land_out_mu = 15.0;

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 10.0);
    EXPECT_DOUBLE_EQ(land_on(reg, 0, 1), 20.0);
    EXPECT_EQ(reg.links[0].basis, LandBasis::stated_part);
}

TEST(LandUsed, OfZeroOrLessIsReportedAndNeverDividedBy)
{
    for (const double let : {30.0, 35.0}) {
        SCOPED_TRACE(let);
        RegisterCase town;
        town.parcel(parcel_code(1), 20'000.0, "甲公司", credit_code(1));
        EnterpriseRow& row = town.enterprise("甲公司", credit_code(1));
        row.land_own_mu = 30.0;
        row.land_out_mu = let;
        row.figures.set(YearFigure::tax, 6.0);

        const Register reg = town.run();

        EXPECT_EQ(count_of(reg, "land_not_positive"), 1U);
        EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 0.0);
        // Its tax is still paid by an enterprise on this parcel.
        EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), 6.0);
    }
}

TEST(LandUsed, OnNoKnownParcelKeepsItsShareOfTheFigures)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 20'000.0 / 3.0, "甲公司", credit_code(1));
    EnterpriseRow& row = town.enterprise("甲公司", credit_code(1));
    row.land_own_mu = 10.0;
    row.land_in_mu = 5.0;
    row.figures.set(YearFigure::tax, 3.0);

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(used_mu(reg, 0), 15.0);
    EXPECT_DOUBLE_EQ(land_in_mu(reg.lands[0].unplaced), 5.0);
    EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), 2.0);
    EXPECT_EQ(reg.accounts[index_of(YearFigure::tax)].unplaced, 1'000'000);
    EXPECT_EQ(count_of(reg, "land_without_parcel"), 1U);
}

TEST(LandUsed, BeyondTheParcelsIsOnNoKnownParcel)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1));
    EnterpriseRow& row = town.enterprise("甲公司", credit_code(1));
    row.land_own_mu = 60.0;
    row.figures.set(YearFigure::tax, 8.0);

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 15.0);
    EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), 2.0);
    EXPECT_EQ(text_of(reg, "land_without_parcel"),
              "enterprise '甲公司' states 60 mu, and its parcels have 15 mu: the rest lies on no "
              "parcel that is known, and its share of the figures is not placed");
}

TEST(LandUsed, StatedInSquareMetresUnderAHeaderOfMuIsRefused)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(1)).land_own_mu = 10'003.0;

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(used_mu(reg, 0), 15.0);
    EXPECT_EQ(count_of(reg, "land_unit_slip"), 1U);
}

TEST(LandUsed, ThatNobodyStatesIsDividedEquallyAsTheLastResort)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 20'000.0);
    for (int i = 1; i <= 3; ++i) {
        town.enterprise("企业" + std::to_string(i), credit_code(i), parcel_code(1));
    }
    town.enterprises()[2].land_own_mu = 10.0;

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 10.0);
    EXPECT_DOUBLE_EQ(land_on(reg, 1, 0), 10.0);
    EXPECT_DOUBLE_EQ(land_on(reg, 2, 0), 10.0);
    EXPECT_EQ(reg.links_of(0).front().basis, LandBasis::equal_share);
    EXPECT_EQ(text_of(reg, "land_equal_shares"),
              "parcel '330681001002GB00001': 20 mu are divided equally among 2 enterprises, "
              "because none states its land there");
}

TEST(LandUsed, OfATenantOnAFloorIsTheFloorsShareOfTheParcel)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 20'000.0, "甲公司", credit_code(1)).floor_m2 = 4'000.0;
    town.enterprise("甲公司", credit_code(1));
    town.enterprise("乙公司", credit_code(2), parcel_code(1)).floor_leased_m2 = 1'000.0;

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(land_on(reg, 1, 0), 7.5);
    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 22.5);
    EXPECT_EQ(reg.links_of(1).front().basis, LandBasis::floor_share);
}

TEST(LandUsed, ThatTheHolderUsesWhollyLeavesNoneToAnother)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 20'000.0, "甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(1)).land_own_mu = 30.0;
    town.enterprise("乙公司", credit_code(2), parcel_code(1)).figures.set(YearFigure::tax, 1.0);

    const Register reg = town.run();

    EXPECT_EQ(reg.lands[1].used, std::nullopt);
    EXPECT_EQ(count_of(reg, "land_unknown"), 1U);
    EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), 1.0);
}

/// The register may still name the seller as holder.
TEST(LandUsed, StatedAsOwnIsOnTheParcelNamedWhoeverHoldsIt)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "乙公司", credit_code(2));
    town.enterprise("甲公司", credit_code(1), parcel_code(1)).land_own_mu = 15.0;

    EXPECT_DOUBLE_EQ(land_on(town.run(), 0, 0), 15.0);
}

TEST(LandUsed, OnParcelsOfUnknownAreaIsDividedEqually)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.parcel(parcel_code(2), 0.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1) + ";" + parcel_code(2)).land_own_mu =
        9.0;

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(land_on(reg, 0, 0), 4.5);
    EXPECT_EQ(count_of(reg, "land_equal_shares"), 1U);
}

TEST(LandOnAParcel, NeverExceedsItSilently)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1)).land_own_mu = 15.0;
    town.enterprise("乙公司", credit_code(2), parcel_code(1)).land_own_mu = 3.0;

    const Register reg = town.run();

    EXPECT_EQ(text_of(reg, "land_exceeds_parcel"),
              "parcel '330681001002GB00001' has 10000 m², and the enterprises on it (乙公司, "
              "甲公司) use 12000 m²");
}

TEST(LandStated, ThatCannotBeIsReportedAndMissing)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0, "甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(1)).land_own_mu = -3.0;

    const Register reg = town.run();

    EXPECT_EQ(count_of(reg, "land_out_of_range"), 1U);
    EXPECT_DOUBLE_EQ(used_mu(reg, 0), 15.0);
}

} // namespace
} // namespace tenglong
