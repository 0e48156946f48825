#include "geo/geometry/workers.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tenglong::geo {

namespace {

TEST(Workers, EveryItemIsVisitedOnce)
{
    for (const unsigned threads : {1U, 2U, 5U}) {
        Workers workers{threads};
        std::vector<int> visits(1003, 0);
        workers.each(visits.size(), 10, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                ++visits[i];
            }
        });
        EXPECT_EQ(visits, std::vector<int>(1003, 1));
    }
}

TEST(Workers, TellWhoWatchesHowMuchIsTakenUp)
{
    Workers workers{1};
    std::vector<std::pair<std::size_t, std::size_t>> told;
    workers.watch([&](std::size_t taken, std::size_t count) { told.emplace_back(taken, count); });
    workers.each(10, 4, [](std::size_t, std::size_t) {});
    workers.watch({});
    workers.each(10, 4, [](std::size_t, std::size_t) {});
    EXPECT_EQ(told, (std::vector<std::pair<std::size_t, std::size_t>>{{4, 10}, {8, 10}, {10, 10}}));
}

TEST(Workers, CollectsInOrderWhateverTheNumberOfThreads)
{
    std::vector<std::size_t> expected(500);
    std::iota(expected.begin(), expected.end(), std::size_t{0});
    for (const unsigned threads : {1U, 2U, 7U}) {
        Workers workers{threads};
        const auto items = workers.collect<std::size_t>(
            500, 7, [](std::size_t begin, std::size_t end, std::vector<std::size_t>& out) {
                for (std::size_t i = begin; i < end; ++i) {
                    out.push_back(i);
                }
            });
        EXPECT_EQ(items, expected);
    }
}

TEST(Workers, ThrowsTheFirstExceptionInOrderAndServesOn)
{
    Workers workers{3};
    for (int round = 0; round < 20; ++round) {
        try {
            workers.each(100, 1, [](std::size_t begin, std::size_t) {
                if (begin >= 40) {
                    throw std::runtime_error{std::to_string(begin)};
                }
            });
            FAIL() << "nothing was thrown";
        } catch (const std::runtime_error& error) {
            EXPECT_STREQ(error.what(), "40");
        }
    }
    std::atomic<int> count{0};
    workers.each(10, 1, [&](std::size_t, std::size_t) { ++count; });
    EXPECT_EQ(count, 10);
}

TEST(Workers, CallsFromInsideAChunkDoNotWaitForTheTeam)
{
    Workers workers{2};
    std::atomic<int> count{0};
    workers.each(4, 1, [&](std::size_t, std::size_t) {
        workers.each(5, 2, [&](std::size_t begin, std::size_t end) {
            count += static_cast<int>(end - begin);
        });
    });
    EXPECT_EQ(count, 20);
}

TEST(Workers, NothingToDoIsNoWork)
{
    Workers workers{2};
    workers.each(0, 8, [](std::size_t, std::size_t) { FAIL(); });
    EXPECT_TRUE(
        workers.collect<int>(0, 8, [](std::size_t, std::size_t, std::vector<int>&) { FAIL(); })
            .empty());
}

} // namespace

} // namespace tenglong::geo
