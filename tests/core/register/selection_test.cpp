#include "tests/support/register_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::count_of;
using testing::credit_code;
using testing::parcel_code;
using testing::RegisterCase;
using testing::sum_on;
using testing::text_of;

TEST(Selection, CountsTheLastOfSeveralRowsOfAnEnterpriseAndAddsNone)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1)).figures.set(YearFigure::tax, 10.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1)).figures.set(YearFigure::tax, 12.0);

    const Register last = town.run();
    EXPECT_DOUBLE_EQ(sum_on(last, 0, YearFigure::tax), 12.0);
    EXPECT_EQ(text_of(last, "duplicate_enterprise"),
              "enterprise '甲公司' has another row for this year: row 2 counts, this one has other "
              "figures, which are not added");
    EXPECT_EQ(last.accounts[index_of(YearFigure::tax)].duplicate, 10'000'000);

    RegisterOptions options;
    options.duplicates = DuplicateRule::first;
    EXPECT_DOUBLE_EQ(sum_on(town.run(options), 0, YearFigure::tax), 10.0);
}

TEST(Selection, KnowsAnEnterpriseByItsOldCodeToo)
{
    RegisterCase town;
    town.enterprise("甲公司", credit_code(1));
    town.enterprise("甲公司", credit_code(1).substr(8, 9));

    EXPECT_EQ(count_of(town.run(), "duplicate_enterprise"), 1U);
}

/// A register whose codes were numbered through counted one enterprise in ten: all others were
/// called its duplicates.
TEST(Selection, KeepsEnterprisesApartWhoseCodesDifferInTheCheckDigit)
{
    RegisterCase town;
    const std::string right = credit_code(1);
    const std::string first_17 = right.substr(0, 17);
    town.enterprise("乙公司", first_17 + (right.back() == '8' ? '9' : '8'));
    town.enterprise("甲公司", right);
    town.enterprise("丙公司", first_17 + (right.back() == '6' ? '7' : '6'));

    const Register reg = town.run();

    EXPECT_TRUE(reg.selection.counts(0) && reg.selection.counts(1) && reg.selection.counts(2));
    ASSERT_EQ(count_of(reg, "credit_code_alike"), 2U);
    const auto alike = std::ranges::find(reg.issues, "credit_code_alike", &Issue::kind);
    EXPECT_EQ(
        alike->text.en,
        "the credit code of enterprise '乙公司' has a wrong check digit, and its organisation "
        "code is that of '甲公司' in row 2: they count as two enterprises; if they are one, "
        "correct the code");
}

TEST(Selection, KnowsAnEnterpriseByItsNameBehindASlipInTheCheckDigit)
{
    RegisterCase town;
    const std::string right = credit_code(1);
    const std::string slip = right.substr(0, 17) + (right.back() == '8' ? '9' : '8');
    town.parcel(parcel_code(1), 10'000.0);
    town.enterprise("甲公司", slip).figures.set(YearFigure::tax, 10.0);
    town.enterprise("甲 公司", right).figures.set(YearFigure::tax, 12.0);
    town.lease(credit_code(2), slip, parcel_code(1), 1'000.0);

    const Register reg = town.run();

    EXPECT_EQ(count_of(reg, "duplicate_enterprise"), 1U);
    EXPECT_EQ(count_of(reg, "credit_code_alike"), 0U);
    // A table with the slip means the row that counts.
    EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), 12.0);
}

/// Tables of parcels list an enterprise once for each of its parcels.
TEST(Selection, KeepsTheParcelsThatARowSetAsideNames)
{
    RegisterCase town;
    town.parcel(parcel_code(1), 10'000.0);
    town.parcel(parcel_code(2), 30'000.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(1)).figures.set(YearFigure::tax, 8.0);
    town.enterprise("甲公司", credit_code(1), parcel_code(2)).figures.set(YearFigure::tax, 8.0);

    const Register reg = town.run();

    EXPECT_DOUBLE_EQ(sum_on(reg, 0, YearFigure::tax), 2.0);
    EXPECT_DOUBLE_EQ(sum_on(reg, 1, YearFigure::tax), 6.0);
}

TEST(Selection, CountsTheLatestYearUnlessOneIsAskedFor)
{
    RegisterCase town;
    for (const int year : {2022, 2023}) {
        town.enterprise("甲公司", credit_code(1)).year = year;
    }
    town.enterprise("乙公司", credit_code(2));

    const Register latest = town.run();
    EXPECT_EQ(latest.selection.year, 2023);
    EXPECT_EQ(latest.selection.use[0], RowUse::other_year);
    EXPECT_EQ(latest.selection.use[1], RowUse::counted);
    // A row that states no year is of the year asked for.
    EXPECT_EQ(latest.selection.use[2], RowUse::counted);
    EXPECT_EQ(text_of(latest, "other_year"),
              "rows of 2022 are set aside (1: 1); those of 2023 count");

    RegisterOptions options;
    options.year = 2022;
    EXPECT_EQ(town.run(options).selection.use[1], RowUse::other_year);
}

TEST(Selection, DoesNotTakeRowsForOneEnterpriseByTheirNameAlone)
{
    RegisterCase town;
    town.enterprise("甲公司");
    town.enterprise("甲公司");

    const Register reg = town.run();

    EXPECT_TRUE(reg.selection.counts(0) && reg.selection.counts(1));
    EXPECT_EQ(count_of(reg, "same_name"), 2U);
}

} // namespace
} // namespace tenglong
