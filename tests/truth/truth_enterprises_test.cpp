#include "core/policy/loader.hpp"
#include "geo/engine.hpp"
#include "geo/read/job.hpp"
#include "tests/tools/gen/temp_folder.hpp"
#include "tests/truth/truth_table.hpp"
#include "tools/gen/generate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace tenglong::tools::gen {
namespace {

/// A rule that people ask after, and the column of the truth that answers it.
struct Asked {
    const char* policy;
    const char* rule;
    const char* column;
};

/// A clean city, judged by one policy after another.
class TruthEnterprises : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = std::make_unique<TempFolder>();
        Options options;
        options.parcels = 300;
        options.seed = 2023;
        options.out = s_folder->path();
        generate(options);
        s_job = std::make_unique<geo::Job>(geo::read_job(options.out + "/job.toml"));
    }
    static void TearDownTestSuite()
    {
        s_job.reset();
        s_folder.reset();
    }

    [[nodiscard]] static geo::Result run(const Profile& profile)
    {
        geo::Workers workers;
        geo::Progress progress;
        return geo::analyze(*s_job, profile, Options{}.as_of, "test", workers, progress);
    }
    [[nodiscard]] static TruthTable truth(const char* table)
    {
        return TruthTable{std::string{s_folder->path()} + "/truth/" + table + ".csv"};
    }
    /// Every answer of a rule that is not no, by subject.
    [[nodiscard]] static std::map<std::string, std::string> answers(const geo::Result& result,
                                                                    std::string_view rule)
    {
        std::map<std::string, std::string> found;
        const ResultTable evidence = geo::gathered(result.table("evidence")).table;
        for (std::size_t row = 0; row < evidence.rows(); ++row) {
            if (evidence["rule"].text(row) == rule && evidence["subject_code"].present(row)) {
                found[std::string{evidence["subject_code"].text(row)}] =
                    evidence["verdict"].text(row);
            }
        }
        return found;
    }
    /// Each subject of a table of truth against what the rule answers of it.
    static void expect_answers(const geo::Result& result, const TruthTable& planted,
                               const ResultTable& subjects, const char* key, const Asked& asked)
    {
        SCOPED_TRACE(std::string{asked.policy} + " " + asked.rule);
        const auto found = answers(result, asked.rule);
        std::size_t yes = 0;
        for (std::size_t row = 0; row < subjects.rows(); ++row) {
            const std::string code{subjects[key].present(row) ? subjects[key].text(row) : ""};
            const auto at = planted.find(code);
            if (!at) {
                continue;
            }
            const std::string& expected = planted.at(*at, asked.column);
            const auto answer = found.find(code);
            const std::string told = answer == found.end() ? "no" : answer->second;
            if (expected == "no") { // of what the data leave out it may be undecided
                EXPECT_NE(told, "yes") << code;
            } else if (expected != "depends") {
                EXPECT_EQ(told, expected == "undecided" ? "unknown" : expected) << code;
            }
            yes += told == "yes" ? 1U : 0U;
        }
        EXPECT_GT(yes, 0U) << "nobody meets the rule, so that it is not put to the test";
    }

    static std::unique_ptr<TempFolder> s_folder;
    static std::unique_ptr<geo::Job> s_job;
};

std::unique_ptr<TempFolder> TruthEnterprises::s_folder;
std::unique_ptr<geo::Job> TruthEnterprises::s_job;

// C1, C2: the formula published for 2022, and its classes by share of those who have a score.
TEST_F(TruthEnterprises, IndicatorsScoresAndClassesAreThosePlanted)
{
    const auto profile = load_profile("huangyan-2022");
    const geo::Result result = run(*profile);
    const ResultTable& table = result.table("enterprises").table;
    const TruthTable planted = truth("enterprises");
    const TruthTable classes = truth("classes");
    std::size_t scores = 0;
    std::size_t letters = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string code{table["credit_code"].present(row) ? table["credit_code"].text(row)
                                                                 : ""};
        SCOPED_TRACE(code);
        const auto at = planted.find(code);
        if (!at) {
            continue;
        }
        for (const char* column :
             {"tax_per_mu", "value_added_per_mu", "energy_per_value", "productivity", "rd_share"}) {
            const auto expected = planted.number(*at, column);
            ASSERT_EQ(table[column].present(row), expected.has_value()) << column;
            if (expected) {
                // Land is written to 0.01 m², of some 500 m² and more; the truth to 6 decimals.
                EXPECT_NEAR(table[column].figure(row), *expected, 2e-5 * *expected + 1e-6)
                    << column;
            }
        }
        if (const auto expected = planted.number(*at, "score_huangyan_2022");
            expected && table["score"].present(row)) {
            EXPECT_NEAR(table["score"].figure(row), *expected, 1e-3 * *expected);
            ++scores;
        }
        if (const auto place = classes.find(code); place && table["class"].present(row)) {
            EXPECT_EQ(table["class"].text(row), classes.at(*place, "class"));
            ++letters;
        }
    }
    EXPECT_GT(scores, 100U);
    EXPECT_GT(letters, 100U);
}

/// D5, worked out from the truth: closing and changing the function free all energy, rebuilding and
/// upgrading what exceeds 0.52 tce for 10,000 yuan; 2 t of carbon go with each.
[[nodiscard]] std::optional<double> energy_room(const TruthTable& truth, std::size_t at)
{
    const std::string& measure = truth.at(at, "measure_zhuji_2021");
    const auto energy = truth.number(at, "energy_tce");
    const auto value = truth.number(at, "value_added_wan");
    if (measure == "close" || measure == "change_function") {
        return energy;
    }
    if (measure == "rebuild" || measure == "improve") {
        return energy && value ? std::optional{std::max(*energy - 0.52 * *value, 0.0)}
                               : std::nullopt;
    }
    return 0.0;
}

TEST_F(TruthEnterprises, ZhujisEnergyRoomAndListsAreThosePlanted)
{
    const auto profile = load_profile("zhuji-2021");
    const geo::Result result = run(*profile);
    const TruthTable planted = truth("parcels");
    const ResultTable& parcels = result.table("parcels").table;
    std::map<std::string, double> by_measure;
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const auto at = planted.find(parcels["parcel_code"].text(row));
        ASSERT_TRUE(at);
        const std::string& measure = planted.at(*at, "measure_zhuji_2021");
        const auto expected = energy_room(planted, *at);
        if (measure.empty() || measure == "depends" || !parcels["measure"].present(row)) {
            continue;
        }
        SCOPED_TRACE(parcels["parcel_code"].text(row));
        ASSERT_EQ(parcels["energy_room_tce"].present(row), expected.has_value()) << measure;
        if (expected) {
            EXPECT_NEAR(parcels["energy_room_tce"].figure(row), *expected, 1e-3);
            EXPECT_NEAR(parcels["carbon_room_t"].figure(row), 2.0 * *expected, 2e-3);
            by_measure[measure] += *expected;
        }
    }
    EXPECT_GT(by_measure["improve"] + by_measure["rebuild"], 0.0);
    EXPECT_GT(by_measure["close"], 0.0);
    // The whole of the table by measure is that of the region.
    const ResultTable& measures = result.table("measures").table;
    double whole = 0.0;
    for (std::size_t row = 0; row < measures.rows(); ++row) {
        if (measures["level"].text(row) == "all" &&
            measures["subject_kind"].text(row) == "parcel" &&
            measures["energy_room_tce"].present(row)) {
            whole += measures["energy_room_tce"].figure(row);
        }
    }
    EXPECT_NEAR(whole, result.table("regions").table["energy_room_tce"].figure(0), 0.01);
    expect_answers(result, truth("enterprises"), result.table("enterprises").table, "credit_code",
                   {"zhuji-2021", "two_high_project", "two_high_size"});
}

TEST_F(TruthEnterprises, RightsOfTheProvinceAreThosePlanted)
{
    const auto profile = load_profile("zhejiang-2024");
    const geo::Result result = run(*profile);
    const ResultTable& parcels = result.table("parcels").table;
    const ResultTable& firms = result.table("enterprises").table;
    expect_answers(result, truth("enterprises"), firms, "credit_code",
                   {"zhejiang-2024", "research_over_5", "research_over_5"});
    expect_answers(result, truth("enterprises"), firms, "credit_code",
                   {"zhejiang-2024", "green_channel", "green_channel"});
    expect_answers(result, truth("parcels"), parcels, "parcel_code",
                   {"zhejiang-2024", "may_upgrade", "may_upgrade_zhejiang_2024"});
}

TEST_F(TruthEnterprises, RightsOfNingboAndHangzhouAreThosePlanted)
{
    const auto ningbo = load_profile("ningbo-2021");
    const geo::Result of_ningbo = run(*ningbo);
    const ResultTable& parcels = of_ningbo.table("parcels").table;
    expect_answers(of_ningbo, truth("parcels"), parcels, "parcel_code",
                   {"ningbo-2021", "may_upgrade", "may_upgrade_ningbo_2021"});
    expect_answers(of_ningbo, truth("parcels"), parcels, "parcel_code",
                   {"ningbo-2021", "support_over", "support_over_ningbo_2021"});
    const auto hangzhou = load_profile("hangzhou-2021");
    const geo::Result of_hangzhou = run(*hangzhou);
    expect_answers(of_hangzhou, truth("enterprises"), of_hangzhou.table("enterprises").table,
                   "credit_code", {"hangzhou-2021", "class_a_exempt", "class_a_exempt"});
    expect_answers(of_hangzhou, truth("parcels"), of_hangzhou.table("parcels").table, "parcel_code",
                   {"hangzhou-2021", "new_outside_platform", "new_outside_platform"});
}

} // namespace
} // namespace tenglong::tools::gen
