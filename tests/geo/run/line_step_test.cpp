#include "geo/run/line_step.hpp"

#include "core/policy/loader.hpp"
#include "tests/support/read_layers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace tenglong::geo {
namespace {

using tests::rectangle;

const std::vector<std::string> k_columns{"change_id", "kind", "decision_date", "state"};
const Date k_day{2023, 12, 31};

/// One hectare of industrial land inside a line of the same outline.
tests::HandMadeLayers base(const std::string& land_use)
{
    tests::HandMadeLayers layers;
    const std::string outline = rectangle(520'000.0, 3'287'000.0, 100.0, 100.0);
    layers.add(InputKind::parcels, {"parcel_code", "land_use"}, {{"330699001001GB00001", land_use}},
               {outline});
    layers.add(InputKind::control_line, {"name"}, {{"城东区块"}}, {outline});
    return layers;
}

/// And a fifth of it taken, for which nothing is given.
tests::HandMadeLayers base_with_a_change(const std::string& land_use)
{
    tests::HandMadeLayers layers = base(land_use);
    layers.add(InputKind::changes, k_columns, {{"BG1", "占用", "2023-05-01", "已批准"}},
               {rectangle(520'000.0, 3'287'000.0, 20.0, 100.0)});
    return layers;
}

class LineStep : public ::testing::Test {
protected:
    std::optional<LineAccount> keep(const tests::HandMadeLayers& layers, const char* policy)
    {
        m_profile = load_profile(policy);
        m_survey = layers.survey(*m_profile);
        return keep_account(m_survey, *m_profile, AreaKind::plane, k_day, m_workers);
    }

    std::vector<std::size_t> rows(const std::optional<LineAccount>& account)
    {
        std::vector<std::size_t> counts;
        const auto changes =
            account ? facts_of_changes(*account, m_survey, *m_profile, k_day, m_workers) : nullptr;
        for (const SpatialTable& each : line_result(account, changes.get(), m_survey, *m_profile)) {
            counts.push_back(each.table.rows());
        }
        return counts;
    }

    Workers m_workers{1};
    std::unique_ptr<Profile> m_profile;
    Survey m_survey;
};

TEST_F(LineStep, PutsTheFiguresOfTheAccountIntoTheSummary)
{
    const auto account = keep(base_with_a_change("工业用地"), "zhuji-2021");

    ASSERT_TRUE(account);
    LineSummary line;
    line.inside_m2 = 7.0;
    summarize_account(*account, line);
    // By hand: 20 m x 100 m of a hectare are taken, as much is due, nothing is given.
    EXPECT_NEAR(line.before_m2.value(), 10'000.0, 0.01);
    EXPECT_NEAR(line.after_m2.value(), 8'000.0, 0.01);
    EXPECT_NEAR(line.occupied_m2.value(), 2'000.0, 0.01);
    EXPECT_NEAR(line.required_m2.value(), 2'000.0, 0.01);
    EXPECT_EQ(line.compensated_m2, 0.0);
    EXPECT_NEAR(line.balance_m2.value(), -2'000.0, 0.01);
    EXPECT_EQ(line.holds, false);
    EXPECT_EQ(line.inside_m2, 7.0);
    // before, after, changes, what of them is lost, entries
    EXPECT_EQ(rows(account), (std::vector<std::size_t>{1, 1, 1, 0, 1}));
}

TEST_F(LineStep, KeepsNoAccountWithoutChangesButHasItsTables)
{
    const auto account = keep(base("工业用地"), "zhuji-2021");

    EXPECT_FALSE(account);
    EXPECT_EQ(rows(account), (std::vector<std::size_t>{0, 0, 0, 0, 0}));
}

TEST_F(LineStep, NamesWhatTheAccountWouldNeedAndLetsTheRunGoOn)
{
    // Hangzhou's account is of all existing industrial land, and no parcel tells its use.
    const auto account = keep(base_with_a_change(""), "hangzhou-2021");

    EXPECT_FALSE(account);
    EXPECT_TRUE(std::ranges::any_of(
        m_survey.issues, [](const Issue& issue) { return issue.kind == "account_not_kept"; }));
}

} // namespace
} // namespace tenglong::geo
