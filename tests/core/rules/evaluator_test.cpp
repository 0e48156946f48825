#include "core/rules/evaluator.hpp"

#include "tests/support/parcel_facts.hpp"
#include "tests/support/test_profile.hpp"

#include <gtest/gtest.h>

#include <random>

namespace tenglong {
namespace {

using testing::Facts;
using testing::profile_with;

constexpr Truth k_no = Truth::no;
constexpr Truth k_yes = Truth::yes;
constexpr Truth k_unknown = Truth::unknown;

/// The answers of the rule "it" for all subjects.
std::vector<Truth> judged(const Profile& profile, Facts& facts)
{
    const Evaluator evaluator{profile.rules_for(SubjectKind::parcel), facts.table()};
    const Verdicts verdicts = evaluator.evaluate();
    std::vector<Truth> answers;
    for (std::size_t row = 0; row < facts.table().rows(); ++row) {
        answers.push_back(verdicts.at(0, row));
    }
    return answers;
}

TEST(Evaluator, ComparesOnBothSidesOfALine)
{
    const auto compare = [](const char* how) {
        const auto profile = profile_with(std::string{"{ fact = \"plot_ratio\", "} + how + " }");
        Facts facts{*profile->catalogue, 4};
        facts.put("plot_ratio", 0, 1.4).put("plot_ratio", 1, 1.5).put("plot_ratio", 2, 1.6);
        return judged(*profile, facts);
    };
    using Answers = std::vector<Truth>;
    EXPECT_EQ(compare("below = 1.5"), (Answers{k_yes, k_no, k_no, k_unknown}));
    EXPECT_EQ(compare("at_most = 1.5"), (Answers{k_yes, k_yes, k_no, k_unknown}));
    EXPECT_EQ(compare("above = 1.5"), (Answers{k_no, k_no, k_yes, k_unknown}));
    EXPECT_EQ(compare("at_least = 1.5"), (Answers{k_no, k_yes, k_yes, k_unknown}));
    EXPECT_EQ(compare("equals = 1.5"), (Answers{k_no, k_yes, k_no, k_unknown}));
    EXPECT_EQ(compare("differs = 1.5"), (Answers{k_yes, k_no, k_yes, k_unknown}));
    EXPECT_EQ(compare("between = [1.5, 1.6]"), (Answers{k_no, k_yes, k_yes, k_unknown}));
    EXPECT_EQ(compare("between = [1.5, 1.6], ends = \"(]\""),
              (Answers{k_no, k_no, k_yes, k_unknown}));
    EXPECT_EQ(compare("known = true"), (Answers{k_yes, k_yes, k_yes, k_no}));
}

TEST(Evaluator, ComparesFiguresInTheUnitOfTheFact)
{
    // 50,000 yuan per mu are 5 wan per mu.
    const auto profile = profile_with(R"({ fact = "tax_per_mu", at_most = "50000 yuan_per_mu" })");
    Facts facts{*profile->catalogue, 2};
    facts.put("tax_per_mu", 0, 5.0).put("tax_per_mu", 1, 5.01);
    EXPECT_EQ(judged(*profile, facts), (std::vector<Truth>{k_yes, k_no}));
}

TEST(Evaluator, ComparesDatesByTheCalendar)
{
    const auto profile = profile_with(R"({ fact = "as_of", after = "agreed_start + 1 year" })");
    Facts facts{*profile->catalogue, 3};
    facts.table().set_as_of(Date(2022, 2, 28));
    facts.put("agreed_start", 0, Date(2021, 2, 27)).put("agreed_start", 1, Date(2021, 2, 28));
    EXPECT_EQ(judged(*profile, facts), (std::vector<Truth>{k_yes, k_no, k_unknown}));
}

TEST(Evaluator, MatchesCodesTextsAndSets)
{
    const auto in = profile_with(R"({ fact = "class", in = ["C", "D"] })");
    Facts classes{*in->catalogue, 3};
    classes.put("class", 0, "D").put("class", 1, "B");
    EXPECT_EQ(judged(*in, classes), (std::vector<Truth>{k_yes, k_no, k_unknown}));

    const auto prefix = profile_with(R"({ fact = "parcel_code", not_starts_with = ["3306"] })");
    Facts codes{*prefix->catalogue, 2};
    codes.put("parcel_code", 0, "330681001001GB00001").put("parcel_code", 1, "330281");
    EXPECT_EQ(judged(*prefix, codes), (std::vector<Truth>{k_no, k_yes}));

    const auto any = profile_with(R"({ fact = "violations", has_any = ["fire", "tax"] })");
    Facts sets{*any->catalogue, 4};
    sets.put("violations", 0, std::vector<std::string>{"energy", "fire"})
        .put("violations", 1, std::vector<std::string>{"energy"})
        .put("violations", 2, std::vector<std::string>{});
    EXPECT_EQ(judged(*any, sets), (std::vector<Truth>{k_yes, k_no, k_no, k_unknown}));
}

TEST(Evaluator, AnAnyThatAlreadyHoldsIsYesWhateverIsMissing)
{
    const auto profile = profile_with(R"({ any = [
        { fact = "tax_per_mu", below = "5 wan_per_mu" }, { fact = "class", equals = "D" } ] })");
    Facts facts{*profile->catalogue, 3};
    facts.put("class", 0, "D").put("class", 1, "A").put("class", 2, "A").put("tax_per_mu", 2, 9.0);
    EXPECT_EQ(judged(*profile, facts), (std::vector<Truth>{k_yes, k_unknown, k_no}));
}

TEST(Evaluator, GivesTheSameAnswersInChunksOfAnySizeAndAnyOrder)
{
    // 2,500 subjects: two whole chunks and a part of one; each answer is checked by hand here.
    const auto profile = profile_with(R"({ at_least = 2, of = [
        { fact = "tax_per_mu", below = "5 wan_per_mu" },
        { fact = "supplied", is = true },
        { fact = "area_m2", above = "10 mu" } ] })");
    constexpr std::size_t k_rows = 2500;
    Facts facts{*profile->catalogue, k_rows};
    std::mt19937 random{7}; // NOLINT: the same numbers every time
    std::vector<Truth> expected;
    for (std::size_t row = 0; row < k_rows; ++row) {
        std::size_t yes = 0;
        std::size_t unknown = 0;
        const auto put = [&](const char* fact, auto value, bool holds) {
            if (random() % 4 == 0) {
                ++unknown;
                return;
            }
            facts.put(fact, row, value);
            yes += holds ? 1U : 0U;
        };
        const double tax = static_cast<double>(random() % 10);
        const bool supplied = random() % 2 == 0;
        const double area = static_cast<double>(random() % 14'000);
        put("tax_per_mu", tax, tax < 5);
        put("supplied", supplied, supplied);
        put("area_m2", area, area > 20'000.0 / 3.0);
        expected.push_back(yes >= 2 ? k_yes : yes + unknown < 2 ? k_no : k_unknown);
    }
    EXPECT_EQ(judged(*profile, facts), expected);

    const Evaluator evaluator{profile->rules_for(SubjectKind::parcel), facts.table()};
    Verdicts backwards{1, k_rows};
    for (const std::size_t first : {2048U, 1024U, 0U}) {
        evaluator.evaluate_chunk(first, backwards);
    }
    for (std::size_t row = 0; row < k_rows; ++row) {
        ASSERT_EQ(backwards.at(0, row), expected[row]);
        ASSERT_EQ(explain(evaluator, 0, row).truth, expected[row]);
    }
    const auto count = [&](Truth truth) {
        return static_cast<std::size_t>(std::count(expected.begin(), expected.end(), truth));
    };
    EXPECT_EQ(backwards.count(0, k_yes), count(k_yes));
    EXPECT_EQ(backwards.count(0, k_unknown), count(k_unknown));
}

TEST(Evaluator, JudgesEqualConditionsOfSeveralRulesOnce)
{
    const auto profile = profile_with(R"({ fact = "tax_per_mu", below = "5 wan_per_mu" })", R"(
[[rules]]
id = "other"
role = "info"
zh = "另一"
en = "other"
clause = "2"
when = { all = [ { fact = "tax_per_mu", below = "50000 yuan_per_mu" }, { rule = "it" } ] }
)");
    // One comparison and one `all`; the rule referred to is the same comparison.
    EXPECT_EQ(profile->rules_for(SubjectKind::parcel).nodes().size(), 2U);
}

} // namespace
} // namespace tenglong
