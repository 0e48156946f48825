#include "core/policy/loader.hpp"
#include "tests/core/evaluate/published_schemes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using testing::Table;

/// Scores of rows by a scheme of a shipped profile.
std::vector<double> totals(const char* profile_id, std::size_t scheme,
                           std::vector<std::vector<double>> rows)
{
    const auto profile = load_profile(profile_id);
    std::vector<double> result;
    for (const SubjectScore& each :
         Table{std::move(rows)}.scored(profile->schemes.at(scheme)).subjects) {
        result.push_back(each.total.value_or(-1.0));
    }
    return result;
}

void expect_near(const std::vector<double>& found, const std::vector<double>& expected)
{
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_NEAR(found[i], expected[i], 1e-6) << i;
    }
}

// The expected totals are those of the published formulas, computed by hand (domain notes, 2.6).
TEST(ShippedSchemes, HuangyanAboveScaleComesOutAsPublished)
{
    const std::vector<std::vector<double>> rows{{24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302},
                                                {12, 100, 2, 3000, 15, 0.02},
                                                {50, 300, 6, 9000, 40, 0.06}};
    expect_near(totals("huangyan-2022", 0, rows), {100.0, 65.452993, 211.032195});
    expect_near(totals("huangyan-2021", 0, rows), {100.032773, 66.034282, 211.385153});
}

TEST(ShippedSchemes, HuangyanBelowScaleComesOutAsPublished)
{
    const std::vector<std::vector<double>> rows{{12, 0.2}, {5, 0.1}, {20, 0.5}};
    expect_near(totals("huangyan-2022", 1, rows), {94.271484, 42.822869, 192.549978});
    expect_near(totals("huangyan-2021", 1, rows), {78.413955, 36.195121, 165.916325});
}

TEST(ShippedSchemes, AFirmWithoutEmissionDataGetsTheAverageOfTheItemIn2022)
{
    const auto profile = load_profile("huangyan-2022");
    Table table{{{24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302},
                 {24.097, 136.16, 2.694, 9859.62, 18.14, 0.0302},
                 {24.097, 136.16, 2.694, 0, 18.14, 0.0302}}};
    const ScoreTable scores = table.scored(profile->schemes.at(0));
    // Emission scores of the others: 10 and 20 points; the third gets their mean, 15.
    EXPECT_NEAR(*scores.subjects[2].total, 105.0, 1e-9);
}

} // namespace
} // namespace tenglong
