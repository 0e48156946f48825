#include "core/balance/account.hpp"

#include "tests/core/balance/balance_case.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tenglong {

namespace {

using enum ChangeKind;
using tests::booking;
using tests::rules;

std::vector<Account> accounts_of(const std::vector<Booking>& bookings, const Balance& balance,
                                 const Opening& opening = {})
{
    return make_accounts(bookings, opening, balance, States::decided, Reading::as_known);
}

// By hand: 1.2 x 10,000 = 12,000 is due; 5,000 + 6,000 is given; 1,000 is missing.
TEST(Account, RequiredIsRatioTimesOccupiedAndTheBalanceRuns)
{
    const Account all = accounts_of({booking(occupy, "A", "2023-02-01", 10'000),
                                     booking(compensate, "B", "2023-01-01", 5000),
                                     booking(compensate, "C", "2023-03-01", 6000)},
                                    rules(1.2), {.all_m2 = 100'000.0, .region_m2 = {}})
                            .front();

    EXPECT_DOUBLE_EQ(all.occupied_m2, 10'000.0);
    EXPECT_DOUBLE_EQ(all.required_m2, 12'000.0);
    EXPECT_DOUBLE_EQ(all.compensated_m2, 11'000.0);
    EXPECT_DOUBLE_EQ(all.balance_m2, -1000.0);
    EXPECT_DOUBLE_EQ(*all.closing_m2, 101'000.0); // before - occupied + compensated
    EXPECT_DOUBLE_EQ(all.deepest_m2, -7000.0);
    EXPECT_EQ(all.first_debt, (Date{2023, 2, 1}));
    ASSERT_EQ(all.entries.size(), 3U);
    EXPECT_DOUBLE_EQ(all.entries[0].balance_m2, 5000.0);
    EXPECT_DOUBLE_EQ(all.entries[1].balance_m2, -7000.0);
    EXPECT_DOUBLE_EQ(all.entries[2].balance_m2, -1000.0);
}

TEST(Account, OnOneDayWhatGivesComesFirst)
{
    const Account all = accounts_of({booking(occupy, "A", "2023-02-01", 100),
                                     booking(compensate, "B", "2023-02-01", 100)},
                                    rules(1.0))
                            .front();

    EXPECT_FALSE(all.first_debt);
    EXPECT_TRUE(settled(all, rules(1.0, Settlement::compensation_first)));
}

TEST(Account, ProposalsCountOnlyWhereTheyAreAskedFor)
{
    std::vector<Booking> bookings{booking(occupy, "A", "2023-02-01", 100)};
    bookings[0].decided = false;

    EXPECT_DOUBLE_EQ(accounts_of(bookings, rules(1.0)).front().occupied_m2, 0.0);
    EXPECT_DOUBLE_EQ(
        make_accounts(bookings, {}, rules(1.0), States::with_proposals, Reading::as_known)
            .front()
            .occupied_m2,
        100.0);
}

TEST(Account, RegionsAndPairsHaveTheirOwn)
{
    const auto accounts =
        accounts_of({booking(occupy, "A", "2023-02-01", 100, "P1", "north"),
                     booking(compensate, "B", "2023-01-01", 90, "P1", "south"),
                     booking(compensate, "C", "2023-01-01", 10, "", "south")},
                    rules(1.0), {.all_m2 = 1000.0, .region_m2 = {{"west", 400.0}}});

    ASSERT_EQ(accounts.size(), 5U);
    EXPECT_EQ(accounts[1].name, "north");
    EXPECT_DOUBLE_EQ(accounts[1].balance_m2, -100.0);
    EXPECT_EQ(accounts[2].name, "south");
    EXPECT_DOUBLE_EQ(accounts[2].balance_m2, 100.0);
    EXPECT_EQ(accounts[3].name, "west");
    EXPECT_DOUBLE_EQ(*accounts[3].closing_m2, 400.0);
    EXPECT_EQ(accounts[4].level, AccountLevel::pair);
    EXPECT_DOUBLE_EQ(accounts[4].balance_m2, -10.0);
}

TEST(Account, YearsCarryTheirSurplusUnlessThePolicyLetsItLapse)
{
    const std::vector<Booking> bookings{booking(compensate, "A", "2021-05-01", 100),
                                        booking(occupy, "B", "2022-05-01", 80)};
    Balance yearly = rules(1.0, Settlement::yearly);

    const Account carried = accounts_of(bookings, yearly).front();
    ASSERT_EQ(carried.years.size(), 2U);
    EXPECT_DOUBLE_EQ(carried.years[1].carried_m2, 100.0);
    EXPECT_DOUBLE_EQ(carried.years[1].balance_m2, 20.0);
    EXPECT_TRUE(settled(carried, yearly));

    yearly.carry_over = false;
    const Account lapsed = accounts_of(bookings, yearly).front();
    EXPECT_DOUBLE_EQ(lapsed.lapsed_m2, 100.0);
    EXPECT_DOUBLE_EQ(lapsed.balance_m2, -80.0);
    EXPECT_FALSE(settled(lapsed, yearly));
}

TEST(Account, ADebtWithinAYearIsNoDebtWhereYearsAreSettled)
{
    const std::vector<Booking> bookings{booking(occupy, "A", "2022-01-01", 80),
                                        booking(compensate, "B", "2022-12-31", 80)};
    const Account all = accounts_of(bookings, rules(1.0)).front();

    EXPECT_TRUE(settled(all, rules(1.0, Settlement::yearly)));
    EXPECT_FALSE(settled(all, rules(1.0, Settlement::compensation_first)));
}

TEST(Account, WhereLandIsSwappedWhatIsAddedInsideMustBeGivenUpOutside)
{
    Balance swap = rules(1.0);
    swap.mode = BalanceMode::swap;
    const Account all =
        accounts_of({booking(give_up, "A", "2023-01-01", 10'000),
                     booking(add, "B", "2023-02-01", 8000), booking(occupy, "C", "2023-03-01", 5)},
                    swap, {.all_m2 = 50'000.0, .region_m2 = {}})
            .front();

    EXPECT_DOUBLE_EQ(all.occupied_m2, 8000.0);
    EXPECT_DOUBLE_EQ(all.compensated_m2, 10'000.0);
    EXPECT_DOUBLE_EQ(*all.closing_m2, 48'000.0);
}

// Property: whatever comes, before - occupied + compensated is after, parts sum up to the whole,
// and the order of the rows does not matter.
TEST(Account, ClosesForRandomChangesInAnyOrder)
{
    std::mt19937_64 engine{51};
    const auto below = [&](std::size_t count) { return engine() % count; };
    for (int round = 0; round < 200; ++round) {
        std::vector<Booking> bookings;
        for (std::size_t i = 0; i < 1 + below(30); ++i) {
            bookings.push_back(
                booking(below(2) == 0 ? occupy : compensate, "BG" + std::to_string(below(20)),
                        "2020-01-01", static_cast<double>(below(5'000'000)) / 1000.0,
                        "P" + std::to_string(below(4)), "R" + std::to_string(below(3))));
            bookings.back().date = Date::from_days(18'000 + static_cast<std::int32_t>(below(900)));
        }
        Balance balance = rules(1.2);
        balance.carry_over = below(2) == 0;
        const auto accounts = accounts_of(bookings, balance, {.all_m2 = 1e6, .region_m2 = {}});
        for (std::size_t i = bookings.size(); i > 1; --i) {
            std::swap(bookings[i - 1], bookings[below(i)]);
        }
        const auto shuffled = accounts_of(bookings, balance, {.all_m2 = 1e6, .region_m2 = {}});

        double regions = 0.0;
        ASSERT_EQ(accounts.size(), shuffled.size());
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            EXPECT_EQ(accounts[i].balance_m2, shuffled[i].balance_m2); // to the last bit
            EXPECT_EQ(accounts[i].deepest_m2, shuffled[i].deepest_m2);
            EXPECT_EQ(accounts[i].first_debt, shuffled[i].first_debt);
            regions += accounts[i].level == AccountLevel::region ? accounts[i].occupied_m2 : 0.0;
        }
        const Account& all = accounts.front();
        EXPECT_NEAR(regions, all.occupied_m2, 1e-6);
        EXPECT_NEAR(*all.closing_m2, 1e6 - all.occupied_m2 + all.compensated_m2, 1e-6);
        double causes = 0.0;
        for (const Entry& entry : all.entries) {
            causes += entry.compensated_m2 - entry.required_m2;
        }
        EXPECT_NEAR(all.balance_m2, causes - all.lapsed_m2, 1e-6);
    }
}

} // namespace

} // namespace tenglong
