#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tenglong {
namespace {

using testing::count_of;
using testing::credit_code;
using testing::parcel_code;
using testing::RegisterCase;
using testing::sum_on;

TEST(Figures, AreDividedByTheLandUsedOnEachParcel)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.parcel(parcel_code(2), 10'000.0);
    town.parcel(parcel_code(3), 10'000.0);
    EnterpriseRow& row = town.enterprise(
        "甲公司", credit_code(1), parcel_code(1) + "," + parcel_code(2) + "," + parcel_code(3));
    row.figures.set(YearFigure::tax, 10.0);
    row.figures.set(YearFigure::staff, 100.0);

    const Register reg = town.run();

    // 100,000 yuan in three: a fen is left over, and the first of equal parcels gets it.
    EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), 3.333334);
    EXPECT_DOUBLE_EQ(sum_on(reg, 1, YearFigure::tax), 3.333333);
    EXPECT_DOUBLE_EQ(sum_on(reg, 2, YearFigure::tax), 3.333333);
    EXPECT_EQ(reg.accounts[index_of(YearFigure::tax)].placed, 10'000'000);
    EXPECT_TRUE(reg.parcel_sums[index_of(YearFigure::revenue)].empty());
}

/// Joined tables repeat an enterprise's tax on each row; sums must not.
TEST(Figures, OfManyOnOneAndOneOnManyAddUpToTheInput)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.parcel(parcel_code(2), 30'000.0);
    const std::string both = parcel_code(1) + "、" + parcel_code(2);
    town.enterprise("甲公司", credit_code(1), both).land_own_mu = 40.0;
    town.enterprise("乙公司", credit_code(2), both).land_own_mu = 20.0;
    town.enterprise("丙公司", credit_code(3), parcel_code(9)).land_own_mu = 7.0;
    double tax = 1.23;
    for (EnterpriseRow& row : town.enterprises()) {
        row.figures.set(YearFigure::tax, tax);
        tax *= 10.0;
    }

    const Register reg = town.run();

    const FigureAccount& account = reg.accounts[index_of(YearFigure::tax)];
    EXPECT_EQ(account.entered, 1'230'000 + 12'300'000 + 123'000'000);
    EXPECT_EQ(account.placed, 1'230'000 + 12'300'000);
    EXPECT_EQ(account.unmatched, 123'000'000);
    EXPECT_TRUE(account.holds());
    // A quarter of each enterprise's land is on the first parcel.
    EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), (1.23 + 12.3) / 4.0);
    EXPECT_EQ(reg.land_account.entered, *land_from_mu(67.0));
    EXPECT_EQ(reg.land_account.placed, *land_from_mu(60.0));
    EXPECT_EQ(reg.land_account.unmatched, *land_from_mu(7.0));
}

TEST(Figures, MayBeNegative)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.parcel(parcel_code(2), 10'000.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1) + "," + parcel_code(2))
        .figures.set(YearFigure::tax, -5.000001);

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), -2.500001);
    EXPECT_DOUBLE_EQ(sum_on(reg, 1, YearFigure::tax), -2.5);
}

TEST(Figures, ThatCannotBeAreReportedAndMissing)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    using Limits = std::numeric_limits<double>;
    for (const double tax : {1e300, Limits::infinity(), -1e12}) {
        town.enterprise("甲公司", credit_code(static_cast<int>(town.enterprises().size())),
                        parcel_code(1))
            .figures.set(YearFigure::tax, tax);
    }

    const Register reg = town.run();

    EXPECT_EQ(count_of(reg, "figure_out_of_range"), 3U);
    EXPECT_EQ(reg.lacking_on(0, YearFigure::tax), 3U);
    EXPECT_EQ(reg.accounts[index_of(YearFigure::tax)].entered, 0);
}

TEST(Figures, OfWhichTheSumWouldOverflowAreRefused)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    for (int i = 0; i < 2'000; ++i) {
        town.enterprise("企业", credit_code(i), parcel_code(1))
            .figures.set(YearFigure::revenue, i == 0 ? 1.0 : 9e9);
    }

    const Register reg = town.run();

    EXPECT_EQ(count_of(reg, "figure_out_of_range"), 1'999U);
    EXPECT_EQ(reg.accounts[index_of(YearFigure::revenue)].placed, 1'000'000);
}

TEST(Lead, IsWhoUsesMostOfTheParcel)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.parcel(parcel_code(2), 10'000.0);
    town.parcel(parcel_code(3), 10'000.0);
    town.enterprise("甲公司", credit_code(3), parcel_code(1)).land_own_mu = 5.0;
    town.enterprise("乙公司", credit_code(2), parcel_code(1)).land_own_mu = 6.0;
    town.enterprise("丙公司", credit_code(5), parcel_code(2)).land_own_mu = 5.0;
    town.enterprise("丁公司", credit_code(4), parcel_code(2)).land_own_mu = 5.0;

    const Register reg = town.run();

    EXPECT_EQ(reg.lead[0], 1U);
    EXPECT_EQ(reg.lead[1], 3U); // of equals the one whose credit code comes first
    EXPECT_EQ(reg.lead[2], k_nobody);
}

} // namespace
} // namespace tenglong
