#include "geo/read/workbook.hpp"

#include "core/base/error.hpp"
#include "geo/read/read_table.hpp"
#include "geo/read/values.hpp"
#include "geo/read/xlsx.hpp"
#include "tests/geo/read/support.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {
namespace {

using test::count;
using test::first;
using test::Folder;
using test::texts;
using Names = std::vector<std::string>;

TableRequest enterprises(const std::string& path)
{
    TableRequest request;
    request.path = path;
    return request;
}

TEST(Workbook, ReadsSharedInlineAndComputedTexts)
{
    const Folder folder;
    const std::string path = folder.xlsx(
        "a.xlsx",
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)"
        R"(<row r="3"><c r="A3" t="inlineStr"><is><t>甲</t></is></c><c r="B3"><f>1+2</f><v>3</v></c></row>)"
        R"(<row r="4"><c r="A4" t="str"><f>A3</f><v>乙</v></c><c r="B4"><f>B3</f></c></row>)");
    std::vector<Issue> issues;
    const Table table = read_table(enterprises(path), issues);
    EXPECT_EQ(texts(table, "name"), (Names{"甲", "乙"}));
    EXPECT_EQ(table.row_number(0), 3);
    EXPECT_EQ(texts(table, "land_stated_mu"), (Names{"3", ""}));
    // A formula that nobody computed is not zero.
    EXPECT_EQ(first(issues, "formula_without_value").text.en.find("B4") != std::string::npos, true);
}

TEST(Workbook, ReadsDatesByTheirStyleFrom1900And1904)
{
    const Folder folder;
    constexpr std::string_view k_rows =
        R"(<row r="1"><c t="inlineStr"><is><t>企业名称</t></is></c><c t="inlineStr"><is><t>投产时间</t></is></c></row>)"
        R"(<row r="2"><c t="inlineStr"><is><t>甲</t></is></c><c s="1"><v>44256</v></c></row>)"
        R"(<row r="3"><c t="inlineStr"><is><t>乙</t></is></c><c s="2"><v>44256.75</v></c></row>)"
        R"(<row r="4"><c t="inlineStr"><is><t>丙</t></is></c><c s="3"><v>44256</v></c></row>)";
    std::vector<Issue> issues;
    const Table table = read_table(enterprises(folder.xlsx("a.xlsx", k_rows)), issues);
    // 44256 is 2021-03-01 in Excel; with 1904 dates it is 4 years and 1 day later.
    EXPECT_EQ(texts(table, "production_start"),
              (Names{"2021-03-01", "2021-03-01 18:00:00", "44256"}));
    const Table mac = read_table(
        enterprises(folder.xlsx("b.xlsx", k_rows, {}, R"(<workbookPr date1904="1"/>)")), issues);
    EXPECT_EQ(texts(mac, "production_start")[0], "2025-03-02");
}

TEST(Workbook, ReportsDamagedCodesAndErrorCells)
{
    const Folder folder;
    const std::string path = folder.xlsx(
        "a.xlsx",
        R"(<row r="1"><c t="inlineStr"><is><t>统一社会信用代码</t></is></c><c t="inlineStr"><is><t>企业名称</t></is></c><c t="inlineStr"><is><t>税收（万元）</t></is></c></row>)"
        R"(<row r="2"><c><v>330681198001011234</v></c><c t="inlineStr"><is><t>甲</t></is></c><c t="e"><v>#N/A</v></c></row>)"
        R"(<row r="3"><c><v>330681000012345</v></c><c t="inlineStr"><is><t>乙</t></is></c><c><v>0.30000000000000004</v></c></row>)");
    std::vector<Issue> issues;
    const Table table = read_table(enterprises(path), issues);
    EXPECT_EQ(texts(table, "credit_code"), (Names{"", "330681000012345"}));
    EXPECT_EQ(texts(table, "tax_wan"), (Names{"", "0.3"}));
    EXPECT_EQ(first(issues, "code_damaged").place, (Place{path, "表1", 2}));
    EXPECT_EQ(first(issues, "cell_error").place.row, 2);
}

TEST(Workbook, SpreadsMergedTextsButNotMergedNumbers)
{
    const Folder folder;
    const auto text = [](std::string_view value) {
        return fmt::format(R"(<c t="inlineStr"><is><t>{}</t></is></c>)", value);
    };
    const std::string path = folder.xlsx(
        "a.xlsx",
        R"(<row r="1">)" + text("企业名称") + text("宗地代码") + text("税收（万元）") + "</row>" +
            R"(<row r="2">)" + text("甲") + text("A1") + "<c><v>12</v></c></row>" +
            R"(<row r="3"><c r="B3" t="inlineStr"><is><t>A2</t></is></c></row>)",
        R"(<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C2:C3"/></mergeCells>)");
    std::vector<Issue> issues;
    const Table table = read_table(enterprises(path), issues);
    EXPECT_EQ(texts(table, "name"), (Names{"甲", "甲"}));
    EXPECT_EQ(texts(table, "tax_wan"), (Names{"12", ""})); // 12 in all, not 24
}

TEST(Workbook, ReadsMergedHeadersOfTwoRows)
{
    const Folder folder;
    const auto text = [](std::string_view at, std::string_view value) {
        return fmt::format(R"(<c r="{}" t="inlineStr"><is><t>{}</t></is></c>)", at, value);
    };
    const std::string path = folder.xlsx(
        "a.xlsx",
        R"(<row r="1">)" + text("A1", "企业名称") + text("B1", "自有土地") +
            text("D1", "承租土地") + "</row>" + R"(<row r="2">)" + text("B2", "面积（亩）") +
            text("C2", "坐落") + text("D2", "面积（亩）") + "</row>" + R"(<row r="3">)" +
            text("A3", "甲") + R"(<c r="B3"><v>3</v></c><c r="D3"><v>4</v></c></row>)",
        R"(<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>)");
    std::vector<Issue> issues;
    const Table table = read_table(enterprises(path), issues);
    EXPECT_EQ(texts(table, "name"), Names{"甲"});
    EXPECT_EQ(texts(table, "land_own_mu"), Names{"3"});
    EXPECT_EQ(texts(table, "land_in_mu"), Names{"4"});
}

TEST(Workbook, RefusesWhatIsBrokenEmptyOrLocked)
{
    const Folder folder;
    std::vector<Issue> issues;
    EXPECT_THROW((void)read_table(enterprises(folder.xlsx("empty.xlsx", "")), issues), Error);
    EXPECT_THROW((void)read_table(
                     enterprises(folder.zip(
                         "no_sheet.xlsx",
                         {{"[Content_Types].xml", "<Types/>"},
                          {"xl/workbook.xml",
                           R"(<workbook><sheets><sheet name="x" id="r1"/></sheets></workbook>)"}})),
                     issues),
                 Error);
    EXPECT_THROW((void)read_table(enterprises(folder.xlsx("cut.xlsx", "<row><c><v>1")), issues),
                 Error);
    EXPECT_THROW(
        (void)read_table(enterprises(folder.write("locked.xlsx", "\xD0\xCF\x11\xE0 E\0n\0c\0")),
                         issues),
        Error);
    EXPECT_THROW(
        (void)read_table(enterprises(folder.write("page.xls", "<html><table></table>")), issues),
        Error);
    // A type declaration can make a small file large.
    EXPECT_THROW(
        (void)read_table(
            enterprises(folder.zip(
                "bomb.xlsx", {{"[Content_Types].xml", "<Types/>"},
                              {"xl/workbook.xml",
                               R"(<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook>&b;</workbook>)"}})),
            issues),
        Error);
}

TEST(Workbook, ReadsATextThatCallsItselfASpreadsheet)
{
    const Folder folder;
    std::vector<Issue> issues;
    const Table table =
        read_table(enterprises(folder.write("a.xls", "企业名称\t税收（万元）\n甲\t1\n")), issues);
    EXPECT_EQ(table.rows(), 1U);
    EXPECT_EQ(count(issues, "name_misleading"), 1U);
}

TEST(IsDateFormat, KnowsDatesFromColoursAndQuotes)
{
    EXPECT_TRUE(is_date_format("yyyy/m/d"));
    EXPECT_TRUE(is_date_format("[$-F800]dddd"));
    EXPECT_TRUE(is_date_format("yyyy\"年\""));
    EXPECT_FALSE(is_date_format("[Red]0.00"));
    EXPECT_FALSE(is_date_format("0.00\"day\""));
    EXPECT_FALSE(is_date_format("General"));
    EXPECT_FALSE(is_date_format("#,##0_d"));
}

TEST(DateOfSerial, AgreesWithExcelAroundItsFalseLeapDay)
{
    EXPECT_EQ(date_of_serial(1, false), "1900-01-01");
    EXPECT_EQ(date_of_serial(59, false), "1900-02-28");
    EXPECT_EQ(date_of_serial(61, false), "1900-03-01");
    EXPECT_EQ(date_of_serial(-1, false), "-1");
    EXPECT_EQ(date_of_serial(1e300, false).substr(0, 2), "1e");
}

TEST(ShownSpreadsheetNumber, Has15DigitsAndNoExponentInWholeNumbers)
{
    EXPECT_EQ(shown_spreadsheet_number(0.1 + 0.2), "0.3");
    EXPECT_EQ(shown_spreadsheet_number(330681000012345.0), "330681000012345");
    EXPECT_EQ(shown_spreadsheet_number(-2.0), "-2");
}

} // namespace
} // namespace tenglong::geo
