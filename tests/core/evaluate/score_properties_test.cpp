#include "core/evaluate/score.hpp"

#include "tests/core/evaluate/published_schemes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace tenglong {
namespace {

/// Random subjects with gaps, zeros, ties, groups and unknown overrides, from one seed.
struct City {
    explicit City(unsigned seed) : random{seed}
    {
        const std::size_t count = random() % 60;
        for (std::size_t i = 0; i < count; ++i) {
            // Few different values, so that ties are common.
            rows.push_back({static_cast<double>(random() % 5), static_cast<double>(random() % 7)});
            gaps.push_back(random() % 5 == 0 ? 1 : 0);
            groups.push_back(random() % 10 == 0 ? k_no_group
                                                : static_cast<std::uint32_t>(random() % 3));
            outside.push_back(random() % 8 == 0 ? 1 : 0);
            accident.push_back(random() % 6 == 0 ? 1 : 0);
            known.push_back(random() % 4 == 0 ? 0 : 1);
        }
    }

    [[nodiscard]] Scheme scheme()
    {
        Scheme scheme = testing::two_indicators(2.0, 3.0);
        testing::cut_at_20_60_95(scheme);
        constexpr std::array k_missing{MissingRule::undecided, MissingRule::average,
                                       MissingRule::zero, MissingRule::drop};
        constexpr std::array k_families{ScoreFamily::ratio, ScoreFamily::min_max,
                                        ScoreFamily::mean_inverse, ScoreFamily::rank};
        for (ScoreItem& item : scheme.items) {
            item.missing = k_missing[random() % k_missing.size()];
            item.family = k_families[random() % k_families.size()];
            item.baseline.kind = random() % 2 == 0 ? BaselineKind::fixed : BaselineKind::mean;
            item.zero_is_missing = random() % 2 == 0;
        }
        scheme.ties = random() % 2 == 0 ? TieRule::better : TieRule::worse;
        scheme.seats = random() % 2 == 0 ? SeatRounding::down : SeatRounding::up;
        scheme.statistics = random() % 2 == 0 ? StatisticsScope::group : StatisticsScope::all;
        scheme.overrides = {{"safety", {}, {}, "accident", OverrideKind::veto, "D", 1}};
        return scheme;
    }

    /// Scores with the subjects in the order given.
    [[nodiscard]] ScoreTable scored(const Scheme& scheme,
                                    const std::vector<std::size_t>& order) const
    {
        std::vector<std::vector<double>> some_rows;
        std::vector<std::uint32_t> some_groups;
        std::vector<std::uint8_t> some_outside;
        std::vector<std::uint8_t> some_accident;
        std::vector<std::uint8_t> some_known;
        for (const std::size_t i : order) {
            some_rows.push_back(rows[i]);
            some_groups.push_back(groups[i]);
            some_outside.push_back(outside[i]);
            some_accident.push_back(accident[i]);
            some_known.push_back(known[i]);
        }
        testing::Table table{some_rows};
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (gaps[order[i]] != 0) {
                table.miss(i, 1);
            }
        }
        if (order.empty()) {
            ScoreInputs nobody;
            nobody.items.resize(2);
            nobody.overrides.resize(1);
            return score(scheme, nobody);
        }
        ScoreInputs inputs = table.inputs(scheme);
        inputs.groups = some_groups;
        inputs.not_ranked = {some_outside, {}};
        inputs.overrides = {{some_accident, some_known}};
        return score(scheme, inputs);
    }

    [[nodiscard]] std::vector<std::size_t> order() const
    {
        std::vector<std::size_t> result(rows.size());
        std::iota(result.begin(), result.end(), std::size_t{0});
        return result;
    }

    std::mt19937 random;
    std::vector<std::vector<double>> rows;
    std::vector<std::uint8_t> gaps;
    std::vector<std::uint32_t> groups;
    std::vector<std::uint8_t> outside;
    std::vector<std::uint8_t> accident;
    std::vector<std::uint8_t> known;
};

constexpr unsigned k_cities = 300;

TEST(ScoreProperties, NothingDependsOnTheOrderOfTheSubjects)
{
    for (unsigned seed = 0; seed < k_cities; ++seed) {
        SCOPED_TRACE(seed);
        City city{seed};
        const Scheme scheme = city.scheme();
        std::vector<std::size_t> order = city.order();
        const ScoreTable straight = city.scored(scheme, order);
        std::shuffle(order.begin(), order.end(), city.random);
        const ScoreTable mixed = city.scored(scheme, order);

        for (std::size_t i = 0; i < order.size(); ++i) {
            const SubjectScore& a = straight.subjects[order[i]];
            const SubjectScore& b = mixed.subjects[i];
            EXPECT_EQ(a.total, b.total); // to the last bit
            EXPECT_EQ(a.rank, b.rank);
            EXPECT_EQ(a.class_before, b.class_before);
            EXPECT_EQ(a.class_after, b.class_after);
            EXPECT_EQ(a.overrides.size(), b.overrides.size());
        }
    }
}

TEST(ScoreProperties, EveryRankedSubjectHasOneClassAndNobodyElseBefore)
{
    for (unsigned seed = 0; seed < k_cities; ++seed) {
        SCOPED_TRACE(seed);
        City city{seed};
        const Scheme scheme = city.scheme();
        const ScoreTable table = city.scored(scheme, city.order());
        std::map<std::uint32_t, std::uint32_t> ranked;
        for (std::size_t i = 0; i < city.rows.size(); ++i) {
            const SubjectScore& subject = table.subjects[i];
            EXPECT_EQ(subject.ranked, subject.rank.has_value());
            EXPECT_EQ(subject.ranked, subject.class_before.has_value());
            EXPECT_EQ(subject.ranked,
                      subject.total && city.outside[i] == 0 && city.groups[i] != k_no_group);
            ranked[city.groups[i]] += subject.ranked ? 1 : 0;
        }
        for (std::size_t i = 0; i < city.rows.size(); ++i) {
            const SubjectScore& subject = table.subjects[i];
            EXPECT_EQ(subject.group_size, subject.ranked ? ranked[city.groups[i]] : 0);
        }
    }
}

TEST(ScoreProperties, ABetterTotalNeverHasAWorseRankOrClass)
{
    for (unsigned seed = 0; seed < k_cities; ++seed) {
        SCOPED_TRACE(seed);
        City city{seed};
        const Scheme scheme = city.scheme();
        const ScoreTable table = city.scored(scheme, city.order());
        for (std::size_t i = 0; i < city.rows.size(); ++i) {
            for (std::size_t j = 0; j < city.rows.size(); ++j) {
                const SubjectScore& a = table.subjects[i];
                const SubjectScore& b = table.subjects[j];
                if (!a.ranked || !b.ranked || city.groups[i] != city.groups[j]) {
                    continue;
                }
                if (*a.total > *b.total + 1e-8) {
                    EXPECT_LT(*a.rank, *b.rank);
                    EXPECT_LE(*a.class_before, *b.class_before);
                } else if (*a.total == *b.total) {
                    EXPECT_EQ(a.rank, b.rank);
                    EXPECT_EQ(a.class_before, b.class_before);
                }
            }
        }
    }
}

TEST(ScoreProperties, ClassesTakeTheirSharesWhereThereAreNoTies)
{
    for (unsigned count = 1; count < 200; ++count) {
        Scheme scheme = testing::two_indicators(2.0, 3.0);
        testing::cut_at_20_60_95(scheme);
        std::vector<std::vector<double>> rows;
        for (unsigned i = 0; i < count; ++i) {
            rows.push_back({static_cast<double>(i), 1.0});
        }
        std::array<unsigned, 4> counts{};
        const ScoreTable table = testing::Table{rows}.scored(scheme);
        for (const SubjectScore& subject : table.subjects) {
            ++counts.at(*subject.class_before);
        }
        // Whole percents of whole numbers, so integers tell where each class ends.
        EXPECT_EQ(counts[0], count * 20 / 100) << count;
        EXPECT_EQ(counts[0] + counts[1], count * 60 / 100) << count;
        EXPECT_EQ(counts[0] + counts[1] + counts[2], count * 95 / 100) << count;
        EXPECT_EQ(counts[0] + counts[1] + counts[2] + counts[3], count);
    }
}

TEST(ScoreProperties, TotalsAreTheSumOfTheirItems)
{
    for (unsigned seed = 0; seed < k_cities; ++seed) {
        SCOPED_TRACE(seed);
        City city{seed};
        const Scheme scheme = city.scheme();
        const ScoreTable table = city.scored(scheme, city.order());
        for (std::size_t i = 0; i < city.rows.size(); ++i) {
            double sum = 0.0;
            bool whole = true;
            for (const ItemScore& item : table.items_of(i)) {
                whole = whole && item.points.has_value();
                sum += item.points.value_or(0.0);
            }
            if (whole) {
                EXPECT_NEAR(*table.subjects[i].total, sum, 1e-9);
            }
        }
    }
}

} // namespace
} // namespace tenglong
