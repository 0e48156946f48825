#include "core/codes/code_text.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using Codes = std::vector<std::string>;

TEST(CodeText, FoldsWhatTablesAdd)
{
    EXPECT_EQ(normalized_code("　３３０６８１ 001002\tgb00012\r\n"), "330681001002GB00012");
    EXPECT_EQ(normalized_code("'913306817000000010"), "913306817000000010");
    EXPECT_EQ(normalized_code("\xEF\xBB\xBF"
                              "9133\xE2\x80\x8B"
                              "0681\xC2\xA0"),
              "91330681");
    EXPECT_EQ(normalized_code("ab\xFF"), "AB\xEF\xBF\xBD");
}

TEST(CodeText, KnowsTheMarksForNothing)
{
    for (const char* none : {"", "/", "-", "——", "无", "NULL", "N/A"}) {
        EXPECT_TRUE(says_nothing(none)) << none;
    }
    EXPECT_FALSE(says_nothing("0"));
    EXPECT_FALSE(says_nothing("无锡"));
}

TEST(CodeText, KnowsANumberThatASpreadsheetMade)
{
    EXPECT_TRUE(is_spreadsheet_number("3.30681E+17"));
    EXPECT_TRUE(is_spreadsheet_number("9E+17"));
    EXPECT_FALSE(is_spreadsheet_number("3.30681E17"));
    EXPECT_FALSE(is_spreadsheet_number("E+17"));
    EXPECT_FALSE(is_spreadsheet_number("9133E+"));
}

TEST(CodeText, SplitsACellThatListsSeveralCodes)
{
    EXPECT_EQ(split_codes("330681001002GB00012、330681001002GB00013"),
              (Codes{"330681001002GB00012", "330681001002GB00013"}));
    EXPECT_EQ(split_codes(" a； b,\nc / d "), (Codes{"a", "b", "c", "d"}));
    EXPECT_EQ(split_codes("330681001002GB00012  330681001002GB00013"),
              (Codes{"330681001002GB00012", "330681001002GB00013"}));
}

TEST(CodeText, LeavesOneCodeWrittenApartWhole)
{
    EXPECT_EQ(split_codes("330681 001002 GB00012 F00010001"),
              (Codes{"330681 001002 GB00012 F00010001"}));
}

TEST(CodeText, FindsNoCodesInNothing)
{
    EXPECT_EQ(split_codes(" N/A "), Codes{});
    EXPECT_EQ(split_codes(",、;"), Codes{});
}

TEST(CodeText, CutsLongTextsBetweenCharacters)
{
    EXPECT_EQ(quoted_code("330681"), "330681");
    EXPECT_EQ(quoted_code(std::string(41, '9')), std::string(40, '9') + "…");
    std::string chinese;
    for (int i = 0; i < 50; ++i) {
        chinese += "宗";
    }
    EXPECT_EQ(code_length(quoted_code(chinese)), 41U);
}

} // namespace
} // namespace tenglong
