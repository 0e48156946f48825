#include "core/evaluate/classes.hpp"

#include "tests/core/evaluate/published_schemes.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

[[nodiscard]] Scheme scheme_of_classes()
{
    Scheme scheme = testing::two_indicators(1, 1);
    testing::cut_at_20_60_95(scheme);
    return scheme;
}

/// Ranks totals as one group and writes their classes in the order given: "ABCD".
[[nodiscard]] std::string letters(const Scheme& scheme, const std::vector<double>& totals)
{
    std::vector<SubjectScore> subjects(totals.size());
    std::vector<std::uint32_t> members;
    for (std::uint32_t i = 0; i < totals.size(); ++i) {
        subjects[i].total = totals[i];
        members.push_back(i);
    }
    rank_group(scheme, members, subjects);
    std::string result;
    for (const SubjectScore& subject : subjects) {
        result += scheme.classes[*subject.class_before].letter;
    }
    return result;
}

TEST(Seats, AreInclusiveAndSafeFromRoundingNoise)
{
    EXPECT_EQ(seats_of(0.2, 10, SeatRounding::down), 2U);
    EXPECT_EQ(seats_of(0.1 + 0.2, 10, SeatRounding::down), 3U); // 0.30000000000000004
    EXPECT_EQ(seats_of(0.07, 100, SeatRounding::up), 7U);       // 7.000000000000001
    EXPECT_EQ(seats_of(0.29, 100, SeatRounding::down), 29U);    // 28.999999999999996
}

TEST(Seats, RoundAsTheSchemeSays)
{
    // Tongling 2021: 755 firms, 20% are 151 places exactly; 734 firms would make 146.8.
    EXPECT_EQ(seats_of(0.2, 755, SeatRounding::up), 151U);
    EXPECT_EQ(seats_of(0.2, 734, SeatRounding::down), 146U);
    EXPECT_EQ(seats_of(0.2, 734, SeatRounding::nearest), 147U);
    EXPECT_EQ(seats_of(0.2, 3, SeatRounding::down), 0U);
    EXPECT_EQ(seats_of(0.2, 3, SeatRounding::up), 1U);
    EXPECT_EQ(seats_of(0.5, 5, SeatRounding::nearest), 3U);
}

TEST(Classes, AreCutByShareFromTheBest)
{
    // 20 firms: 4 A, 12 to B's end, 19 to C's end.
    std::vector<double> totals;
    totals.reserve(20);
    for (int i = 0; i < 20; ++i) {
        totals.push_back(100.0 - i);
    }
    EXPECT_EQ(letters(scheme_of_classes(), totals), "AAAABBBBBBBBCCCCCCCD");
}

TEST(Classes, KeepEqualsTogetherInTheBetterOrTheWorse)
{
    Scheme scheme = scheme_of_classes();
    const std::vector<double> totals{90, 80, 80, 80, 50}; // A ends after the first

    EXPECT_EQ(letters(scheme, totals), "ABBBD");
    EXPECT_EQ(letters(scheme, {80, 80, 60, 50, 40}), "AABCD");
    scheme.ties = TieRule::worse;
    EXPECT_EQ(letters(scheme, totals), "ACCCD");
    EXPECT_EQ(letters(scheme, {80, 80, 60, 50, 40}), "BBBCD");
}

TEST(Classes, TakeTotalsThatDifferInTheLastBitsAsEqual)
{
    EXPECT_EQ(letters(scheme_of_classes(), {0.1 + 0.2, 0.3, 0.1, 0.05, 0.01}), "AABCD");
}

TEST(Classes, LeaveASmallGroupToItsRounding)
{
    Scheme scheme = scheme_of_classes();
    EXPECT_EQ(letters(scheme, {50}), "D");
    EXPECT_EQ(letters(scheme, {50, 40}), "BD");
    scheme.seats = SeatRounding::up;
    EXPECT_EQ(letters(scheme, {50}), "A");
    EXPECT_EQ(letters(scheme, {50, 40}), "AB");
}

TEST(Classes, AreCutByScoreInclusive)
{
    Scheme scheme = scheme_of_classes();
    scheme.cut = CutMode::by_score;
    scheme.classes[0].score = 90;
    scheme.classes[1].score = 70;
    scheme.classes[2].score = 50;

    EXPECT_EQ(class_by_score(scheme, 90.0), 0U);
    EXPECT_EQ(class_by_score(scheme, 89.999), 1U);
    EXPECT_EQ(class_by_score(scheme, 50.0), 2U);
    EXPECT_EQ(class_by_score(scheme, -5.0), 3U);
}

/// The class after overrides of the kinds given, all of which hold, from a class before.
[[nodiscard]] std::string after(std::vector<ScoreOverride> overrides, std::size_t before)
{
    Scheme scheme = scheme_of_classes();
    scheme.overrides = std::move(overrides);
    SubjectScore score;
    score.class_before = before;
    const std::vector<std::optional<bool>> all(scheme.overrides.size(), true);
    apply_overrides(scheme, all, score);
    return scheme.classes[*score.class_after].letter;
}

[[nodiscard]] ScoreOverride veto(std::string letter)
{
    return {"veto", {}, {}, "accident", OverrideKind::veto, std::move(letter), 1};
}

[[nodiscard]] ScoreOverride cap(std::string letter)
{
    return {"cap", {}, {}, "complaint", OverrideKind::cap, std::move(letter), 1};
}

[[nodiscard]] ScoreOverride move(OverrideKind kind, int steps)
{
    return {"move", {}, {}, "award", kind, {}, steps};
}

TEST(Overrides, MoveWithinTheClasses)
{
    EXPECT_EQ(after({veto("D")}, 0), "D");
    EXPECT_EQ(after({cap("B")}, 0), "B");
    EXPECT_EQ(after({cap("B")}, 2), "C");
    EXPECT_EQ(after({move(OverrideKind::promote, 1)}, 2), "B");
    EXPECT_EQ(after({move(OverrideKind::promote, 9)}, 2), "A");
    EXPECT_EQ(after({move(OverrideKind::demote, 1)}, 0), "B");
    EXPECT_EQ(after({move(OverrideKind::demote, 9)}, 0), "D");
}

TEST(Overrides, WorkInTheOrderOfTheScheme)
{
    EXPECT_EQ(after({veto("D"), move(OverrideKind::promote, 1)}, 0), "C");
    EXPECT_EQ(after({move(OverrideKind::promote, 1), veto("D")}, 0), "D");
    EXPECT_EQ(after({cap("B"), move(OverrideKind::promote, 1)}, 2), "B");
}

TEST(Overrides, ReportWhatIsUnknownAndDoNotApplyIt)
{
    Scheme scheme = scheme_of_classes();
    scheme.overrides = {veto("D"), move(OverrideKind::demote, 1), cap("C")};
    SubjectScore score;
    score.class_before = 0;
    const std::vector<std::optional<bool>> holds{std::nullopt, true, false};
    apply_overrides(scheme, holds, score);

    EXPECT_EQ(score.class_after, 1U);
    ASSERT_EQ(score.overrides.size(), 2U);
    EXPECT_FALSE(score.overrides[0].known);
    EXPECT_EQ(score.overrides[0].before, score.overrides[0].after);
    EXPECT_EQ(score.overrides[1].index, 1U);
    EXPECT_EQ(score.overrides[1].before, 0U);
    EXPECT_EQ(score.overrides[1].after, 1U);
}

TEST(Overrides, OnlyAVetoDecidesWhatWasUndecided)
{
    Scheme scheme = scheme_of_classes();
    scheme.overrides = {move(OverrideKind::promote, 1), cap("B")};
    const std::vector<std::optional<bool>> both{true, true};
    SubjectScore score;
    apply_overrides(scheme, both, score);
    EXPECT_EQ(score.class_after, std::nullopt);

    scheme.overrides = {veto("D")};
    const std::vector<std::optional<bool>> one{true};
    apply_overrides(scheme, one, score);
    EXPECT_EQ(score.class_after, 3U);
}

} // namespace
} // namespace tenglong
