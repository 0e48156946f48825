#include "tests/support/parcel_facts.hpp"

#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <fstream>
#include <optional>
#include <sstream>

// The examples of docs/policy-profile.md and of its Chinese page are run here, so that what the
// guide says is what the program does.

namespace tenglong {
namespace {

/// A fenced block of a page: what stands behind the fence, and the lines inside.
struct Block {
    std::string kind;
    std::string text;
};

/// A row of a table that gives a condition, facts and an answer.
struct Example {
    std::string condition;
    std::string facts;
    Truth answer = Truth::unknown;
};

struct Guide {
    std::vector<Block> blocks;
    std::vector<Example> examples;
};

std::string without_ticks(const std::string& cell)
{
    const std::size_t first = cell.find('`');
    const std::size_t last = cell.rfind('`');
    return first == std::string::npos ? std::string{} : cell.substr(first + 1, last - first - 1);
}

std::optional<Example> example_in(const std::string& line)
{
    if (!line.starts_with("| `{")) {
        return std::nullopt;
    }
    std::istringstream cells{line};
    std::string empty;
    std::string condition;
    std::string facts;
    std::string answer;
    std::getline(cells, empty, '|');
    std::getline(cells, condition, '|');
    std::getline(cells, facts, '|');
    std::getline(cells, answer, '|');
    Example example{without_ticks(condition), without_ticks(facts), Truth::unknown};
    if (answer == " yes " || answer == " 是 ") {
        example.answer = Truth::yes;
    } else if (answer == " no " || answer == " 否 ") {
        example.answer = Truth::no;
    } else {
        EXPECT_TRUE(answer == " cannot be decided " || answer == " 无法判定 ") << line;
    }
    return example;
}

Guide read_guide(const std::string& path)
{
    Guide guide;
    std::ifstream file{path};
    std::string line;
    bool inside = false;
    while (std::getline(file, line)) {
        if (line.starts_with("```")) {
            inside = !inside;
            if (inside) {
                guide.blocks.push_back({line.substr(3), {}});
            }
        } else if (inside) {
            guide.blocks.back().text += line + "\n";
        } else if (auto example = example_in(line)) {
            guide.examples.push_back(std::move(*example));
        }
    }
    return guide;
}

const std::string k_head = R"([profile]
id = "guide"
zh = "示例"
en = "example"
extends = "national"
)";

void put(testing::Facts& facts, const std::string& name, const toml::node& value)
{
    if (value.is_number()) {
        facts.put(name.c_str(), 0, value.value<double>().value_or(0.0));
    } else if (value.is_boolean()) {
        facts.put(name.c_str(), 0, value.as_boolean()->get());
    } else if (value.is_date()) {
        const toml::date day = value.as_date()->get();
        facts.put(name.c_str(), 0, Date{day.year, day.month, day.day});
    } else if (value.is_string()) {
        facts.put(name.c_str(), 0, value.as_string()->get().c_str());
    } else {
        std::vector<std::string> members;
        for (const toml::node& each : *value.as_array()) {
            members.push_back(each.value_or(std::string{}));
        }
        facts.put(name.c_str(), 0, std::move(members));
    }
}

/// One profile with a rule for each example, named it0, it1, ...
std::unique_ptr<Profile> profile_of(const std::vector<Example>& examples)
{
    std::string text = k_head + R"(
[documents.example]
zh = "示例"
en = "example"
short_zh = "示例"
short_en = "example"
)";
    for (std::size_t i = 0; i < examples.size(); ++i) {
        text += "[[rules]]\nid = \"it" + std::to_string(i) +
                "\"\nrole = \"info\"\nzh = \"示例\"\nen = \"example\"\nclause = \"1\"\nwhen = " +
                examples[i].condition + "\n";
    }
    LoadedProfile loaded = read_profile_text("guide.toml", text);
    for (const Mistake& mistake : loaded.mistakes) {
        ADD_FAILURE() << shown(mistake, Lang::en);
    }
    return std::move(loaded.profile);
}

Truth answer_of(const Profile& profile, const std::string& rule, const std::string& given)
{
    testing::Facts facts{*profile.catalogue};
    const toml::table table = toml::parse("facts = { " + given + " }");
    for (const auto& [name, value] : *table["facts"].as_table()) {
        put(facts, std::string{name.str()}, value);
    }
    const RuleSet& rules = profile.rules_for(SubjectKind::parcel);
    return Evaluator{rules, facts.table()}.evaluate().at(*rules.find(rule), 0);
}

class PolicyGuide : public ::testing::TestWithParam<const char*> {
protected:
    const Guide m_guide = read_guide(GetParam());
};

TEST_P(PolicyGuide, ItsConditionsAnswerAsItSays)
{
    EXPECT_GE(m_guide.examples.size(), 30U);
    const auto profile = profile_of(m_guide.examples);
    for (std::size_t i = 0; i < m_guide.examples.size(); ++i) {
        const Example& example = m_guide.examples[i];
        EXPECT_EQ(answer_of(*profile, "it" + std::to_string(i), example.facts), example.answer)
            << example.condition << " with " << example.facts;
    }
}

TEST_P(PolicyGuide, ItsFilesAreWithoutMistakes)
{
    std::size_t files = 0;
    for (const Block& block : m_guide.blocks) {
        if (block.kind != "toml") {
            continue;
        }
        ++files;
        const bool whole = block.text.starts_with("[profile]");
        const LoadedProfile loaded =
            read_profile_text("guide.toml", whole ? block.text : k_head + block.text);
        for (const Mistake& mistake : loaded.mistakes) {
            ADD_FAILURE() << shown(mistake, Lang::en) << "\nin\n" << block.text;
        }
    }
    EXPECT_GE(files, 6U);
}

TEST_P(PolicyGuide, ItsMistakeIsToldAsItSays)
{
    const Lang lang =
        std::string{GetParam()}.find("zh-CN") == std::string::npos ? Lang::en : Lang::zh;
    std::size_t mistakes = 0;
    for (std::size_t i = 0; i + 1 < m_guide.blocks.size(); ++i) {
        if (m_guide.blocks[i].kind != "toml mistake") {
            continue;
        }
        ++mistakes;
        const LoadedProfile loaded = read_profile_text("mycounty.toml", m_guide.blocks[i].text);
        ASSERT_EQ(loaded.mistakes.size(), 1U);
        EXPECT_EQ(shown(loaded.mistakes.front(), lang) + "\n", m_guide.blocks[i + 1].text);
    }
    EXPECT_EQ(mistakes, 1U);
}

INSTANTIATE_TEST_SUITE_P(InBothLanguages, PolicyGuide,
                         ::testing::Values("docs/policy-profile.md",
                                           "docs/policy-profile.zh-CN.md"));

} // namespace
} // namespace tenglong
