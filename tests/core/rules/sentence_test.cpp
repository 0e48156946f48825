#include "core/rules/sentence.hpp"

#include "tests/support/parcel_facts.hpp"
#include "tests/support/test_profile.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::Facts;
using testing::profile_with;

Text said(const Profile& profile, Facts& facts)
{
    const RuleSet& rules = profile.rules_for(SubjectKind::parcel);
    const Evaluator evaluator{rules, facts.table()};
    return sentence(explain(evaluator, *rules.find("it"), 0), rules);
}

constexpr const char* k_two = R"({ any = [
    { fact = "tax_per_mu", below = "5 wan_per_mu" },
    { fact = "plot_ratio", below = "fig.least" } ] })";
constexpr const char* k_default_figure = R"(
[figures.least]
zh = "最低容积率"
en = "least plot ratio"
set = false
default = "1.0"
clause = "2"
note_zh = "默认"
note_en = "default"
)";

TEST(Sentence, NamesOnlyWhatDecided)
{
    const auto profile = profile_with(k_two, k_default_figure);
    Facts facts{*profile->catalogue};
    facts.put("tax_per_mu", 0, 3.2).put("plot_ratio", 0, 1.2);
    EXPECT_EQ(said(*profile, facts).zh, "亩均税收 3.2 万元/亩，低于 5 万元/亩（测试方案 1）");
    EXPECT_EQ(said(*profile, facts).en,
              "tax per mu 3.2 wan yuan/mu is below 5 wan yuan/mu (Test plan 1)");
}

TEST(Sentence, SaysWhenTheDocumentSetsNoFigure)
{
    const auto profile = profile_with(k_two, k_default_figure);
    Facts facts{*profile->catalogue};
    facts.put("tax_per_mu", 0, 9.0).put("plot_ratio", 0, 0.8);
    EXPECT_EQ(said(*profile, facts).zh,
              "容积率 0.8，低于 1（测试方案 2；文件未规定数值，按默认值）");
}

TEST(Sentence, TellsWhyItDoesNotHold)
{
    const auto profile = profile_with(k_two, k_default_figure);
    Facts facts{*profile->catalogue};
    facts.put("tax_per_mu", 0, 9.0).put("plot_ratio", 0, 1.2);
    EXPECT_EQ(said(*profile, facts).zh,
              "亩均税收 9 万元/亩，不低于 5 万元/亩（测试方案 1）；容积率 1.2，不低于 "
              "1（测试方案 2；文件未规定数值，按默认值）");
}

TEST(Sentence, NamesTheFactsThatWouldDecide)
{
    const auto profile = profile_with(k_two, k_default_figure);
    Facts facts{*profile->catalogue};
    facts.put("tax_per_mu", 0, 9.0);
    EXPECT_EQ(said(*profile, facts).zh, "无法判定“某问题”：缺少容积率");
    EXPECT_EQ(said(*profile, facts).en, "'some problem' cannot be decided: missing plot ratio");
}

TEST(Sentence, ShowsTheDayThatFollowsFromAFact)
{
    const auto profile = profile_with(R"({ fact = "as_of", after = "agreed_start + 1 year" })");
    Facts facts{*profile->catalogue};
    facts.table().set_as_of(Date(2023, 1, 1));
    facts.put("agreed_start", 0, Date(2021, 2, 28));
    EXPECT_EQ(said(*profile, facts).zh,
              "评估基准日 2023-01-01，晚于 2022-02-28（约定动工日期 + 1 年）（测试方案 1）");
}

TEST(Sentence, UsesTheProfilesOwnWords)
{
    const auto profile = profile_with(
        R"({ fact = "violations", has_any = ["fire"], zh = "存在{violations}问题", en = "has {violations}" })");
    Facts facts{*profile->catalogue};
    facts.put("violations", 0, std::vector<std::string>{"fire"});
    EXPECT_EQ(said(*profile, facts).en, "has fire safety (Test plan 1)");
}

TEST(Sentence, LeavesOutToWhomTheRuleAppliesUnlessThatIsWhyItDoesNot)
{
    const auto profile = profile_with(R"({ all = [
        { fact = "is_industrial", is = true, quiet = true },
        { fact = "tax_per_mu", below = "5 wan_per_mu" } ] })");
    Facts facts{*profile->catalogue};
    facts.put("tax_per_mu", 0, 3.2).put("is_industrial", 0, true);
    EXPECT_EQ(said(*profile, facts).zh, "亩均税收 3.2 万元/亩，低于 5 万元/亩（测试方案 1）");
    facts.put("is_industrial", 0, false);
    EXPECT_EQ(said(*profile, facts).zh, "工业用地：否（测试方案 1）");
}

TEST(Sentence, ASharedConditionKeepsItsOwnWords)
{
    const auto profile = profile_with(R"({ use = "low" })", R"x(
[conditions.low]
fact = "tax_per_mu"
below = "5 wan_per_mu"
zh = "税收偏低：{tax_per_mu}"
en = "low tax: {tax_per_mu}"
)x");
    Facts facts{*profile->catalogue};
    facts.put("tax_per_mu", 0, 3.2);
    EXPECT_EQ(said(*profile, facts).zh, "税收偏低：3.2 万元/亩（测试方案 1）");
}

TEST(Sentence, SaysThatADefaultStoodInForAMissingFact)
{
    const auto profile =
        profile_with(R"x({ value = "default(government_delay_days, 0 day)", below = "30 day" })x");
    Facts facts{*profile->catalogue};
    EXPECT_EQ(said(*profile, facts).zh,
              "政府原因延误时间 0 天，低于 30 天（缺失值按默认值计）（测试方案 1）");
}

TEST(Evidence, KeepsValuesOriginsFigureAndClause)
{
    const auto profile = profile_with(k_two, k_default_figure);
    Facts facts{*profile->catalogue};
    facts.put("tax_per_mu", 0, 3.2).put("plot_ratio", 0, 0.8);
    const RuleSet& rules = profile->rules_for(SubjectKind::parcel);
    const Evaluator evaluator{rules, facts.table()};

    const Verdict verdict = explain(evaluator, *rules.find("it"), 0);
    const auto found = leaves(verdict.evidence);

    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0]->facts.at(0).value->en, "3.2 wan yuan/mu");
    EXPECT_EQ(found[0]->facts.at(0).origin.note.en, "test");
    EXPECT_EQ(found[0]->citation, (Citation{"plan", "1"}));
    EXPECT_EQ(found[1]->figures.at(0)->key, "least");
    EXPECT_FALSE(found[1]->limit_set);
    EXPECT_EQ(found[1]->citation, (Citation{"plan", "2"}));
}

} // namespace
} // namespace tenglong
