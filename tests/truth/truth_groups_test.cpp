#include "core/policy/loader.hpp"
#include "geo/engine.hpp"
#include "geo/read/job.hpp"
#include "tests/tools/gen/temp_folder.hpp"
#include "tests/truth/truth_table.hpp"
#include "tools/gen/generate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace tenglong::tools::gen {
namespace {

/// A column of the truth and the column of the result that tells the same.
struct Pair {
    const char* truth;
    const char* found;
};

constexpr std::array<Pair, 8> k_sums{{
    {"parcels", "parcel_count"},
    {"area_registered_m2", "area_m2"},
    {"in_line_m2", "in_line_m2"},
    {"out_line_m2", "out_line_m2"},
    {"footprint_m2", "footprint_m2"},
    {"floor_m2", "floor_m2"},
    {"tax_wan", "tax_wan"},
    {"energy_tce", "energy_tce"},
}};

/// A clean city, rolled up once for all tests.
class TruthGroups : public testing::Test {
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
        s_profile = load_profile("hangzhou-2021");
        geo::Workers workers;
        geo::Progress progress;
        s_result = std::make_unique<geo::Result>(
            geo::analyze(*s_job, *s_profile, options.as_of, "test", workers, progress));
    }
    static void TearDownTestSuite()
    {
        s_result.reset();
        s_profile.reset();
        s_job.reset();
        s_folder.reset();
    }

    [[nodiscard]] static const ResultTable& found(const char* table)
    {
        return s_result->table(table).table;
    }
    [[nodiscard]] static TruthTable truth(const char* table)
    {
        return TruthTable{std::string{s_folder->path()} + "/truth/" + table + ".csv"};
    }
    [[nodiscard]] static double total(const ResultTable& table, const char* column)
    {
        double sum = 0.0;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            sum += table[column].present(row) ? table[column].figure(row) : 0.0;
        }
        return sum;
    }

    static std::unique_ptr<TempFolder> s_folder;
    static std::unique_ptr<geo::Job> s_job;
    static std::unique_ptr<Profile> s_profile;
    static std::unique_ptr<geo::Result> s_result;
};

std::unique_ptr<TempFolder> TruthGroups::s_folder;
std::unique_ptr<geo::Job> TruthGroups::s_job;
std::unique_ptr<Profile> TruthGroups::s_profile;
std::unique_ptr<geo::Result> TruthGroups::s_result;

// Footprints are cut with edges that are rounded to a tenth of a millimetre: 0.02 m² a group.
TEST_F(TruthGroups, TownsAndParksAddUpToWhatWasPlanted)
{
    for (const char* name : {"towns", "parks"}) {
        const TruthTable planted = truth(name);
        const ResultTable& table = found(name);
        std::size_t met = 0;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const auto at = planted.find(table["name"].text(row));
            met += at ? 1U : 0U;
            for (const Pair& pair : k_sums) {
                if (at) {
                    SCOPED_TRACE(std::string{name} + " " + std::string{table["name"].text(row)} +
                                 " " + pair.found);
                    ASSERT_TRUE(table[pair.found].present(row));
                    EXPECT_NEAR(table[pair.found].figure(row), *planted.number(*at, pair.truth),
                                0.02);
                }
            }
        }
        EXPECT_EQ(met, planted.rows()) << name;
    }
}

TEST_F(TruthGroups, EveryRollUpReconcilesWithTheParcels)
{
    const ResultTable& parcels = found("parcels");
    for (const char* name : {"units", "towns", "parks"}) {
        const ResultTable& table = found(name);
        EXPECT_EQ(total(table, "parcel_count"), static_cast<double>(parcels.rows())) << name;
        for (const char* column : {"area_m2", "in_line_m2", "out_line_m2", "reclaim_m2",
                                   "vacant_m2", "floor_potential_m2", "tax_wan", "energy_tce"}) {
            EXPECT_NEAR(total(table, column), total(parcels, column), 0.01) << name << column;
        }
        EXPECT_EQ(total(table, "enterprise_count") > 0.0, true);
    }
    EXPECT_NEAR(found("regions")["area_m2"].number(0), total(parcels, "area_m2"), 0.01);
}

TEST_F(TruthGroups, TheLandSuppliedInTheYearIsWhatWasPlanted)
{
    const TruthTable totals = truth("totals");
    const auto planted = [&](const char* name) {
        return *totals.number(totals.find(name).value(), "value");
    };
    const ResultTable& regions = found("regions");
    const auto value = [&](const char* column) { return regions[column].number(0); };
    EXPECT_NEAR(value("supplied_mu") / 0.0015, planted("supplied_m2"), 0.01);
    EXPECT_NEAR(value("supplied_industrial_mu") / 0.0015, planted("supplied_industrial_m2"), 0.01);
    EXPECT_NEAR(value("supplied_industrial_new_mu") / 0.0015, planted("supplied_industrial_new_m2"),
                0.01);
    for (const char* share :
         {"industrial_supply_share", "standard_land_share", "new_supply_plot_ratio"}) {
        EXPECT_NEAR(value(share), planted(share), 1e-6) << share; // as it is printed
    }
}

// The city is too small for 10,000 mu a year; 71.6% of its supply is for industry.
TEST_F(TruthGroups, TheChecksOfThePolicyAreAnsweredForTheWholeArea)
{
    const ResultTable& regions = found("regions");
    const auto has = [&](const char* column, const char* rule) {
        const auto codes = regions[column].codes(0);
        return std::find(codes.begin(), codes.end(), rule) != codes.end();
    };
    EXPECT_TRUE(has("met", "industrial_supply_kept"));
    EXPECT_TRUE(has("failed", "yearly_supply_met"));
    EXPECT_TRUE(has("failed", "yearly_new_supply_met"));
    EXPECT_TRUE(has("failed", "standard_land_all")); // one of six plots is not
}

TEST_F(TruthGroups, ParksLongHeldAndLittleDevelopedAreThosePlanted)
{
    const auto profile = load_profile("zhejiang-2024");
    geo::Workers workers;
    geo::Progress progress;
    const Options options;
    const geo::Result result =
        geo::analyze(*s_job, *profile, options.as_of, "test", workers, progress);
    const ResultTable& parks = result.table("parks").table;
    const TruthTable planted = truth("parks");
    std::size_t held = 0;
    for (std::size_t row = 0; row < parks.rows(); ++row) {
        const auto at = planted.find(parks["name"].text(row));
        if (at) {
            const auto flags = parks["flags"].codes(row);
            const bool flagged = std::find(flags.begin(), flags.end(), "long_held") != flags.end();
            EXPECT_EQ(flagged, planted.at(*at, "long_held") == "yes") << parks["name"].text(row);
            held += flagged ? 1U : 0U;
        }
    }
    EXPECT_GT(held, 0U);
}

} // namespace
} // namespace tenglong::tools::gen
