#include "core/policy/loader.hpp"
#include "tests/support/fact_text.hpp"
#include "tests/support/read_layers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace tenglong::tests {

namespace {

using geo::InputKind;
using geo::Survey;

const Profile& national()
{
    static const auto profile = load_profile("national");
    return *profile;
}

struct Input {
    InputKind kind;
    std::vector<std::string> fields;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> shapes; ///< none: a table
};

std::string code(std::size_t number)
{
    return fmt::format("330681001002GB{:05}", number);
}

std::string credit(std::size_t number)
{
    return fmt::format("91330681MA2{:06}X", number);
}

/// Six by six parcels of 100 m with what stands on them and who uses them; some overlap, some are
/// in two rows, buildings straddle, zones cut.
std::vector<Input> city()
{
    Input parcels{InputKind::parcels, {"parcel_code", "area_registered_m2", "holder"}, {}, {}};
    Input buildings{InputKind::buildings, {"storeys_above"}, {}, {}};
    Input enterprises{
        InputKind::enterprises, {"credit_code", "name", "parcel_code", "year", "tax_wan"}, {}, {}};
    Input leases{InputKind::leases,
                 {"lessor_credit_code", "lessee_credit_code", "parcel_code", "land_leased_m2"},
                 {},
                 {}};
    Input supply{InputKind::supply, {"parcel_code", "contract_date"}, {}, {}};
    Input line{InputKind::control_line, {"code"}, {}, {}};
    Input towns{InputKind::towns, {"name"}, {}, {}};
    for (std::size_t i = 0; i < 36; ++i) {
        const double x = 500'000.0 + 100.0 * static_cast<double>(i % 6) + (i % 7 == 0 ? 3.3 : 0.0);
        const std::size_t line_of_six = i / 6;
        const double y = 3'300'000.0 + 100.0 * static_cast<double>(line_of_six);
        const std::size_t number = i % 9 == 8 ? i - 1 : i; // a parcel in two rows
        parcels.rows.push_back({code(number), i % 5 == 0 ? "" : "10000", fmt::format("甲{}", i)});
        parcels.shapes.push_back(rectangle(x, y, 100.0, 100.0));
        buildings.rows.push_back({std::to_string(1 + i % 4)});
        buildings.shapes.push_back(
            rectangle(x + 11.1 * static_cast<double>(i % 9), y + 7.7, 41.3, 50.0));
        enterprises.rows.push_back({credit(i), fmt::format("企业{}", i), code(i * 5 % 36),
                                    i % 6 == 5 ? "2022" : "2023", fmt::format("{}.37", i * 13)});
        if (i % 4 == 0) {
            leases.rows.push_back({credit(i), credit(i + 1), code(i * 5 % 36), "2500.5"});
            supply.rows.push_back({code(i % 16), fmt::format("20{}-03-01", 10 + i % 12)});
        }
        if (i % 6 == 0) {
            line.rows.push_back({fmt::format("L{}", i)});
            line.shapes.push_back(rectangle(x - 20.7, y + 13.1, 430.9, 61.7));
            towns.rows.push_back({fmt::format("镇{}", i)});
            towns.shapes.push_back(rectangle(x, y - 0.3, 777.0, 99.9));
        }
    }
    return {parcels, buildings, enterprises, leases, supply, line, towns};
}

Survey survey_of(std::vector<Input> inputs, std::uint64_t seed, unsigned threads)
{
    HandMadeLayers layers;
    std::mt19937_64 random{seed};
    for (Input& input : inputs) {
        for (std::size_t i = input.rows.size(); seed != 0 && i > 1; --i) {
            const auto other = static_cast<std::size_t>(random() % i);
            std::swap(input.rows[i - 1], input.rows[other]);
            if (!input.shapes.empty()) {
                std::swap(input.shapes[i - 1], input.shapes[other]);
            }
        }
        layers.add(input.kind, input.fields, input.rows, input.shapes);
    }
    return layers.survey(national(), threads);
}

/// Kinds and subjects of all issues; their rows move with the shuffling.
std::multiset<std::string> issues_of(const Survey& survey)
{
    std::multiset<std::string> all;
    for (const Issue& issue : survey.issues) {
        all.insert(issue.kind + " " + issue.place.file);
    }
    return all;
}

} // namespace

TEST(ShuffledInput, GivesTheSameSurveyWhateverTheThreads)
{
    const Survey first = survey_of(city(), 0, 1);
    ASSERT_EQ(first.parcel_facts->rows(), 32U); // 36 rows, 4 of them second ones
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        SCOPED_TRACE(seed);
        const Survey other = survey_of(city(), seed, static_cast<unsigned>(seed));
        EXPECT_EQ(all_facts(*first.parcel_facts), all_facts(*other.parcel_facts));
        EXPECT_EQ(all_facts(*first.enterprise_facts), all_facts(*other.enterprise_facts));
        EXPECT_EQ(all_facts(*first.park_facts), all_facts(*other.park_facts));
        EXPECT_EQ(first.parcels.shapes.points, other.parcels.shapes.points);
        EXPECT_EQ(first.buildings.shapes.points, other.buildings.shapes.points);
        EXPECT_EQ(issues_of(first), issues_of(other));
    }
}

/// Rows that cannot be used, and by which issue each is named with its file and row.
TEST(EveryRow, EndsAsAResultOrAsAnIssueThatNamesIt)
{
    HandMadeLayers layers;
    const std::string square = rectangle(500'000.0, 3'300'000.0, 100.0, 100.0);
    layers.add(InputKind::parcels, {"parcel_code"}, {{code(1)}, {code(1)}}, {square, square});
    const std::string works = rectangle(500'010.0, 3'300'010.0, 20.0, 20.0);
    layers.add(InputKind::buildings, {"storeys_above"}, {{"1"}, {"1"}, {"1"}},
               {works, rectangle(600'000.0, 3'300'000.0, 10.0, 10.0), works});
    layers.add(InputKind::enterprises, {"credit_code", "name", "parcel_code", "year"},
               {{credit(1), "甲公司", code(1), "2023"},
                {credit(1), "甲公司", code(1), "2023"},
                {credit(2), "乙公司", "", "2023"},
                {"", "", "", ""},
                {credit(1), "甲公司", code(1), "2021"},
                {credit(2), "乙公司", "", "2021"}});
    layers.add(InputKind::towns, {"name"}, {{"南镇"}, {""}}, {square, square});
    layers.add(InputKind::planned_use, {"planned_use"}, {{""}, {"0601"}}, {square, square});
    layers.add(InputKind::leases, {"lessee_credit_code", "parcel_code", "land_leased_m2"},
               {{credit(1), code(1), "500"}, {credit(9), code(1), "1"}, {credit(1), code(9), "1"}});
    layers.add(InputKind::supply, {"parcel_code", "contract_date"},
               {{code(1), "2019-03-01"}, {code(9), "2019-03-01"}, {code(1), "2021-03-01"}});
    const Survey survey = layers.survey(national());

    const auto named = [&](const char* file) {
        std::set<std::int64_t> rows;
        for (const Issue& issue : survey.issues) {
            if (issue.place.file == file && issue.place.row != 0) {
                rows.insert(issue.place.row);
            }
        }
        return rows;
    };
    using Rows = std::set<std::int64_t>;
    EXPECT_EQ(survey.parcel_facts->rows(), 1U);
    EXPECT_EQ(named("parcels.gpkg").size(), 1U);
    const Rows of_enterprises = named("enterprises.gpkg");
    EXPECT_TRUE(of_enterprises.contains(1) || of_enterprises.contains(2));
    EXPECT_TRUE(of_enterprises.contains(3));
    EXPECT_TRUE(of_enterprises.contains(4));
    const Rows of_leases = named("leases.gpkg");
    EXPECT_TRUE(of_leases.contains(2));
    EXPECT_TRUE(of_leases.contains(3));
    const Rows of_supply = named("supply.gpkg");
    EXPECT_TRUE(of_supply.contains(2));
    EXPECT_TRUE(of_supply.contains(1) || of_supply.contains(3)); // one of them leads
    const Rows of_buildings = named("buildings.gpkg");
    EXPECT_TRUE(of_buildings.contains(2));
    EXPECT_TRUE(of_buildings.contains(1) || of_buildings.contains(3));
    EXPECT_EQ(of_buildings.size(), 2U);
    EXPECT_EQ(named("towns.gpkg"), Rows{2});
    EXPECT_EQ(named("planned_use.gpkg"), Rows{1});
    const auto other_year = std::ranges::find(survey.issues, "other_year", &Issue::kind);
    ASSERT_NE(other_year, survey.issues.end());
    EXPECT_EQ(other_year->text.en, "rows of 2021 are set aside (2: 5-6); those of 2023 count");
}

TEST(EveryRow, OfManyBuildingsOnNoParcelIsNamedInOneIssue)
{
    HandMadeLayers layers;
    layers.add(InputKind::parcels, {"parcel_code"}, {{code(1)}},
               {rectangle(500'000.0, 3'300'000.0, 100.0, 100.0)});
    std::vector<std::vector<std::string>> rows(22, {"1"});
    std::vector<std::string> shapes{rectangle(500'010.0, 3'300'010.0, 20.0, 20.0)};
    for (int n = 1; n < 22; ++n) {
        shapes.push_back(rectangle(510'000.0 + 30.0 * n, 3'300'000.0, 20.0, 20.0));
    }
    layers.add(InputKind::buildings, {"storeys_above"}, rows, shapes);
    const Survey survey = layers.survey(national());

    ASSERT_EQ(std::ranges::count(survey.issues, "building_outside", &Issue::kind), 1);
    const auto found = std::ranges::find(survey.issues, "building_outside", &Issue::kind);
    EXPECT_EQ(found->text.en, "21 buildings stand on no parcel: rows 2-22");
}

} // namespace tenglong::tests
