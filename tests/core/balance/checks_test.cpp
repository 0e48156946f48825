#include "core/balance/checks.hpp"

#include "tests/core/balance/balance_case.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tenglong {

namespace {

using enum ChangeKind;
using tests::booking;
using tests::rules;

BalanceCheck only_check(const std::vector<Booking>& bookings, const Balance& balance)
{
    const Judgement judgement = judge(bookings, {}, balance, States::decided);
    EXPECT_EQ(judgement.checks.size(), 1U);
    return judgement.checks.front();
}

// Equal areas are enough at 1:1 (Zhuji 四（二）) and short by a fifth at 1:1.2 (Hangzhou 四（三）).
TEST(BalanceChecks, TheRatioDecidesHowMuchIsDue)
{
    const std::vector<Booking> bookings{booking(occupy, "BG2", "2023-02-25", 5000),
                                        booking(compensate, "BG1", "2023-01-28", 5000)};

    EXPECT_EQ(only_check(bookings, rules(1.0)).holds, Truth::yes);
    const BalanceCheck check = only_check(bookings, rules(1.2));
    EXPECT_EQ(check.holds, Truth::no);
    EXPECT_DOUBLE_EQ(check.margin_m2, -1000.0);
    ASSERT_EQ(check.causes.size(), 1U);
    EXPECT_EQ(check.causes[0].change, "BG2");
    EXPECT_DOUBLE_EQ(check.causes[0].area_m2, 1000.0);
    EXPECT_EQ(check.finding.en, "short by 1000 m2 (1.5 mu); in debt since 2023-02-25");
    EXPECT_EQ(check.mend.en, "compensate another 1000 m2 (1.5 mu), or take less");
}

TEST(BalanceChecks, LateCompensationFailsOnlyWhereItMustComeFirst)
{
    const std::vector<Booking> bookings{booking(occupy, "BG1", "2023-03-28", 10'000),
                                        booking(compensate, "BG2", "2023-06-27", 10'000)};

    EXPECT_EQ(only_check(bookings, rules(1.0)).holds, Truth::yes);
    const BalanceCheck check = only_check(bookings, rules(1.0, Settlement::compensation_first));
    EXPECT_EQ(check.holds, Truth::no);
    EXPECT_EQ(check.since, (Date{2023, 3, 28}));
    ASSERT_EQ(check.causes.size(), 1U);
    EXPECT_EQ(check.causes[0].change, "BG1");
    EXPECT_EQ(check.mend.en, "compensation of 10000 m2 (15 mu) must be approved before 2023-03-28");
}

TEST(BalanceChecks, EachRegionStandsForItselfOrAllTogether)
{
    const std::vector<Booking> bookings{booking(occupy, "BG1", "2023-02-01", 100, "", "north"),
                                        booking(compensate, "BG2", "2023-01-01", 150, "", "south")};
    Balance balance = rules(1.0);
    EXPECT_EQ(judge(bookings, {}, balance, States::decided).holds(), Truth::yes);

    balance.scope = BalanceScope::each_region;
    const Judgement judgement = judge(bookings, {}, balance, States::decided);
    ASSERT_EQ(judgement.checks.size(), 2U);
    EXPECT_EQ(judgement.checks[0].region, "north");
    EXPECT_EQ(judgement.checks[0].holds, Truth::no);
    EXPECT_EQ(judgement.checks[1].holds, Truth::yes);
    EXPECT_EQ(judgement.holds(), Truth::no);
}

TEST(BalanceChecks, WhatIsNotKnownDecidesNothingUnlessTheRestDoes)
{
    std::vector<Booking> bookings{booking(occupy, "BG1", "2023-02-01", 100),
                                  booking(compensate, "BG2", "2023-01-01", 150)};
    bookings[0].counted_m2.reset();
    EXPECT_EQ(only_check(bookings, rules(1.0)).holds, Truth::yes); // at most 100 of the 150
    bookings[0].claimed_m2 = 200.0;
    EXPECT_EQ(only_check(bookings, rules(1.0)).holds, Truth::unknown);
    bookings.push_back(booking(occupy, "BG3", "2023-02-01", 151));
    EXPECT_EQ(only_check(bookings, rules(1.0)).holds, Truth::no);
}

TEST(BalanceChecks, AMissingDateLeavesOnlyTheOrderOpen)
{
    std::vector<Booking> bookings{booking(occupy, "BG1", "2023-02-01", 100),
                                  booking(compensate, "BG2", "", 100)};
    ASSERT_FALSE(bookings[1].date);

    EXPECT_EQ(only_check(bookings, rules(1.0)).holds, Truth::yes);
    EXPECT_EQ(only_check(bookings, rules(1.0, Settlement::compensation_first)).holds,
              Truth::unknown);
}

TEST(BalanceChecks, TotalAndFloorAreAskedWhereThePolicySetsThem)
{
    Balance balance = rules(1.0);
    balance.total_not_less = true;
    balance.floor = UsedFigure{Quantity{0.3, Unit::of("km2")}, "fig.floor", true, {}};
    const std::vector<Booking> bookings{booking(occupy, "BG1", "2023-02-01", 1000),
                                        booking(compensate, "BG2", "2023-01-01", 999)};
    const Judgement judgement =
        judge(bookings, {.all_m2 = 300'000.0, .region_m2 = {}}, balance, States::decided);

    ASSERT_EQ(judgement.checks.size(), 3U);
    for (const BalanceCheck& check : judgement.checks) {
        EXPECT_EQ(check.holds, Truth::no);
        EXPECT_NEAR(check.margin_m2, -1.0, 1e-9);
    }
    EXPECT_EQ(judgement.checks[1].kind, BalanceCheckKind::total);
    EXPECT_EQ(judgement.checks[2].kind, BalanceCheckKind::floor);
    EXPECT_EQ(judge(bookings, {}, balance, States::decided).checks[2].holds, Truth::unknown);
}

// By hand: P1 takes 100 and gives 60, P2 takes 50 and gives 70, and 5 belongs to no pair. The 20
// that P2 has over and the 5 go to P1: 15 stay open.
TEST(BalanceChecks, CompensationGoesToItsOwnPairFirst)
{
    const std::vector<Booking> bookings{booking(occupy, "BG1", "2023-01-01", 100, "P1"),
                                        booking(compensate, "BG2", "2023-01-02", 60, "P1"),
                                        booking(occupy, "BG3", "2023-01-03", 50, "P2"),
                                        booking(compensate, "BG4", "2023-01-04", 70, "P2"),
                                        booking(compensate, "BG5", "2023-01-05", 5)};
    const BalanceCheck check = only_check(bookings, rules(1.0));

    EXPECT_DOUBLE_EQ(check.margin_m2, -15.0);
    ASSERT_EQ(check.causes.size(), 1U);
    EXPECT_EQ(check.causes[0].change, "BG1");
    EXPECT_DOUBLE_EQ(check.causes[0].area_m2, 15.0);
}

TEST(BalanceChecks, WithoutChangesEverythingHolds)
{
    EXPECT_EQ(judge({}, {}, rules(1.0), States::decided).holds(), Truth::yes);
}

} // namespace

} // namespace tenglong
