#include "tools/ledger/sheet_layout.hpp"

#include "core/tables/standard_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tenglong::tools {
namespace {

TEST(SheetLayout, BreaksLinesBetweenWordsAndBetweenChineseCharacters)
{
    EXPECT_EQ(lines_of("国有建设用地", 12), 1U);
    EXPECT_EQ(lines_of("国有建设用地", 11), 2U);
    EXPECT_EQ(lines_of("one two three", 7), 2U);
    EXPECT_EQ(lines_of("one two three", 6), 3U);
    EXPECT_EQ(lines_of("亩均税收\n（万元/亩）", 12), 2U);
    EXPECT_EQ(lines_of("", 5), 1U);
}

TEST(SheetLayout, ShowsColumnsOfItsLanguageAlone)
{
    const ResultTable table = indicators_table();
    const Sheet sheet{.table = &table};
    const SheetLayout zh = layout_of(sheet, Lang::zh);
    const SheetLayout en = layout_of(sheet, Lang::en);
    EXPECT_EQ(zh.columns.size(), en.columns.size());
    EXPECT_NE(zh.find("label"), nullptr);
    EXPECT_EQ(zh.find("label_en"), nullptr);
    EXPECT_EQ(en.find("label"), nullptr);
    EXPECT_EQ(zh.find("indicator"), nullptr); // a name for programs
}

TEST(SheetLayout, PagesBeginWithABandWhereBandsFit)
{
    const ResultTable table = base_list_table();
    const SheetLayout layout = layout_of({.table = &table, .frozen_columns = 5}, Lang::zh);
    ASSERT_FALSE(layout.page_starts.empty());
    for (const std::size_t start : layout.page_starts) {
        EXPECT_NE(layout.columns[start].cells->spec().group,
                  layout.columns[start - 1].cells->spec().group);
    }
}

} // namespace
} // namespace tenglong::tools
