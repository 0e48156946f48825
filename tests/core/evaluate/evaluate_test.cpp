#include "core/evaluate/evaluate.hpp"
#include "tests/support/parcel_facts.hpp"
#include "tests/support/test_profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tenglong {
namespace {

using testing::Facts;

// One indicator each, so that scores can be told by heart: tax per mu over 10 times 100.
const std::string k_two_schemes = R"(
[[rules]]
id = "evaluation_grace"
subject = "enterprise"
role = "info"
zh = "新企业"
en = "new"
clause = "1"
when = { all = [{ fact = "production_start", known = true }, { fact = "production_start", after = "as_of - 2 years" }] }
[[rules]]
id = "accident"
subject = "enterprise"
role = "info"
zh = "事故"
en = "accident"
clause = "1"
when = { fact = "violations", has_any = ["safety"] }
[[schemes]]
id = "large"
zh = "规上"
en = "above scale"
clause = "1"
size = "above_scale"
cut = "by_score"
unranked = "T"
[[schemes.items]]
fact = "tax_per_mu"
weight = 100
baseline = "10 wan_per_mu"
[[schemes.classes]]
letter = "A"
score = 100
[[schemes.classes]]
letter = "B"
score = 60
[[schemes.classes]]
letter = "D"
[[schemes.overrides]]
id = "accident"
zh = "发生事故"
en = "an accident"
rule = "accident"
kind = "veto"
letter = "D"
[[schemes]]
id = "small"
zh = "规下"
en = "below scale"
clause = "1"
size = "below_scale"
least_mu = 3
cut = "by_score"
[[schemes.items]]
fact = "tax_per_mu"
weight = 100
baseline = "20 wan_per_mu"
[[schemes.classes]]
letter = "A"
score = 60
[[schemes.classes]]
letter = "C"
)";

std::unique_ptr<Profile> two_schemes()
{
    LoadedProfile loaded = read_profile_text("t.toml", testing::k_profile_head + k_two_schemes);
    for (const Mistake& mistake : loaded.mistakes) {
        ADD_FAILURE() << shown(mistake, Lang::en);
    }
    return std::move(loaded.profile);
}

class EvaluateEnterprises : public ::testing::Test {
protected:
    void put(std::size_t row, const char* size, double tax, double land)
    {
        m_facts.put("size", row, size).put("tax_per_mu", row, tax).put("land_used_mu", row, land);
    }
    std::string letter(std::size_t row)
    {
        return m_facts.table().text(m_facts.table().id("class"), row).value_or("?");
    }
    std::optional<double> points(std::size_t row)
    {
        return m_facts.table().number(m_facts.table().id("score"), row);
    }
    static std::vector<std::string> kinds(const Evaluation& evaluation)
    {
        std::vector<std::string> names;
        for (const Issue& issue : evaluation.issues) {
            names.push_back(issue.kind);
        }
        return names;
    }

    std::unique_ptr<Profile> m_profile = two_schemes();
    Facts m_facts{*m_profile->catalogue, 4, SubjectKind::enterprise};
};

TEST_F(EvaluateEnterprises, EachSizeIsScoredByItsOwnScheme)
{
    put(0, "above_scale", 12.0, 50.0); // 12 / 10 x 100 = 120: A
    put(1, "above_scale", 5.9, 50.0);  // 59: D
    put(2, "below_scale", 12.0, 3.0);  // 12 / 20 x 100 = 60: A, the cut takes it in
    put(3, "below_scale", 11.9, 30.0); // 59.5: C
    static_cast<void>(evaluate_enterprises(*m_profile, m_facts.table()));
    EXPECT_EQ(letter(0) + letter(1) + letter(2) + letter(3), "ADAC");
    EXPECT_NEAR(*points(0), 120.0, 1e-9);
    EXPECT_NEAR(*points(3), 59.5, 1e-9);
}

// C4: all above scale, and those below with 3 mu or more.
TEST_F(EvaluateEnterprises, SmallOnesUnderThreeMuAreLeftOutAndLargeOnesNever)
{
    put(0, "above_scale", 12.0, 1.0);
    put(1, "below_scale", 12.0, 2.999);
    put(2, "below_scale", 12.0, 3.0);
    m_facts.put("size", 3, "below_scale").put("tax_per_mu", 3, 12.0); // land unknown
    const Evaluation done = evaluate_enterprises(*m_profile, m_facts.table());
    EXPECT_EQ(letter(0), "A");
    EXPECT_EQ(done.places[1].how, Evaluated::out_of_scope);
    EXPECT_EQ(letter(1), "?");
    EXPECT_EQ(letter(2), "A");
    EXPECT_EQ(done.places[3].how, Evaluated::undecided);
    EXPECT_EQ(kinds(done), std::vector<std::string>{"evaluation_scope_unknown"});
}

TEST_F(EvaluateEnterprises, AnAccidentTakesTheBestToTheLastClassAndTheStepsSaySo)
{
    put(0, "above_scale", 12.0, 50.0);
    m_facts.put("violations", 0, std::vector<std::string>{"safety"});
    const Evaluation done = evaluate_enterprises(*m_profile, m_facts.table());
    EXPECT_EQ(letter(0), "D");
    EXPECT_EQ(m_facts.table().origin(m_facts.table().id("class"), 0).note.en,
              "above scale; an accident: from A to D");
    std::vector<std::string> steps;
    for (const Text& step : evaluation_steps(done, 0)) {
        steps.push_back(step.en);
    }
    EXPECT_EQ(steps, (std::vector<std::string>{
                         "above scale", "tax per mu: value 12, baseline 10, 120 of 100 points",
                         "total: 120", "rank 1 of 1", "class by the cut: A",
                         "an accident: from A to D", "class: D"}));
}

TEST_F(EvaluateEnterprises, NewOnesAndThoseNotRankedAreScoredAndShownApart)
{
    put(0, "above_scale", 2.0, 50.0);
    put(1, "above_scale", 2.0, 50.0);
    put(2, "above_scale", 2.0, 50.0);
    m_facts.table().set_as_of(Date::parse("2023-12-31").value());
    m_facts.put("production_start", 0, Date::parse("2022-06-01").value());
    m_facts.put("production_start", 1, Date::parse("2015-06-01").value());
    m_facts.put("not_ranked", 2, true);
    static_cast<void>(evaluate_enterprises(*m_profile, m_facts.table()));
    EXPECT_EQ(letter(0) + letter(1) + letter(2), "TDT");
    EXPECT_NEAR(*points(0), 20.0, 1e-9);
}

TEST_F(EvaluateEnterprises, WithoutTheFigureThereIsNoClassAndTheOneOfTheTableStays)
{
    m_facts.put("size", 0, "above_scale");
    m_facts.put("size", 1, "above_scale").put("class", 1, "B");
    const Evaluation done = evaluate_enterprises(*m_profile, m_facts.table());
    EXPECT_EQ(letter(0), "?");
    EXPECT_EQ(m_facts.table().origin(m_facts.table().id("class"), 0).note.en,
              "tax per mu: no value");
    EXPECT_EQ(letter(1), "B");
    EXPECT_EQ(points(0), std::nullopt);
}

TEST_F(EvaluateEnterprises, AClassThatTheTableContradictsIsToldOf)
{
    put(0, "above_scale", 12.0, 50.0);
    m_facts.put("class", 0, "C").put("credit_code", 0, "X1");
    const Evaluation done = evaluate_enterprises(*m_profile, m_facts.table());
    EXPECT_EQ(letter(0), "A");
    const auto told = std::find_if(done.issues.begin(), done.issues.end(), [](const Issue& issue) {
        return issue.kind == "class_differs";
    });
    ASSERT_NE(told, done.issues.end());
    EXPECT_EQ(told->text.en, "enterprise 'X1': the table says class C, the scheme 'above scale' "
                             "gives A; the computed one counts");
}

TEST_F(EvaluateEnterprises, WithoutSchemesNothingIsWritten)
{
    const auto profile = testing::profile_with("{ fact = \"started\", is = true }");
    Facts facts{*profile->catalogue, 1, SubjectKind::enterprise};
    facts.put("class", 0, "C");
    const Evaluation done = evaluate_enterprises(*profile, facts.table());
    EXPECT_EQ(done.places[0].how, Evaluated::out_of_scope);
    EXPECT_EQ(facts.table().text(facts.table().id("class"), 0), "C");
    EXPECT_EQ(facts.table().find("score"), nullptr);
}

} // namespace
} // namespace tenglong
