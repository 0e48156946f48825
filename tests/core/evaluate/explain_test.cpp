#include "core/evaluate/explain.hpp"

#include "tests/core/evaluate/published_schemes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

[[nodiscard]] ScoreItem tax_item()
{
    ScoreItem item = testing::ratio_item("tax_per_mu", 30, 24.097);
    item.label = {"亩均税收", "tax per mu"};
    return item;
}

/// The first item's sentence for a scheme of that one item and one subject.
[[nodiscard]] Text sentence(const ScoreItem& item, double value)
{
    Scheme scheme;
    scheme.items = {item};
    const ScoreTable table = testing::Table{{{value}}}.scored(scheme);
    return explain(item, table.items_of(0)[0]);
}

TEST(ExplainItem, NamesValueBaselineAndPoints)
{
    // 12 / 24.097 × 30 = 14.93962...
    EXPECT_EQ(sentence(tax_item(), 12).en,
              "tax per mu: value 12, baseline 24.097, 14.9396 of 30 points");
    EXPECT_EQ(sentence(tax_item(), 12).zh,
              "亩均税收：数值12，基准值24.097，得14.9396分（满分30分）");
}

TEST(ExplainItem, NamesTheRuleThatChangedThePoints)
{
    ScoreItem item = tax_item();
    item.cap = 1.0;
    item.missing = MissingRule::zero;
    item.zero_is_missing = true;

    EXPECT_EQ(sentence(item, 50).en,
              "tax per mu: value 50, baseline 24.097, 30 of 30 points (cut to the highest points)");
    EXPECT_EQ(sentence(item, 0).en,
              "tax per mu: zero, which counts as no value, 0 points (no points)");
    item.missing = MissingRule::undecided;
    EXPECT_EQ(sentence(item, 0).en, "tax per mu: zero, which counts as no value (undecided)");
}

TEST(ExplainItem, NamesTheRangeOfAMinMaxItem)
{
    ScoreItem item = tax_item();
    item.family = ScoreFamily::min_max;
    item.weight = 45;
    item.least = 0;
    item.greatest = 40;

    EXPECT_EQ(sentence(item, 10).en, "tax per mu: value 10, range 0 to 40, 18 of 45 points");
}

TEST(ExplainOverride, NamesBothClasses)
{
    Scheme scheme = testing::two_indicators(1, 1);
    testing::cut_at_20_60_95(scheme);
    scheme.overrides = {
        {"safety", {"较大事故", "serious accident"}, {}, "accident", OverrideKind::veto, "D", 1}};

    EXPECT_EQ(explain(scheme, {0, true, 0, 3}).en, "serious accident: from A to D");
    EXPECT_EQ(explain(scheme, {0, true, {}, 3}).zh, "较大事故：由未判定调整为D");
    EXPECT_EQ(explain(scheme, {0, false, 0, 0}).en, "serious accident: unknown, not applied");
}

TEST(ClassShown, IsTheLetterOrWhyThereIsNone)
{
    Scheme scheme = testing::two_indicators(1, 1);
    testing::cut_at_20_60_95(scheme);
    SubjectScore score;

    EXPECT_EQ(class_shown(scheme, score, false).en, "undecided");
    EXPECT_EQ(class_shown(scheme, score, true).en, "not ranked");
    scheme.unranked_letter = "T";
    EXPECT_EQ(class_shown(scheme, score, true).en, "T");
    score.class_after = 1;
    EXPECT_EQ(class_shown(scheme, score, false).en, "B");
}

} // namespace
} // namespace tenglong
