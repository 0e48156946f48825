#include "tests/geo/read/support.hpp"

#include "core/base/error.hpp"
#include "geo/read/values.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {
namespace {

using test::count;
using test::first;
using test::table_of;
using test::texts;
using Names = std::vector<std::string>;

constexpr auto k_enterprises = InputKind::enterprises;

TEST(MakeTable, FindsTheHeaderUnderTitles)
{
    std::vector<Issue> issues;
    const Table table = table_of("示例市规上企业亩均效益表,,\n填报单位：经信局,,单位：万元\n"
                                 "统一社会信用代码,企业名称,税收\n91330681000000001A,甲公司,12\n",
                                 k_enterprises, issues);
    ASSERT_EQ(table.rows(), 1U);
    EXPECT_EQ(table.row_number(0), 4);
    EXPECT_EQ(texts(table, "name"), Names{"甲公司"});
    EXPECT_EQ(count(issues, "row_skipped"), 2U);
}

TEST(MakeTable, TakesUnitsFromALineOverTheTable)
{
    std::vector<Issue> issues;
    const Table table = table_of(
        "企业表,,,\n单位：元、亩,,,\n企业名称,税收,自有用地\n甲,125000,3\n", k_enterprises, issues);
    // 125,000 yuan are 12.5 of 10,000 yuan.
    EXPECT_DOUBLE_EQ(numbers(table, *table.find("tax_wan"), issues)[0], 12.5);
    EXPECT_DOUBLE_EQ(numbers(table, *table.find("land_own_mu"), issues)[0], 3.0);
    EXPECT_EQ(count(issues, "unit_not_stated"), 0U);
}

TEST(MakeTable, JoinsTitlesThatStandOverGroupsOfColumns)
{
    std::vector<Issue> issues;
    const Table table = table_of("企业名称,自有土地,,2022年,2023年\n"
                                 ",面积（平方米）,坐落,税收（万元）,税收（万元）\n"
                                 "甲,2000,某路1号,5,6\n",
                                 k_enterprises, issues);
    ASSERT_NE(table.find("land_own_mu"), nullptr);
    // 2000 m² are 3 mu.
    EXPECT_DOUBLE_EQ(numbers(table, *table.find("land_own_mu"), issues)[0], 3.0);
    EXPECT_DOUBLE_EQ(numbers(table, *table.find("tax_wan"), issues)[0], 6.0);
    EXPECT_EQ(table.find("tax_wan")->meaning.year, 2023);
}

TEST(MakeTable, PassesUnitAndNumberingRows)
{
    std::vector<Issue> issues;
    const Table table =
        table_of("企业名称,用地面积,税收,用电量\n,亩,万元,万千瓦时\n1,2,3,4\n甲,3,12,5\n",
                 k_enterprises, issues);
    ASSERT_EQ(table.rows(), 1U);
    EXPECT_DOUBLE_EQ(numbers(table, *table.find("electricity_kwh"), issues)[0], 50000.0);
    EXPECT_EQ(count(issues, "row_skipped"), 2U);
}

TEST(MakeTable, LeavesOutTotalsNotesAndRepeatedHeadersAndSaysSo)
{
    std::vector<Issue> issues;
    const Table table = table_of("统一社会信用代码,企业名称,税收（万元）\n"
                                 "91330681000000001A,甲,12\n"
                                 "小计,,12\n"
                                 "统一社会信用代码,企业名称,税收（万元）\n"
                                 "91330681000000002B,乙合计实业,8\n"
                                 ",合计,20\n"
                                 "注：数据来源于税务局,,\n"
                                 "填表人：张三,,审核人：李四\n",
                                 k_enterprises, issues);
    EXPECT_EQ(texts(table, "name"), (Names{"甲", "乙合计实业"}));
    EXPECT_EQ(count(issues, "row_skipped"), 5U);
    EXPECT_EQ(first(issues, "row_skipped").place.row, 3);
}

TEST(MakeTable, KeepsEveryRowEvenWithoutAKeyAndReportsIt)
{
    std::vector<Issue> issues;
    const Table table =
        table_of("企业名称,税收（万元）,备注\n甲,12,\n,7,\n,,\n/,/,-\n", k_enterprises, issues);
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(first(issues, "row_without_key").place.row, 3);
    EXPECT_EQ(first(issues, "row_without_values").place.row, 5);
}

TEST(MakeTable, ReadsMissingMarksAsMissing)
{
    std::vector<Issue> issues;
    const Table table = table_of("企业名称,税收（万元）,能耗（吨标煤）\n甲,/,—\n乙,-,无\n丙,0,0\n",
                                 k_enterprises, issues);
    const auto tax = numbers(table, *table.find("tax_wan"), issues);
    EXPECT_TRUE(std::isnan(tax[0]));
    EXPECT_TRUE(std::isnan(tax[1]));
    EXPECT_EQ(tax[2], 0.0); // a stated zero is not missing
    EXPECT_TRUE(issues.empty());
}

TEST(MakeTable, ReportsCodesThatASpreadsheetDamaged)
{
    std::vector<Issue> issues;
    const Table table =
        table_of("统一社会信用代码,企业名称\n3.30681E+17,甲\n", k_enterprises, issues);
    EXPECT_TRUE(table.find("credit_code")->missing(0));
    EXPECT_EQ(first(issues, "code_damaged").place.row, 2);
}

TEST(MakeTable, ReportsRowsThatAreLongerThanTheHeader)
{
    std::vector<Issue> issues;
    (void)table_of("企业名称,税收（万元）\n甲,1\n乙,2,3\n丙\n", k_enterprises, issues);
    EXPECT_EQ(count(issues, "row_too_long"), 1U);
    EXPECT_EQ(first(issues, "row_too_long").place.row, 3);
}

TEST(MakeTable, JoinsColumnsThatAgreeAndNamesThoseThatDoNot)
{
    std::vector<Issue> issues;
    const Table same =
        table_of("宗地代码,宗地面积,发证面积\nA,1,1\nB,2,\nC,,3\n", InputKind::parcels, issues);
    EXPECT_EQ(texts(same, "area_registered_m2"), (Names{"1", "2", "3"}));
    EXPECT_EQ(count(issues, "columns_disagree"), 0U);

    const Table different =
        table_of("宗地代码,宗地面积,发证面积\nA,1,1\nB,2,9\n", InputKind::parcels, issues);
    EXPECT_EQ(different.find("area_registered_m2"), nullptr);
    EXPECT_EQ(first(issues, "columns_disagree").place.row, 3);
}

TEST(MakeTable, RefusesATableWithoutHeaderOrRows)
{
    std::vector<Issue> issues;
    EXPECT_THROW((void)table_of("1,2,3\n4,5,6\n", k_enterprises, issues), Error);
    EXPECT_THROW((void)table_of("", k_enterprises, issues), Error);
    EXPECT_THROW((void)table_of("企业名称,税收\n", k_enterprises, issues), Error);
}

TEST(MakeTable, AccountsForEveryRowThatIsNotBlank)
{
    std::string csv = "企业名称,税收（万元）,用地面积（亩）\n";
    for (int i = 0; i < 500; ++i) {
        csv += i % 7 == 0 ? "\n" : i % 11 == 0 ? ",,\n" : i % 13 == 0 ? "小计,1,2\n" : "甲,1,2\n";
    }
    const Grid grid = parse_csv(csv).grid;
    std::size_t filled = 0;
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        filled += grid.blank(row) ? 0 : 1;
    }
    std::vector<Issue> issues;
    const Table table = table_of(csv, k_enterprises, issues);
    EXPECT_EQ(filled, 1 + table.rows() + count(issues, "row_skipped") +
                          count(issues, "row_without_values"));
}

} // namespace
} // namespace tenglong::geo
