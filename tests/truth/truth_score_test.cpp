#include "core/policy/loader.hpp"
#include "geo/read/job.hpp"
#include "geo/survey/survey.hpp"
#include "tests/tools/gen/temp_folder.hpp"
#include "tests/truth/score.hpp"
#include "tools/gen/generate.hpp"

#include <gtest/gtest.h>

namespace tenglong::tools::gen {
namespace {

/// What a survey makes of a city that was written to disk.
[[nodiscard]] Score surveyed(std::uint64_t seed, bool noise)
{
    const TempFolder folder;
    Options options;
    options.seed = seed;
    options.noise = noise;
    options.out = folder.path();
    generate(options);
    const geo::Job job = geo::read_job(options.out + "/job.toml");
    const auto profile = load_profile(options.policy);
    geo::Workers workers;
    geo::Progress progress;
    const geo::Survey survey = geo::survey(job, *profile, options.as_of, workers, progress);
    return score_facts(survey, TruthTable{options.out + "/truth/parcels.csv"});
}

TEST(TruthOfFacts, ACleanCityIsFoundWhole)
{
    const Score score = surveyed(2023, false);
    EXPECT_TRUE(score.misses.empty()) << score.shown();
    EXPECT_GT(score.compared, 300U * 15U);
}

TEST(TruthOfFacts, ANoisyCityIsWrongNowhereInSilence)
{
    const Score score = surveyed(7, true);
    // A border that lies some centimetres beside its neighbour's is told by the check of topology.
    const auto is_border = [](const Miss& miss) {
        return miss.what == "area_computed_m2" || miss.what == "in_line_m2" ||
               miss.what == "out_line_m2";
    };
    for (const Miss& miss : score.misses) {
        EXPECT_TRUE(!miss.silent || is_border(miss)) << score.shown();
    }
    EXPECT_FALSE(score.misses.empty()) << "noise that nothing is lost by is no noise";
}

} // namespace
} // namespace tenglong::tools::gen
