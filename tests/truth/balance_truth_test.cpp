#include "core/policy/loader.hpp"
#include "geo/line/line_account.hpp"
#include "geo/read/job.hpp"
#include "geo/survey/survey.hpp"
#include "tests/tools/gen/temp_folder.hpp"
#include "tests/truth/truth_table.hpp"
#include "tools/gen/generate.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tenglong::tools::gen {
namespace {

/// Which profile keeps its account in which planted mode.
struct ModeCase {
    const char* policy;
    const char* mode;
};

geo::LineAccount kept(const std::string& folder, const char* policy, unsigned threads)
{
    geo::Job job = geo::read_job(folder + "/job.toml");
    std::erase_if(job.inputs, [](const geo::InputSpec& input) {
        return std::ranges::find(geo::line_inputs(), input.kind) == geo::line_inputs().end();
    });
    const auto profile = load_profile(policy);
    geo::Workers workers{threads};
    geo::Progress silent;
    const geo::Survey survey = geo::survey(job, *profile, *job.as_of, workers, silent);
    std::vector<Issue> issues;
    return geo::line_account(survey, *profile, geo::AreaKind::plane, *job.as_of, workers, issues);
}

/// The account table of the truth has a row a region and mode.
class AccountTruth {
public:
    explicit AccountTruth(const std::string& folder) : m_rows{folder + "/truth/account.csv"} {}

    void expect(const Account& found, std::string_view region, std::string_view mode)
    {
        for (std::size_t row = 0; row < m_rows.rows(); ++row) {
            if (m_rows.at(row, "region") == region && m_rows.at(row, "mode") == mode) {
                SCOPED_TRACE(region);
                EXPECT_NEAR(found.occupied_m2, *m_rows.number(row, "occupied_m2"), 0.01);
                EXPECT_NEAR(found.required_m2, *m_rows.number(row, "required_m2"), 0.01);
                EXPECT_NEAR(found.compensated_m2, *m_rows.number(row, "compensated_m2"), 0.01);
                EXPECT_NEAR(found.balance_m2, *m_rows.number(row, "balance_m2"), 0.01);
                EXPECT_EQ(found.first_debt ? found.first_debt->iso() : "",
                          m_rows.at(row, "first_debt"));
                ++compared;
            }
        }
    }

    int compared = 0;

private:
    TruthTable m_rows;
};

void expect_truth(const geo::LineAccount& account, const std::string& folder, const ModeCase& mode)
{
    AccountTruth truth{folder};
    for (const Account& each : account.decided.accounts) {
        if (each.level != AccountLevel::pair) {
            truth.expect(each, each.level == AccountLevel::all ? "all" : each.name, mode.mode);
        }
    }
    EXPECT_GT(truth.compared, 1);
    const TruthTable changes{folder + "/truth/changes.csv"};
    const bool stock = std::string_view{mode.mode} == "stock";
    int compared = 0;
    for (std::size_t i = 0; i < account.changes.rows.size(); ++i) {
        const Booking& booking = account.changes.rows[i].booking;
        const auto row = changes.find(booking.change);
        ASSERT_TRUE(row) << booking.change;
        const bool swaps = booking.kind == ChangeKind::give_up || booking.kind == ChangeKind::add;
        if (booking.decided && swaps == (std::string_view{mode.mode} == "swap")) {
            const bool taken = booking.kind == ChangeKind::occupy;
            EXPECT_NEAR(*booking.counted_m2,
                        *changes.number(*row, stock && taken ? "stock_m2" : "counted_m2"), 0.01)
                << booking.change << ' ' << changes.at(*row, "case");
            ++compared;
        }
    }
    EXPECT_GT(compared, 4);
}

class BalanceOf : public testing::TestWithParam<ModeCase> {};

// Second source: the rectangles that the city was planted with, summed by the generator.
TEST_P(BalanceOf, ACityComesOutAsPlantedForAnyNumberOfThreads)
{
    const TempFolder folder;
    Options options;
    options.parcels = 900;
    options.seed = 5;
    options.out = folder.path();
    options.noise = false;
    generate(options);
    for (const unsigned threads : {1U, 3U}) {
        expect_truth(kept(options.out, GetParam().policy, threads), options.out, GetParam());
    }
}

TEST_P(BalanceOf, TheSampleDataComeOutAsPlanted)
{
    expect_truth(kept(TENGLONG_SAMPLE_DATA, GetParam().policy, 2), TENGLONG_SAMPLE_DATA,
                 GetParam());
}

INSTANTIATE_TEST_SUITE_P(EachMode, BalanceOf,
                         testing::Values(ModeCase{"zhuji-2021", "inside_line"},
                                         ModeCase{"zhejiang-2024", "inside_line"},
                                         ModeCase{"hangzhou-2021", "stock"},
                                         ModeCase{"ningbo-2021", "swap"}),
                         [](const testing::TestParamInfo<ModeCase>& each) {
                             std::string name = each.param.policy;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

} // namespace
} // namespace tenglong::tools::gen
