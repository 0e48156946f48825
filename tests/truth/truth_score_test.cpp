#include "core/policy/loader.hpp"
#include "geo/engine.hpp"
#include "geo/read/job.hpp"
#include "tests/tools/gen/temp_folder.hpp"
#include "tests/truth/score.hpp"
#include "tools/gen/generate.hpp"
#include "tools/gen/truth/policy.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace tenglong::tools::gen {
namespace {

/// Parcels of a city and its seeds: few here; more by TENGLONG_TRUTH_PARCELS=2000 and
/// TENGLONG_TRUTH_SEEDS=5 (seeds 1 to 5 as well), which takes minutes.
[[nodiscard]] std::size_t told(const char* variable, std::size_t otherwise)
{
    const char* value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): one thread
    return value == nullptr ? otherwise : std::strtoul(value, nullptr, 10);
}

[[nodiscard]] std::vector<std::uint64_t> with_more(std::vector<std::uint64_t> seeds)
{
    for (std::uint64_t more = 1; more <= told("TENGLONG_TRUTH_SEEDS", 0); ++more) {
        seeds.push_back(more);
    }
    return seeds;
}

// 2023 is the seed of the sample data.
[[nodiscard]] std::vector<std::uint64_t> noisy_seeds()
{
    return with_more({7U, 2023U});
}

[[nodiscard]] std::vector<std::uint64_t> clean_seeds()
{
    return with_more({2023U});
}

/// A city written to disk, and what the engine makes of it under one policy.
[[nodiscard]] Score scored(const Options& options, const gen::Reading& reading)
{
    const geo::Job job = geo::read_job(options.out + "/job.toml");
    const auto profile = load_profile(std::string{reading.id});
    geo::Workers workers;
    geo::Progress progress;
    const geo::Result result =
        geo::analyze(job, *profile, options.as_of, "test", workers, progress);
    return score_result(result, TruthTable{options.out + "/truth/parcels.csv"}, reading.column);
}

class TruthOf : public testing::TestWithParam<std::size_t> {
protected:
    [[nodiscard]] const gen::Reading& reading() const { return readings()[GetParam()]; }
    [[nodiscard]] Options city(std::uint64_t seed, bool noise) const
    {
        Options options;
        options.parcels = 300;
        options.seed = seed;
        options.out = m_folder.path();
        options.noise = noise;
        return options;
    }

private:
    TempFolder m_folder;
};

TEST_P(TruthOf, ACleanCityIsFoundWhole)
{
    for (const std::uint64_t seed : clean_seeds()) {
        Options options = city(seed, false);
        options.parcels = static_cast<std::int64_t>(told("TENGLONG_TRUTH_PARCELS", 300));
        generate(options);
        const Score score = scored(options, reading());
        EXPECT_TRUE(score.misses.empty()) << seed << ": " << score.shown();
        EXPECT_GT(score.compared, 300U * 30U);
    }
}

TEST_P(TruthOf, ANoisyCityIsWrongNowhereInSilence)
{
    for (const std::uint64_t seed : noisy_seeds()) {
        Options options = city(seed, true);
        options.parcels = static_cast<std::int64_t>(told("TENGLONG_TRUTH_PARCELS", 300));
        generate(options);
        const Score score = scored(options, reading());
        EXPECT_EQ(score.silent(), 0U) << seed << ": " << score.shown();
    }
}

INSTANTIATE_TEST_SUITE_P(EachPolicy, TruthOf, testing::Range(std::size_t{0}, readings().size()),
                         [](const testing::TestParamInfo<std::size_t>& each) {
                             std::string name;
                             for (const char c : readings()[each.param].id) {
                                 name += c == '-' ? 'x' : c;
                             }
                             return name;
                         });

} // namespace
} // namespace tenglong::tools::gen
