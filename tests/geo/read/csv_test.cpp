#include "geo/read/csv.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tenglong::geo {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows(const Grid& grid)
{
    Rows result;
    for (std::size_t row = 0; row < grid.rows(); ++row) {
        result.emplace_back();
        for (std::size_t column = 0; column < grid.width(row); ++column) {
            result.back().emplace_back(grid.text(row, column));
        }
    }
    return result;
}

Rows parsed(std::string_view text)
{
    return rows(parse_csv(text).grid);
}

TEST(ParseCsv, SplitsCommasTabsSemicolonsAndBars)
{
    const Rows expected{{"代码", "名称"}, {"1", "甲"}};
    EXPECT_EQ(parsed("代码,名称\n1,甲\n"), expected);
    EXPECT_EQ(parsed("代码\t名称\r\n1\t甲\r\n"), expected);
    EXPECT_EQ(parsed("代码;名称\n1;甲"), expected);
    EXPECT_EQ(parsed("代码|名称\r1|甲\r"), expected);
}

TEST(ParseCsv, KeepsDelimitersAndLineBreaksInsideQuotes)
{
    EXPECT_EQ(parsed("a,b\n\"x,\"\"y\"\"\nz\",2\n"), (Rows{{"a", "b"}, {"x,\"y\"\nz", "2"}}));
    EXPECT_EQ(parsed("a,b\n\"\",2\n"), (Rows{{"a", "b"}, {"", "2"}}));
}

TEST(ParseCsv, TakesAQuoteThatNeverClosesAsACharacterAndSaysWhere)
{
    const CsvText csv = parse_csv("a,b\n1,2\n\"3,4\n5,6\n");
    EXPECT_EQ(rows(csv.grid), (Rows{{"a", "b"}, {"1", "2"}, {"\"3", "4"}, {"5", "6"}}));
    ASSERT_EQ(csv.issues.size(), 1U);
    EXPECT_EQ(csv.issues[0].kind, "quote_unclosed");
    EXPECT_EQ(csv.issues[0].place.row, 3);
}

TEST(ParseCsv, KeepsAQuoteInTheMiddleOfAText)
{
    EXPECT_EQ(parsed("a,b\n3\" pipe,\"a\"b\",1\n"), (Rows{{"a", "b"}, {"3\" pipe", "a\"b", "1"}}));
}

TEST(ParseCsv, CountsBlankLinesAsASpreadsheetProgramDoes)
{
    const Grid grid = parse_csv("a,b\n\n\n1,2\n").grid;
    ASSERT_EQ(grid.rows(), 2U);
    EXPECT_EQ(grid.row_number(1), 4);
}

TEST(ParseCsv, UnwrapsCodesThatWereSavedFromASpreadsheet)
{
    // ="007" and a tab behind are how exports keep Excel from eating zeros and digits.
    EXPECT_EQ(parsed("code,n\n=\"007\",1\n\"=\"\"008\"\"\",2\n009\t,3\n"),
              (Rows{{"code", "n"}, {"007", "1"}, {"008", "2"}, {"009", "3"}}));
}

TEST(ParseCsv, ReadsGbkBomAndUtf16)
{
    const Rows expected{{"名称", "亩"}, {"甲", "1"}};
    EXPECT_EQ(parsed("\xEF\xBB\xBF名称,亩\n甲,1\n"), expected);
    // GBK: 名 C3FB, 称 B3C6, 亩 C4B6, 甲 BCD7.
    const CsvText gbk = parse_csv("\xC3\xFB\xB3\xC6,\xC4\xB6\n\xBC\xD7,1\n");
    EXPECT_EQ(rows(gbk.grid), expected);
    EXPECT_EQ(gbk.encoding, Encoding::gb18030);
    // UTF-16 LE with a mark: 甲 is U+7532.
    using std::string_literals::operator""s;
    EXPECT_EQ(parsed("\xFF\xFE"
                     "a\0,\0b\0\n\0\x32\x75,\0"
                     "1\0"s),
              (Rows{{"a", "b"}, {"甲", "1"}}));
}

TEST(ParseCsv, KeepsRaggedRows)
{
    EXPECT_EQ(parsed("a,b,c\n1,2\n1,2,3,4\n"),
              (Rows{{"a", "b", "c"}, {"1", "2"}, {"1", "2", "3", "4"}}));
}

TEST(ParseCsv, IsNotMisledByCommasInATabbedTable)
{
    EXPECT_EQ(parsed("名称\t数\n甲,乙\t1\n丙,丁\t2\n").front(),
              (std::vector<std::string>{"名称", "数"}));
}

TEST(ParseCsv, GivesNoRowsForNothing)
{
    EXPECT_TRUE(parsed("").empty());
    EXPECT_TRUE(parsed("\n\r\n\n").empty());
}

TEST(ParseCsv, RefusesWhatIsNoText)
{
    using std::string_literals::operator""s;
    EXPECT_THROW((void)parse_csv("PK\x03\x04rest"), Error);
    EXPECT_THROW((void)parse_csv("\xD0\xCF\x11\xE0rest"), Error);
    EXPECT_THROW((void)parse_csv("ab\0cd"s), Error);
    EXPECT_THROW((void)parse_csv("abc\xFF\xFF\xFF,1"), Error);
}

TEST(ReadCsv, NamesTheFileThatWasMeant)
{
    try {
        (void)read_csv("tests/geo/read/csv_tst.cpp");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.text().en, "there is no file 'tests/geo/read/csv_tst.cpp'; did you mean "
                                   "'csv_test.cpp'?");
    }
}

} // namespace
} // namespace tenglong::geo
