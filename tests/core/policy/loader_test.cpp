#include "core/policy/loader.hpp"

#include "core/base/error.hpp"
#include "core/policy/texts.hpp"
#include "tests/support/parcel_facts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>

namespace tenglong {
namespace {

const std::string k_head = R"(
[profile]
id = "test"
zh = "测试"
en = "test"
[documents.plan]
zh = "测试方案"
en = "Test plan"
short_zh = "测试方案"
short_en = "Test plan"
)";

TEST(Loader, ReadsARuleWithItsFigure)
{
    const auto loaded = read_profile_text("t.toml", k_head + R"(
[figures.tax_line]
zh = "亩均税收线"
en = "tax line"
value = "5 wan_per_mu"
clause = "三（一）1"
[[rules]]
id = "low"
zh = "低效"
en = "low efficiency"
clause = "三（一）1"
when = { fact = "tax_per_mu", below = "fig.tax_line" }
[leading]
order = ["low"]
)");
    ASSERT_TRUE(loaded.mistakes.empty()) << shown(loaded.mistakes.front(), Lang::en);
    const RuleSet& rules = loaded.profile->rules_for(SubjectKind::parcel);

    testing::Facts facts{*loaded.profile->catalogue, 3};
    facts.put("tax_per_mu", 0, 3.2).put("tax_per_mu", 1, 5.0);
    const Evaluator evaluator{rules, facts.table()};
    const Verdicts verdicts = evaluator.evaluate();

    EXPECT_EQ(verdicts.at(0, 0), Truth::yes);
    EXPECT_EQ(verdicts.at(0, 1), Truth::no);
    EXPECT_EQ(verdicts.at(0, 2), Truth::unknown);
    EXPECT_EQ(sentence(explain(evaluator, 0, 0), rules).zh,
              "亩均税收 3.2 万元/亩，低于 5 万元/亩（测试方案 三（一）1）");
    EXPECT_EQ(sentence(explain(evaluator, 0, 2), rules).zh, "无法判定“低效”：缺少亩均税收");
}

/// The mistakes of a file, as a user sees them.
std::vector<std::string> mistakes_of(const std::string& text)
{
    std::vector<std::string> lines;
    for (const Mistake& mistake : read_profile_text("t.toml", k_head + text).mistakes) {
        lines.push_back(shown(mistake, Lang::en));
    }
    return lines;
}

TEST(Loader, TellsThePlaceAndTheNearestNameOfAMisspeltFact)
{
    const auto lines = mistakes_of(R"(
[[rules]]
id = "low"
zh = "低效"
en = "low"
clause = "1"
when = { fact = "tax_pre_mu", below = "5 wan_per_mu" }
[leading]
order = ["low"]
)");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0],
              "t.toml:17:17: no parcel fact is named 'tax_pre_mu'; did you mean 'tax_per_mu'?");
}

TEST(Loader, GoesOnToTheNextMistake)
{
    const auto lines = mistakes_of(R"(
[figures.a]
zh = "甲"
en = "a"
valu = "5 mu"
clause = "1"
[[rules]]
id = "x"
zh = "某"
en = "x"
clause = "1"
when = { fact = "area_m2", below = "5 wan_per_mu" }
[[rules]]
id = "y"
zh = "某"
en = "y"
clause = "1"
role = "flags"
when = { fact = "holder", below = 3 }
[leading]
order = ["x", "z"]
)");
    ASSERT_EQ(lines.size(), 7U);
    EXPECT_NE(lines[0].find("needs a 'value'"), std::string::npos);
    EXPECT_NE(lines[1].find("unknown key 'valu'; did you mean 'value'?"), std::string::npos);
    EXPECT_NE(lines[2].find("units that do not fit: 'm2' and 'wan_per_mu'"), std::string::npos);
    EXPECT_NE(lines[3].find("'flags' is none of"), std::string::npos);
    EXPECT_NE(lines[4].find("'below' does not fit a text"), std::string::npos);
    EXPECT_NE(lines[6].find("the flag 'y' has no place"), std::string::npos);
    EXPECT_NE(lines[5].find("'z' is not a flag"), std::string::npos);
}

TEST(Loader, ReadsASchemeOfAnotherFamilyWithoutAnyNewCode)
{
    const auto loaded = read_profile_text("t.toml", k_head + R"(
[[rules]]
id = "polluter"
subject = "enterprise"
role = "info"
zh = "环保违法"
en = "polluter"
clause = "4"
when = { fact = "violations", has_any = ["environment"] }
[[schemes]]
id = "own"
zh = "自定方案"
en = "own scheme"
clause = "附件"
size = "below_scale"
least_mu = 5
cut = "by_score"
items = [ { fact = "tax_per_mu", weight = 45, family = "min_max", base = 20, span = 80 },
          { fact = "energy_per_value", weight = 55, family = "inverse", baseline = "520 kgce_per_wan", cap = 1.5 } ]
classes = [ { letter = "A", score = 80 }, { letter = "B" } ]
overrides = [ { id = "veto", zh = "一票否决", en = "veto", rule = "polluter", letter = "B" } ]
)");
    for (const Mistake& mistake : loaded.mistakes) {
        ADD_FAILURE() << shown(mistake, Lang::en);
    }
    const Scheme& scheme = loaded.profile->schemes.at(0);
    EXPECT_EQ(scheme.items.at(0).family, ScoreFamily::min_max);
    // 520 kg of coal equivalent per 10,000 yuan are 0.52 tce.
    EXPECT_DOUBLE_EQ(scheme.items.at(1).baseline.value, 0.52);
    EXPECT_EQ(scheme.overrides.at(0).rule, "polluter");
}

TEST(Loader, TellsWhatIsWrongWithAScheme)
{
    const auto lines = mistakes_of(R"(
[[schemes]]
id = "own"
zh = "自定"
en = "own"
clause = "1"
items = [ { fact = "tax_pre_mu", weight = 45 }, { fact = "rd_share", weight = 5, baseline = "3 mu" } ]
classes = [ { letter = "A" } ]
overrides = [ { id = "v", zh = "v", en = "v", rule = "none", letter = "A" } ]
)");
    const auto told = [&](const char* text) {
        return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
            return line.find(text) != std::string::npos;
        });
    };
    EXPECT_TRUE(
        told("17:20: no enterprise fact is named 'tax_pre_mu'; did you mean 'tax_per_mu'?"));
    EXPECT_TRUE(told("'3 mu' is neither a figure in the unit of 'rd_share'"));
    EXPECT_TRUE(told("no rule for a enterprise is named 'none'"));
}

TEST(Loader, RefusesAFileThatIsNotTomlOrNotUtf8)
{
    EXPECT_EQ(mistakes_of("x = = 1").size(), 1U);
    EXPECT_FALSE(read_profile_text("t.toml", "\xCC\xDA\xC1\xFD = 1").profile);
    EXPECT_THROW(static_cast<void>(read_profile("zhuji-2012")), UsageError);
    EXPECT_THROW(static_cast<void>(read_profile("./none.toml")), Error);
}

TEST(Loader, EveryShippedProfileIsWithoutMistakes)
{
    for (const ShippedProfile& each : shipped_profiles()) {
        const auto loaded = read_profile(each.id);
        EXPECT_EQ(loaded.profile->id, each.id);
        for (const Mistake& mistake : loaded.mistakes) {
            ADD_FAILURE() << shown(mistake, Lang::en);
        }
    }
}

// A result keeps these texts: it must tell nobody where the bureau's files lie.
TEST(Loader, NamesTheFilesOfAProfileFromItsOwnFolderAndReadsThemAgain)
{
    const auto top = std::filesystem::temp_directory_path() /
                     ("tenglong-loader-" + std::to_string(std::random_device{}()));
    std::filesystem::create_directories(top / "county");
    std::filesystem::create_directories(top / "city");
    const auto head = [](const char* id, const char* extends) {
        return std::string{"[profile]\nid = \""} + id + "\"\nzh = \"x\"\nen = \"x\"\nextends = \"" +
               extends + "\"\n";
    };
    std::ofstream{top / "city/city.toml"} << head("city", "national");
    std::ofstream{top / "county/county.toml"} << head("county", "./../city/city.toml");

    const auto texts = load_profile((top / "county/county.toml").string())->texts;
    std::filesystem::remove_all(top); // what is read again comes from the texts alone

    std::vector<std::string> names;
    names.reserve(texts.size());
    for (const ProfileText& each : texts) {
        names.push_back(each.name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"national", "../city/city.toml", "county.toml"}));
    const LoadedProfile again = read_profile_texts(texts);
    EXPECT_TRUE(again.mistakes.empty());
    ASSERT_NE(again.profile, nullptr);
    EXPECT_EQ(again.profile->id, "county");
}

} // namespace
} // namespace tenglong
