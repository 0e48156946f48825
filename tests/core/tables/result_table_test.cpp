#include "core/tables/result_table.hpp"

#include "core/tables/declare.hpp"
#include "core/tables/totals.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <stdexcept>

namespace tenglong {
namespace {

using namespace columns;

[[nodiscard]] ResultTable taxes()
{
    return ResultTable{
        {.id = "taxes",
         .title = {"税收", "taxes"},
         .columns = {
             number("tax_wan", "SS", "wan", {"税收", "tax"}).sum(),
             number("area_mu", "MJ", "mu", {"面积", "area"}).sum(),
             number("tax_per_mu", "MJSS", "wan_per_mu", {"亩均税收", "tax per mu"})
                 .ratio("tax_wan", "area_mu"),
             number("gap", "CE", "wan", {"差额", "gap"}).difference("tax_wan", "area_mu")}}};
}

TEST(ResultTable, EndsARowWithMissingCells)
{
    ResultTable table = taxes();
    table["tax_wan"].add_number(3.0);
    EXPECT_FALSE(table.is_complete());
    table.complete();
    table["area_mu"].add_number(2.0);
    table.complete();

    EXPECT_EQ(table.rows(), 2U);
    EXPECT_TRUE(table.is_complete());
    EXPECT_TRUE(table["tax_wan"].present(0));
    EXPECT_FALSE(table["area_mu"].present(0));
    EXPECT_FALSE(table["tax_wan"].present(1));
}

TEST(ResultTable, RefusesNamesThatSomeFormatCannotHold)
{
    const auto table_with = [](const ColumnSpec& column) {
        return ResultTable{{.id = "t", .title = {"表", "t"}, .columns = {column}}};
    };
    EXPECT_NO_THROW(table_with(text("holder", "QLR", {"权利人", "holder"})));
    EXPECT_THROW(table_with(text("Holder", "QLR", {})), std::invalid_argument);
    EXPECT_THROW(table_with(text("权利人", "QLR", {})), std::invalid_argument);
    EXPECT_THROW(table_with(text("holder", "ELEVENCHARS", {})), std::invalid_argument);
    EXPECT_THROW(table_with(text("holder", "权利人", {})), std::invalid_argument);
    EXPECT_THROW(table_with(text("holder", "1QLR", {})), std::invalid_argument);
}

TEST(ResultTable, RefusesTheSameNameTwiceWhateverTheCaseInADbf)
{
    ResultTable table = taxes();
    EXPECT_THROW(table.add_column(text("tax_wan", "SS2", {})), std::invalid_argument);
    EXPECT_THROW(table.add_column(text("other", "ss", {})), std::invalid_argument);
    EXPECT_THROW(static_cast<void>(table["no_such"]), std::out_of_range);
}

TEST(ResultTable, MakesUpShapefileNamesForColumnsOfAPolicy)
{
    ResultTable table = taxes();
    const auto name_of = [&table](const char* name) {
        return table.add_column(text(name, "", {})).spec().dbf;
    };
    EXPECT_EQ(name_of("crane_count_heavy"), "CRANE_COUN");
    EXPECT_EQ(name_of("crane_count_light"), "CRANE_CO_2");
    EXPECT_EQ(name_of("ss"), "SS_2");
}

TEST(ResultTable, RefusesATotalOverAColumnThatIsNotThere)
{
    EXPECT_THROW((ResultTable{{.id = "t",
                               .title = {"表", "t"},
                               .columns = {number("a", "A", "one", {}).ratio("b", "a")}}}),
                 std::invalid_argument);
}

TEST(TotalOf, GroupRatioIsSumOverSumOfTheRowsThatHaveBoth)
{
    ResultTable table = taxes();
    const auto add = [&table](double tax, double area) {
        table["tax_wan"].add_number(tax);
        table["area_mu"].add_number(area);
        table.complete();
    };
    add(10.0, 2.0);
    add(90.0, 8.0);
    table["area_mu"].add_number(30.0); // tax unknown: neither zero nor part of the ratio
    table.complete();

    EXPECT_EQ(total_of(table, table["tax_wan"]), 100.0);
    EXPECT_EQ(total_of(table, table["area_mu"]), 40.0);
    EXPECT_EQ(total_of(table, table["tax_per_mu"]), 10.0); // 100 / 10, not the mean 8.125
    EXPECT_EQ(total_of(table, table["gap"]), 60.0);
}

TEST(TotalOf, IsMissingWhereThereIsNothingToAdd)
{
    ResultTable table = taxes();
    EXPECT_EQ(total_of(table, table["tax_wan"]), std::nullopt);
    EXPECT_EQ(total_of(table, table["tax_per_mu"]), std::nullopt);
    EXPECT_EQ(total_of(table, table["gap"]), std::nullopt);

    table["tax_wan"].add_number(1.0);
    table["area_mu"].add_number(0.0);
    table.complete();
    EXPECT_EQ(total_of(table, table["tax_per_mu"]), std::nullopt);
}

TEST(SumOf, AgreesWithTheExactSumOfAMillionAreas)
{
    // Areas of whole hundredths, so that the exact sum is one of integers.
    std::mt19937_64 random{7}; // NOLINT(*-msc51-cpp): the same numbers each time
    ResultColumn area{number("area_m2", "MJ", "m2", {"面积", "area"})};
    std::int64_t hundredths = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        const auto value = static_cast<std::int64_t>(random() % 50'000'000U);
        hundredths += value;
        area.add_number(static_cast<double>(value) / 100.0);
    }
    const auto sum = sum_of(area);
    ASSERT_TRUE(sum.has_value());
    EXPECT_NEAR(*sum, static_cast<double>(hundredths) / 100.0, 1e-4); // the last digit of 2.5e11
}

// By hand: 1 + 2 and 10 + 20 of the first two rows, 3 and nothing of the third. A long table stands
// on several sheets, each with the totals of its own rows.
TEST(Totals, OfAStretchAreOfItsRowsAlone)
{
    ResultTable table{
        {.id = "t",
         .title = {"表", "table"},
         .columns = {columns::number("tax_wan", "SS", "wan", {"税收", "tax"}).sum(),
                     columns::number("area_mu", "MJ", "mu", {"面积", "area"}).sum(),
                     columns::number("per_mu", "MJSS", "wan_per_mu", {"亩均", "per mu"})
                         .ratio("tax_wan", "area_mu")}}};
    for (const double value : {1.0, 2.0, 3.0}) {
        table["tax_wan"].add_number(value);
        if (value < 3.0) {
            table["area_mu"].add_number(10.0 * value);
        }
        table.complete();
    }
    EXPECT_EQ(total_of(table, table["tax_wan"], {0, 2}), 3.0);
    EXPECT_EQ(total_of(table, table["tax_wan"], {2, 3}), 3.0);
    EXPECT_EQ(total_of(table, table["area_mu"], {2, 3}), std::nullopt);
    EXPECT_EQ(total_of(table, table["per_mu"], {0, 2}), 0.1);
    EXPECT_EQ(total_of(table, table["per_mu"], {2, 3}), std::nullopt);
    EXPECT_EQ(total_of(table, table["tax_wan"]), 6.0);
}

} // namespace
} // namespace tenglong
