#include "core/tables/result_column.hpp"

#include "core/tables/cell_text.hpp"
#include "core/tables/declare.hpp"
#include "core/tables/dictionaries.hpp"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <stdexcept>

namespace tenglong {
namespace {

using namespace columns;

TEST(ResultColumn, TellsAMissingCellFromZeroAndFromAnEmptyText)
{
    ResultColumn tax{number("tax_wan", "SS", "wan", {"税收", "tax"})};
    tax.add_number(0.0);
    tax.add_missing();
    EXPECT_TRUE(tax.present(0));
    EXPECT_EQ(tax.number(0), 0.0);
    EXPECT_FALSE(tax.present(1));

    ResultColumn flags{code("flags", "WTLX", {"问题类型", "flags"}).many()};
    flags.add_codes({});
    flags.add_missing();
    EXPECT_TRUE(flags.present(0));
    EXPECT_TRUE(flags.codes(0).empty());
    EXPECT_FALSE(flags.present(1));
}

TEST(ResultColumn, KeepsCellsOfEveryTypeInOrder)
{
    ResultColumn days{date("date", "RQ", {"日期", "date"})};
    ResultColumn answers{yes_no("holds", "PH", {"平衡", "holds"})};
    ResultColumn counts{count("n", "N", {"数", "count"})};
    // More than a byte of bits, so that the borders of bytes are crossed.
    for (int i = 0; i < 20; ++i) {
        days.add_date(Date::from_days(i * 1000));
        answers.add_yes_no(i % 3 == 0);
        counts.add_integer(i * 10'000'000'000);
        days.add_missing();
        answers.add_missing();
        counts.add_missing();
    }
    for (std::size_t i = 0; i < 20; ++i) {
        EXPECT_EQ(days.date(2 * i), Date::from_days(static_cast<int>(i) * 1000));
        EXPECT_EQ(answers.yes_no(2 * i), i % 3 == 0);
        EXPECT_EQ(counts.integer(2 * i), static_cast<std::int64_t>(i) * 10'000'000'000);
        EXPECT_TRUE(answers.present(2 * i));
        EXPECT_FALSE(answers.present(2 * i + 1));
    }
}

TEST(ResultColumn, HasTheBuffersOfArrow)
{
    ResultColumn names{text("holder", "QLR", {"权利人", "holder"})};
    names.add_text("甲");
    names.add_missing();
    names.add_text("ab");
    names.add_text("甲");
    names.add_text("");

    // By hand, from the Arrow columnar format: a dictionary has an index a row, its large_utf8 one
    // offset more than texts, validity bits count from the lowest. Text 0 is empty.
    EXPECT_EQ(std::vector<std::uint32_t>(names.texts().begin(), names.texts().end()),
              (std::vector<std::uint32_t>{1, 0, 2, 1, 0}));
    EXPECT_EQ(std::vector<std::int64_t>(names.text_offsets().begin(), names.text_offsets().end()),
              (std::vector<std::int64_t>{0, 0, 3, 5}));
    EXPECT_EQ(names.text_bytes(), "甲ab");
    ASSERT_EQ(names.validity().size(), 1U);
    EXPECT_EQ(names.validity()[0], 0b11101);
}

// More different texts than are looked through, in both kinds of column.
TEST(ResultColumn, KeepsATextThatRepeatsOnceAndEveryOtherAsItIs)
{
    ResultColumn towns{text("town", "XZMC", {"镇街", "town"})};
    ResultColumn codes{text("code", "DM", {"代码", "code"})};
    constexpr int k_rows = 9000;
    for (int i = 0; i < k_rows; ++i) {
        towns.add_text(i % 3 == 0 ? "店口镇" : "枫桥镇");
        codes.add_text(std::to_string(i));
    }
    EXPECT_EQ(towns.text_bytes(), "店口镇枫桥镇");
    for (int i = 0; i < k_rows; ++i) {
        ASSERT_EQ(codes.text(static_cast<std::size_t>(i)), std::to_string(i));
    }
    towns.clear();
    towns.add_text("店口镇");
    EXPECT_EQ(towns.size(), 1U);
    EXPECT_EQ(towns.text(0), "店口镇");
}

TEST(ResultColumn, RefusesACellOfAnotherTypeAndNumbersThatAreNone)
{
    ResultColumn tax{number("tax_wan", "SS", "wan", {"税收", "tax"})};
    EXPECT_THROW(tax.add_text("5"), std::invalid_argument);
    EXPECT_THROW(tax.add_integer(5), std::invalid_argument);
    EXPECT_THROW(tax.add_number(std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
    EXPECT_THROW(tax.add_number(std::numeric_limits<double>::infinity()), std::invalid_argument);
    EXPECT_EQ(tax.size(), 0U);

    ResultColumn status{code("status", "ZT", {"状态", "status"})};
    const std::array<std::string_view, 2> two{"a", "b"};
    EXPECT_THROW(status.add_codes(two), std::invalid_argument);
    EXPECT_EQ(status.size(), 0U);
}

TEST(ResultColumn, MendsWhatNoFormatCanHold)
{
    ResultColumn holder{text("holder", "QLR", {"权利人", "holder"})};
    holder.add_text(std::string_view{"A\0B", 3});
    holder.add_text("\xB5\xA5"); // 单 in GBK
    holder.add_text("㙍");

    EXPECT_EQ(holder.text(0), "A\xEF\xBF\xBD"
                              "B");
    EXPECT_EQ(holder.text(1), "\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(holder.text(2), "㙍");
}

TEST(CellText, IsExactForProgramsAndRoundForPeople)
{
    ResultColumn area{number("area_mu", "MJ", "mu", {"面积", "area"})};
    area.add_number(100000.0 / 3.0);
    EXPECT_EQ(plain_text(area, 0), "33333.333333333336");
    EXPECT_EQ(shown_text(area, 0, Lang::zh), "33333.33");

    ResultColumn share{number("share", "ZB", "one", {"占比", "share"}).percent()};
    share.add_number(0.356);
    EXPECT_EQ(plain_text(share, 0), "0.356");
    EXPECT_EQ(shown_text(share, 0, Lang::zh), "35.6%");
}

TEST(CellText, ShowsTheLabelsOfCodesAndLeavesUnknownOnes)
{
    ResultColumn flags{code("flags", "WTLX", {"问题类型", "flags"}).words(status_words()).many()};
    const std::array<std::string_view, 3> three{"low_plot_ratio", "violation", "local_rule"};
    flags.add_codes(three);
    flags.add_missing();

    EXPECT_EQ(plain_text(flags, 0), "low_plot_ratio,violation,local_rule");
    EXPECT_EQ(shown_text(flags, 0, Lang::zh), "低容积率、违法违规、local_rule");
    EXPECT_EQ(shown_text(flags, 0, Lang::en), "low plot ratio, violation, local_rule");
    EXPECT_EQ(shown_text(flags, 1, Lang::zh), "");
}

} // namespace
} // namespace tenglong
