#include "core/rules/lacks.hpp"

#include "tests/support/policy_case.hpp"
#include "tests/support/test_profile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace tenglong {
namespace {

/// The facts that a rule lacks for a subject, by name.
[[nodiscard]] std::set<std::string> lacking(const RuleSet& rules, const FactTable& facts,
                                            std::size_t rule, std::size_t row)
{
    const Evaluator evaluator{rules, facts};
    Lacks lacks{rules, facts.rows()};
    std::vector<Truths> nodes;
    for (std::size_t first = 0; first < facts.rows(); first += k_chunk_rows) {
        evaluator.evaluate_nodes(first, nodes);
        lacks.put_chunk(facts, first, nodes);
    }
    std::set<std::string> names;
    for (std::size_t pair = lacks.first_of(rule); pair < lacks.end_of(rule); ++pair) {
        if (lacks.at(pair, row)) {
            names.insert(rules.catalogue()[lacks.pairs()[pair].fact].name);
        }
    }
    return names;
}

TEST(Lacks, OnlyWhatCouldStillChangeTheAnswerIsLacking)
{
    const auto profile = testing::profile_with(R"({ all = [
        { fact = "started", is = true },
        { any = [{ fact = "tax_per_mu", below = "5 wan_per_mu" }, { fact = "plot_ratio", below = 1 }] },
    ] })");
    const RuleSet& rules = profile->rules_for(SubjectKind::parcel);
    const std::size_t rule = *rules.find("it");
    testing::Facts facts{*profile->catalogue, 4};
    facts.put("started", 0, true).put("plot_ratio", 0, 2.0);
    facts.put("started", 1, false);
    facts.put("started", 2, true).put("plot_ratio", 2, 0.5);

    // By hand: row 0 waits for the tax alone; rows 1 and 2 are decided; row 3 knows nothing.
    EXPECT_EQ(lacking(rules, facts.table(), rule, 0), (std::set<std::string>{"tax_per_mu"}));
    EXPECT_TRUE(lacking(rules, facts.table(), rule, 1).empty());
    EXPECT_TRUE(lacking(rules, facts.table(), rule, 2).empty());
    EXPECT_EQ(lacking(rules, facts.table(), rule, 3),
              (std::set<std::string>{"plot_ratio", "started", "tax_per_mu"}));
}

TEST(Lacks, AreTheFactsThatAnExplanationNames)
{
    const Profile& profile = testing::shipped("zhuji-2021");
    const RuleSet& rules = profile.rules_for(SubjectKind::parcel);
    testing::Facts facts{*profile.catalogue, 1030}; // more than one chunk
    const std::size_t row = 1027;
    facts.put("started", row, true).put("tax_per_mu", row, 3.0).put("area_mu", row, 20.0);
    facts.table().set_as_of(Date::from_days(18992));
    const Evaluator evaluator{rules, facts.table()};
    std::size_t undecided = 0;
    for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
        std::set<std::string> told;
        for (const FactSeen& seen : explain(evaluator, rule, row).missing()) {
            told.insert(rules.catalogue()[seen.fact].name);
        }
        undecided += told.empty() ? 0U : 1U;
        EXPECT_EQ(lacking(rules, facts.table(), rule, row), told) << rules.rules()[rule].id;
    }
    EXPECT_GT(undecided, 5U);
}

} // namespace
} // namespace tenglong
