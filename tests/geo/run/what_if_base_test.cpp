#include "geo/run/what_if_base.hpp"

#include "core/policy/loader.hpp"
#include "geo/engine.hpp"
#include "geo/read/job.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace tenglong::geo {
namespace {

/// What a step tells, from the tables of a whole run with the figure at that value.
struct Counted {
    std::size_t parcels = 0;
    double area_m2 = 0.0;
    std::size_t enterprises = 0;
    double freed_m2 = 0.0;
    std::size_t undecided = 0; ///< parcels of which the freed land is not known
};

class WhatIfBaseTest : public ::testing::Test {
protected:
    /// The city that comes with the program, by one of the shipped policies.
    explicit WhatIfBaseTest() : m_job{read_job(TENGLONG_SAMPLE_DATA "/job.toml")} {}

    Survey surveyed(const Profile& profile)
    {
        Progress silent;
        return survey(m_job, profile, *m_job.as_of, m_workers, silent);
    }

    Counted run(const std::string& policy, const std::string& figure, const std::string& value)
    {
        Progress silent;
        const auto profile = load_profile(policy, {{figure, value}});
        const Result result = analyze(m_job, *profile, *m_job.as_of, "test", m_workers, silent);
        Counted counted;
        const ResultTable& parcels = result.table("parcels").table;
        const auto flags = ids(*profile, SubjectKind::parcel, figure);
        for (std::size_t row = 0; row < parcels.rows(); ++row) {
            if (has_any(parcels["flags"], row, flags)) {
                ++counted.parcels;
                counted.area_m2 += parcels["area_m2"].number(row);
            }
            const ResultColumn& freed = parcels["reclaim_m2"];
            counted.freed_m2 += freed.present(row) ? freed.number(row) : 0.0;
            counted.undecided += freed.present(row) ? 0U : 1U;
        }
        const ResultTable& firms = result.table("enterprises").table;
        const auto lists = ids(*profile, SubjectKind::enterprise, figure);
        for (std::size_t row = 0; row < firms.rows(); ++row) {
            counted.enterprises += has_any(firms["flags"], row, lists) ? 1U : 0U;
        }
        return counted;
    }

    /// Each value against a run of its own.
    void compare(const std::string& policy, const std::string& figure,
                 const std::vector<std::string>& values)
    {
        const auto profile = load_profile(policy);
        Survey base_survey = surveyed(*profile);
        std::vector<std::unique_ptr<Profile>> changed;
        changed.reserve(values.size());
        for (const std::string& value : values) {
            changed.push_back(load_profile(policy, {{figure, value}}));
        }
        WhatIfBase base{base_survey, *profile, changed, *m_job.as_of, m_workers};
        for (std::size_t i = 0; i < values.size(); ++i) {
            SCOPED_TRACE(fmt::format("{} {} {}", policy, figure, values[i]));
            const WhatIfStep step = base.step(*changed[i], figure);
            const Counted counted = run(policy, figure, values[i]);
            EXPECT_EQ(step.parcels, counted.parcels);
            EXPECT_NEAR(step.area_m2, counted.area_m2, 0.01);
            EXPECT_EQ(step.enterprises, counted.enterprises);
            EXPECT_NEAR(step.freed.amounts.land_m2.value_or(0.0), counted.freed_m2, 0.01);
            EXPECT_EQ(step.freed.undecided, counted.undecided);
        }
    }

private:
    /// Ids of the problems that depend on the figure; where there is none, of the lists.
    static std::set<std::string, std::less<>> ids(const Profile& profile, SubjectKind subject,
                                                  const std::string& figure)
    {
        const RuleSet& rules = profile.rules_for(subject);
        for (const RuleRole role : {RuleRole::flag, RuleRole::list}) {
            std::set<std::string, std::less<>> found;
            for (const std::size_t rule : rules_using(profile, subject, figure)) {
                if (rules.rules()[rule].role == role) {
                    found.insert(rules.rules()[rule].id);
                }
            }
            if (!found.empty()) {
                return found;
            }
        }
        return {};
    }

    static bool has_any(const ResultColumn& column, std::size_t row,
                        const std::set<std::string, std::less<>>& wanted)
    {
        const auto codes =
            column.present(row) ? column.codes(row) : std::vector<std::string_view>{};
        return std::any_of(codes.begin(), codes.end(),
                           [&](std::string_view code) { return wanted.contains(code); });
    }

    Job m_job;
    Workers m_workers{2};
};

// Every step must say what a whole run with an edited profile says: no land is left out for want of
// vacant ground, and none is freed that such a run would not free.
TEST_F(WhatIfBaseTest, SaysOfATaxLineWhatARunWithItSays)
{
    compare("zhuji-2021", "tax_line", {"2 wan_per_mu", "5 wan_per_mu", "30 wan_per_mu"});
}

// Measures of this policy ask whether a parcel lies in a contiguous block, which changes with the
// parcels that are low.
TEST_F(WhatIfBaseTest, SaysItAlsoWhereBlocksDecideTheMeasure)
{
    compare("zhejiang-2024", "tax_line", {"2 wan_per_mu", "20 wan_per_mu"});
}

} // namespace
} // namespace tenglong::geo
