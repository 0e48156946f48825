#include "core/rules/describe.hpp"

#include "tests/support/test_profile.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

Text described(const std::string& when)
{
    const auto profile = testing::profile_with(when);
    const RuleSet& rules = profile->rules_for(SubjectKind::parcel);
    return describe(rules.rules()[*rules.find("it")].condition, rules);
}

TEST(Describe, JoinsConditionsInWords)
{
    const Text text = described(R"({ all = [
        { fact = "plot_ratio", below = 1.5 },
        { any = [{ fact = "class", in = ["C", "D"] }, { fact = "sealed", is = true }] } ] })");
    EXPECT_EQ(text.zh, "容积率低于 1.5，且（评价档次属于：C、D，或司法查封：是）");
    EXPECT_EQ(text.en,
              "plot ratio is below 1.5, and (class is one of C, D, or judicially sealed: yes)");
}

TEST(Describe, TellsAConditionByItsOwnWords)
{
    const Text text = described(R"({ all = [
        { none = [{ fact = "sealed", is = true }], zh = "未被查封", en = "not sealed" },
        { fact = "industry_code", starts_with = ["17"] } ] })");
    EXPECT_EQ(text.zh, "未被查封，且行业代码开头为：17");
    EXPECT_EQ(text.en, "not sealed, and industry code is under 17");
}

TEST(Describe, KeepsTheComparisonWhereItsWordsWaitForAValue)
{
    const Text text = described(
        R"({ fact = "plot_ratio", below = 1.5, zh = "仅 {plot_ratio}", en = "only {plot_ratio}" })");
    EXPECT_EQ(text.zh, "容积率低于 1.5");
}

TEST(Describe, LeavesOutThatAFactIsGivenWhereItIsTested)
{
    EXPECT_EQ(described(R"({ all = [
        { fact = "agreed_plot_ratio", known = true },
        { fact = "plot_ratio", below = "agreed_plot_ratio" } ] })")
                  .zh,
              "容积率低于 约定容积率");
    EXPECT_EQ(described(R"({ all = [
        { fact = "contract_date", known = true },
        { fact = "plot_ratio", below = 1.5 } ] })")
                  .zh,
              "合同签订日期：已填报，且容积率低于 1.5");
}

} // namespace
} // namespace tenglong
