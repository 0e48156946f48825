#include "geo/run/statuses.hpp"

#include "tests/support/policy_case.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tenglong::geo {
namespace {

using Ids = std::vector<std::string_view>;

TEST(Statuses, TheFirstFlagInThePolicysOrderLeads)
{
    const Profile& profile = tenglong::testing::shipped("national");
    tenglong::testing::Facts facts{*profile.catalogue, 2};
    // Low tax and a low plot ratio both hold; the order of the profile puts the tax first.
    facts.put("tax_per_mu", 0, 1.0).put("plot_ratio", 0, 0.2).put("in_production", 0, true);
    facts.put("started", 0, true).put("started", 1, true);
    Workers workers{2};
    const Judged judged = judge(profile.rules_for(SubjectKind::parcel), facts.table(), workers);
    const Statuses statuses{profile, judged};

    const auto leading = statuses.leading(0);
    ASSERT_TRUE(leading);
    EXPECT_EQ(judged.rules().rules()[*leading].id, "low_efficiency");
    Ids ids;
    statuses.find(0, Truth::yes, ids);
    EXPECT_EQ(ids, (Ids{"low_efficiency", "low_plot_ratio"}));
    EXPECT_EQ(statuses.leading(1), std::nullopt);
    statuses.find(1, Truth::unknown, ids);
    EXPECT_FALSE(ids.empty());
}

} // namespace
} // namespace tenglong::geo
