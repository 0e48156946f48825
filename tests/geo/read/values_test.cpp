#include "geo/read/values.hpp"

#include "tests/geo/read/support.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace tenglong::geo {
namespace {

using test::count;
using test::first;
using test::table_of;

TEST(Numbers, HonourTheUnitOfTheHeaderOfTheRowAndOfTheCell)
{
    std::vector<Issue> issues;
    const Table by_header =
        table_of("宗地代码,宗地面积（公顷）\nA,1.5\nB,3亩\n", InputKind::parcels, issues);
    const auto header = numbers(by_header, *by_header.find("area_registered_m2"), issues);
    EXPECT_DOUBLE_EQ(header[0], 15000.0);
    EXPECT_DOUBLE_EQ(header[1], 2000.0);

    // MJDW: words, or the registration standard's 1 m², 2 mu, 3 ha.
    const Table by_row = table_of("ZDDM,ZDMJ,MJDW\nA,30,亩\nB,20000,平方米\nC,3,2\nD,1,3\nE,5,斗\n",
                                  InputKind::parcels, issues);
    const auto row = numbers(by_row, *by_row.find("area_registered_m2"), issues);
    EXPECT_DOUBLE_EQ(row[0], 20000.0);
    EXPECT_DOUBLE_EQ(row[1], 20000.0);
    EXPECT_DOUBLE_EQ(row[2], 2000.0);
    EXPECT_DOUBLE_EQ(row[3], 10000.0);
    EXPECT_EQ(first(issues, "unit_unreadable").place.row, 6);
}

TEST(Numbers, NoteAHeaderInWordsThatNamesNoUnit)
{
    std::vector<Issue> issues;
    const Table table = table_of("宗地代码,宗地面积\nA,30\n", InputKind::parcels, issues);
    EXPECT_DOUBLE_EQ(numbers(table, *table.find("area_registered_m2"), issues)[0], 30.0);
    EXPECT_EQ(count(issues, "unit_not_stated"), 1U);
}

TEST(Numbers, RefuseAUnitOfAnotherKind)
{
    std::vector<Issue> issues;
    const Table table = table_of("企业名称,税收（亩）\n甲,30\n", InputKind::enterprises, issues);
    EXPECT_TRUE(std::isnan(numbers(table, *table.find("tax_wan"), issues)[0]));
    EXPECT_EQ(count(issues, "unit_wrong"), 1U);
}

TEST(Numbers, ReportWhatIsNoNumber)
{
    std::vector<Issue> issues;
    const Table table = table_of("企业名称,税收（万元）\n甲,约30\n乙,\"1,234.5\"\n丙,１２\n",
                                 InputKind::enterprises, issues);
    const auto tax = numbers(table, *table.find("tax_wan"), issues);
    EXPECT_TRUE(std::isnan(tax[0]));
    EXPECT_DOUBLE_EQ(tax[1], 1234.5);
    EXPECT_DOUBLE_EQ(tax[2], 12.0);
    EXPECT_EQ(first(issues, "number_unreadable").place.row, 2);
    EXPECT_EQ(first(issues, "number_unreadable").subject, "甲");
}

TEST(Numbers, TakeASharePercentOrFraction)
{
    std::vector<Issue> issues;
    const Table fraction = table_of("ZDDM,JZMD\nA,0.35\nB,40%\n", InputKind::parcels, issues);
    EXPECT_DOUBLE_EQ(numbers(fraction, *fraction.find("density_stated"), issues)[0], 0.35);
    EXPECT_DOUBLE_EQ(numbers(fraction, *fraction.find("density_stated"), issues)[1], 0.4);
    EXPECT_EQ(count(issues, "share_in_percent"), 0U);

    const Table percent = table_of("ZDDM,JZMD\nA,35\nB,40.5\n", InputKind::parcels, issues);
    EXPECT_DOUBLE_EQ(numbers(percent, *percent.find("density_stated"), issues)[1], 0.405);
    EXPECT_EQ(count(issues, "share_in_percent"), 1U);

    const Table header = table_of("ZDDM,建筑密度（%）\nA,35\n", InputKind::parcels, issues);
    EXPECT_DOUBLE_EQ(numbers(header, *header.find("density_stated"), issues)[0], 0.35);
}

TEST(Days, ReadDatesAndDayCounts)
{
    std::vector<Issue> issues;
    const Table table =
        table_of("ZDDM,约定开工时间\nA,2021-02-28\nB,2021年3月1日\nC,44256\nD,2021年\n",
                 InputKind::parcels, issues);
    const auto start = days(table, *table.find("agreed_start"), issues);
    EXPECT_EQ(Date::from_days(start[0]).iso(), "2021-02-28");
    EXPECT_EQ(Date::from_days(start[1]).iso(), "2021-03-01");
    EXPECT_EQ(Date::from_days(start[2]).iso(), "2021-03-01"); // Excel shows 44256 so
    EXPECT_EQ(start[3], k_no_day);
    EXPECT_EQ(first(issues, "date_unreadable").place.row, 5);
    EXPECT_EQ(count(issues, "date_counted"), 1U);
}

TEST(Flags, ReadYesAndNo)
{
    std::vector<Issue> issues;
    const Table table = table_of("ZDDM,是否查封,消防\nA,是,无\nB,否,2022年处罚\nC,,√\nD,待查,否\n",
                                 InputKind::parcels, issues);
    EXPECT_EQ(flags(table, *table.find("sealed"), issues),
              (std::vector<std::int8_t>{1, 0, -1, -1}));
    EXPECT_EQ(first(issues, "flag_unreadable").place.row, 5);
    // A remark in a column of violations is one.
    EXPECT_EQ(flags(table, *table.find("violation_fire"), issues),
              (std::vector<std::int8_t>{0, 1, 1, 0}));
}

TEST(Choices, ReadTheProgramsWordsAndThoseOfTables)
{
    std::vector<Issue> issues;
    const Table table = table_of("企业名称,规上/规下\n甲,规上\n乙,规下\n丙,below_scale\n丁,大\n",
                                 InputKind::enterprises, issues);
    const auto sizes = choices(table, *table.find("size"), issues);
    const auto& values = field("size").values;
    EXPECT_EQ(values[static_cast<std::size_t>(sizes[0])].key, "above_scale");
    EXPECT_EQ(values[static_cast<std::size_t>(sizes[1])].key, "below_scale");
    EXPECT_EQ(sizes[2], sizes[1]);
    EXPECT_EQ(sizes[3], -1);
    EXPECT_EQ(first(issues, "choice_unknown").place.row, 5);
}

TEST(Sets, ReadSeveralMembersAndNone)
{
    std::vector<Issue> issues;
    const Table table =
        table_of("ZDDM,违法违规情况\nA,安全、环保\nB,无\nC,\nD,其他\n", InputKind::parcels, issues);
    const auto bits = sets(table, *table.find("violations"), issues);
    EXPECT_EQ(__builtin_popcount(bits[0]), 2);
    EXPECT_EQ(bits[1], 0U); // checked, nothing found
    EXPECT_EQ(bits[2], k_no_set);
    EXPECT_EQ(bits[3], k_no_set);
    EXPECT_EQ(first(issues, "set_unknown").place.row, 5);
}

TEST(ParseRange, ReadsBoundsAsTablesWriteThem)
{
    const auto bounds = [](std::string_view text) {
        const auto range = parse_range(text);
        return range ? fmt::format("{} {}", range->low, range->high) : std::string{"none"};
    };
    EXPECT_EQ(bounds("1.5"), "1.5 1.5");
    EXPECT_EQ(bounds("1.0-2.0"), "1 2");
    EXPECT_EQ(bounds("1.0～2.0"), "1 2");
    EXPECT_EQ(bounds("≥1.5"), "1.5 nan");
    EXPECT_EQ(bounds("不低于1.5"), "1.5 nan");
    EXPECT_EQ(bounds("1.2以上"), "1.2 nan");
    EXPECT_EQ(bounds("≤2.0"), "nan 2");
    EXPECT_EQ(bounds(">1.0，≤2.0"), "1 2");
    EXPECT_EQ(bounds("1.0≤容积率≤2.0"), "1 2");
    EXPECT_EQ(bounds("见合同"), "none");
    EXPECT_EQ(bounds("2.0-1.0"), "none");
}

TEST(Values, RefuseAColumnOfAnotherType)
{
    std::vector<Issue> issues;
    const Table table = table_of("ZDDM,QLR\nA,甲\n", InputKind::parcels, issues);
    EXPECT_THROW((void)numbers(table, *table.find("holder"), issues), std::logic_error);
}

} // namespace
} // namespace tenglong::geo
