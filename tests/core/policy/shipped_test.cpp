#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tenglong {
namespace {

using testing::shipped;

/// Calls `check` for every shipped profile, with its id in the message of a failure.
template <class Check>
void for_each_profile(const Check& check)
{
    for (const ShippedProfile& each : shipped_profiles()) {
        SCOPED_TRACE(each.id);
        check(shipped(each.id));
    }
}

bool in_both_languages(const Text& text)
{
    return !text.zh.empty() && !text.en.empty();
}

/// A source is a document that the profile names, and a clause in it.
void expect_source(const Profile& profile, const Citation& citation)
{
    EXPECT_TRUE(profile.documents.contains(citation.document)) << citation.document;
    EXPECT_FALSE(citation.clause.empty());
}

TEST(ShippedProfiles, SayWhereEveryRuleFigureMeasureAndTargetComesFrom)
{
    for_each_profile([](const Profile& profile) {
        for (std::size_t kind = 0; kind < k_subject_kinds; ++kind) {
            for (const Rule& rule : profile.rules_for(static_cast<SubjectKind>(kind)).rules()) {
                SCOPED_TRACE(rule.id);
                expect_source(profile, rule.citation);
                EXPECT_TRUE(in_both_languages(rule.label));
            }
        }
        for (const Figure& figure : profile.figures) {
            SCOPED_TRACE(figure.key);
            expect_source(profile, figure.citation);
        }
        for (const Measure& measure : profile.measures) {
            SCOPED_TRACE(measure.id);
            expect_source(profile, measure.citation);
        }
        for (const Target& target : profile.targets) {
            SCOPED_TRACE(target.id);
            expect_source(profile, target.citation);
            EXPECT_FALSE(target.goals.empty());
        }
    });
}

TEST(ShippedProfiles, SayWhereEveryDefaultComesFrom)
{
    for_each_profile([](const Profile& profile) {
        for (const Figure& figure : profile.figures) {
            EXPECT_TRUE(figure.set || in_both_languages(figure.note)) << figure.key;
        }
        for (const LookupTable& table : profile.tables) {
            EXPECT_TRUE(table.set || in_both_languages(table.note)) << table.key;
        }
    });
}

// The names of result files are fixed; a profile has all of them or those that apply.
TEST(ShippedProfiles, RaiseOnlyTheFlagsThatResultFilesKnowAndOrderThemAll)
{
    const std::set<std::string> known{
        "approved_not_supplied", "supplied_not_used", "used_in_part",
        "built_not_producing",   "suspected_idle",    "low_plot_ratio",
        "low_efficiency",        "high_consumption",  "violation"};
    for_each_profile([&](const Profile& profile) {
        std::set<std::string> flags;
        for (const Rule& rule : profile.rules_for(SubjectKind::parcel).rules()) {
            if (rule.role == RuleRole::flag) {
                flags.insert(rule.id);
            }
        }
        EXPECT_TRUE(std::includes(known.begin(), known.end(), flags.begin(), flags.end()));
        EXPECT_EQ(std::set(profile.leading.begin(), profile.leading.end()), flags);
        EXPECT_EQ(profile.leading.size(), flags.size());
    });
}

TEST(ShippedProfiles, NeverCallLandIdleOutright)
{
    for_each_profile([](const Profile& profile) {
        const RuleSet& rules = profile.rules_for(SubjectKind::parcel);
        const auto idle = rules.find("suspected_idle");
        ASSERT_TRUE(idle);
        EXPECT_NE(rules.rules()[*idle].label.zh.find("涉嫌"), std::string::npos);
        EXPECT_TRUE(in_both_languages(rules.rules()[*idle].remark));
    });
}

TEST(ShippedProfiles, HaveAWordForEveryCodeThatFactsUse)
{
    const std::vector<std::string> codes{
        "safety",       "environment", "energy",      "fire",       "tax",
        "quality",      "illegal_use", "scattered",   "backward",   "illegal_lease",
        "stopped",      "closed",      "moved",       "building",   "illegal_building",
        "normal",       "above_scale", "below_scale", "government", "high_consumption",
        "half_stopped", "enterprise",  "start_up",    "remaining",  "force_majeure",
        "construction", "occupy",      "compensate",  "give_up",    "add",
        "proposed",     "approved",    "done",        "platform",   "small_enterprise",
        "community",    "own",         "leased_in",   "leased_out"};
    for_each_profile([&](const Profile& profile) {
        for (const std::string& code : codes) {
            const auto word = profile.words.find(code);
            EXPECT_TRUE(word != profile.words.end() && in_both_languages(word->second)) << code;
        }
    });
}

} // namespace
} // namespace tenglong
