#include "core/base/text.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

TEST(Text, TrimsEverySpaceThatTablesHold)
{
    EXPECT_EQ(trimmed(" \t\xE3\x80\x80\xC2\xA0 亩 \r\n"), "亩");
    EXPECT_EQ(trimmed("\xEF\xBB\xBF宗地"), "宗地");
    EXPECT_EQ(trimmed("   "), "");
    EXPECT_EQ(trimmed("\xE3\x80\x80\xE3\x80\x80"), "");
    EXPECT_EQ(trimmed("一\xC2\xA0\xE3\x80\x80"), "一"); // it ends in a byte of the wide space
    EXPECT_EQ(trimmed(""), "");
}

TEST(Text, TellsUtf8FromBrokenBytes)
{
    EXPECT_TRUE(is_utf8("腾笼 Tenglong 𠮷"));
    EXPECT_FALSE(is_utf8("\xCC\xDA\xC1\xFD")); // 腾笼 in GBK
    EXPECT_FALSE(is_utf8("\xC0\xAF"));         // overlong '/'
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));     // a surrogate
    EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80")); // above U+10FFFF
    EXPECT_FALSE(is_utf8("\xE8\x85"));         // cut
}

TEST(Text, FoldsFullWidthForms)
{
    EXPECT_EQ(to_half_width("用地面积（ｍ２）　Ａ"), "用地面积(m2) A");
}

TEST(Text, CountsSwapsAsOneEdit)
{
    EXPECT_EQ(edit_distance("tax_per_mu", "tax_pre_mu"), 1U);
    EXPECT_EQ(edit_distance("亩均税收", "亩均税"), 1U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(Text, NamesTheNearestWordOnlyIfItIsNear)
{
    const std::vector<std::string> words{"tax_per_mu", "plot_ratio", "area_m2"};

    EXPECT_EQ(nearest("tax_per_um", words), "tax_per_mu");
    EXPECT_EQ(nearest("PlotRatio", words), "plot_ratio");
    EXPECT_EQ(nearest("carbon", words), std::nullopt);
}

TEST(Text, MeasuresColumnsOnATerminal)
{
    EXPECT_EQ(display_width("亩均税收 3.2"), 12U);
}

} // namespace
} // namespace tenglong
