#include "tests/tools/gen/city.hpp"
#include "tools/gen/line/account.hpp"
#include "tools/gen/line/control_line.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tenglong::tools::gen {
namespace {

[[nodiscard]] Change change(GroundKind kind, int town, Date decided, double counted,
                            double stock = 0.0)
{
    Change c;
    c.kind = kind;
    c.town = town;
    c.decided = decided;
    c.counted_m2 = counted;
    c.stock_m2 = stock;
    return c;
}

TEST(Account, IsInDebtWhereCompensationComesLater)
{
    // 100 taken on 1 March, 120 given on 1 May: the account holds at 1:1 and at 1:1.2, and was in
    // debt from 1 March on.
    const auto all = accounts({change(GroundKind::occupy, 0, Date{2023, 3, 1}, 100.0, 100.0),
                               change(GroundKind::compensate, 0, Date{2023, 5, 1}, 120.0)},
                              1);
    for (const Account& account : all) {
        if (account.mode != AccountMode::swap) {
            EXPECT_TRUE(account.holds());
            EXPECT_EQ(account.first_debt, (Date{2023, 3, 1}));
        }
    }
}

TEST(Account, JudgesADayWhenEverythingOfItIsIn)
{
    // The same day, the occupation first in the list, another region's change between them.
    const auto all = accounts({change(GroundKind::occupy, 0, Date{2023, 3, 1}, 100.0),
                               change(GroundKind::occupy, 1, Date{2023, 3, 1}, 5.0),
                               change(GroundKind::compensate, 0, Date{2023, 3, 1}, 100.0)},
                              2);
    const auto own = std::ranges::find_if(
        all, [](const Account& a) { return a.town == 0 && a.mode == AccountMode::inside_line; });
    EXPECT_TRUE(own->holds());
    EXPECT_FALSE(own->first_debt.has_value());
}

TEST(Account, SwapsWhatIsGivenUpForWhatIsAdded)
{
    const auto all = accounts({change(GroundKind::give_up, 0, Date{2023, 1, 1}, 10000.0),
                               change(GroundKind::add, 0, Date{2023, 2, 1}, 12000.0)},
                              1);
    const auto swap = std::ranges::find(all, AccountMode::swap, &Account::mode);
    EXPECT_DOUBLE_EQ(swap->balance_m2(), -2000.0);
    EXPECT_FALSE(swap->holds());
}

TEST(Plan, IsTheCheapestThatSuffices)
{
    // 100 m² short: 60 + 40 for 7 is cheaper than 110 for 8; 60 alone is not enough.
    std::vector<LineCandidate> candidates(3);
    candidates[0].area_m2 = 60.0;
    candidates[0].price_wan = 4.0;
    candidates[1].area_m2 = 110.0;
    candidates[1].price_wan = 8.0;
    candidates[2].area_m2 = 40.0;
    candidates[2].price_wan = 3.0;
    const auto plan = cheapest(candidates, 100.0);
    EXPECT_DOUBLE_EQ(plan->price_wan, 7.0);
    EXPECT_EQ(plan->chosen, (std::vector<std::size_t>{0, 2}));
    EXPECT_FALSE(cheapest(candidates, 300.0)->possible);
    EXPECT_TRUE(cheapest(candidates, 0.0)->chosen.empty());
}

TEST(Changes, CountWhatThePlantedGroundsSay)
{
    // By hand from the templates: see line/planted.cpp.
    const City city{300, 1};
    const LineChanges all = line_changes(city.options, city.layout, city.maker);
    const auto counted = [&all](std::string_view id) {
        return std::ranges::find(all.changes, id, &Change::planted)->counted_m2;
    };
    EXPECT_DOUBLE_EQ(counted("e2_whole"), 10000.0);
    EXPECT_DOUBLE_EQ(counted("e6_valid"), 12000.0);
    EXPECT_DOUBLE_EQ(counted("e6_across_line"), 5000.0);
    EXPECT_DOUBLE_EQ(counted("e6_farmland"), 7000.0);
    EXPECT_DOUBLE_EQ(counted("e6_red_line"), 8000.0);
    EXPECT_DOUBLE_EQ(counted("e6_overlapping"), 8000.0);
    EXPECT_DOUBLE_EQ(counted("e6_claimed_twice"), 6000.0);
    EXPECT_DOUBLE_EQ(counted("e6_outside"), 0.0);
    EXPECT_DOUBLE_EQ(counted("e6_inside_line"), 0.0);
    EXPECT_DOUBLE_EQ(counted("e6_proposed"), 0.0);
    EXPECT_DOUBLE_EQ(counted("e5_replanned"), 60000.0);
    EXPECT_DOUBLE_EQ(counted("e4_added_outside"), 0.0);
    EXPECT_DOUBLE_EQ(counted("e4_added_too_much"), 12000.0);
}

TEST(Changes, OfTownsBalanceOnBothSidesOfBothRatios)
{
    // 1.25, 1.05 and 0.6 times what is taken: holds at 1.2, at 1.0 only, at neither.
    const City city{300, 1};
    const LineChanges all = line_changes(city.options, city.layout, city.maker);
    const auto list = accounts(all.changes, static_cast<int>(city.layout.towns().size()));
    int checked = 0;
    for (const Change& c : all.changes) {
        if (c.kind != GroundKind::occupy || !c.planted.starts_with("e2_town_")) {
            continue;
        }
        const auto holds = [&](AccountMode mode) {
            return std::ranges::find_if(
                       list, [&](const Account& a) { return a.town == c.town && a.mode == mode; })
                ->holds();
        };
        EXPECT_EQ(holds(AccountMode::inside_line), c.planted != "e2_town_short");
        EXPECT_EQ(holds(AccountMode::stock), c.planted == "e2_town_ample");
        ++checked;
    }
    EXPECT_GE(checked, 3);
}

TEST(ControlLine, HasManyCornersAndStaysOnTheStreets)
{
    const City city{300, 1};
    const auto line = control_line(city.layout, 1);
    EXPECT_GE(line.size(), 4U);
    std::size_t corners = 0;
    double inside = 0.0;
    for (const LinePart& part : line) {
        corners += part.shape.front().shell.size();
        inside += area_m2(part.shape);
    }
    EXPECT_GT(corners, 800U);
    double parcels = 0.0;
    for (const Batch& batch : city.batches()) {
        for (const Parcel& parcel : batch.parcels) {
            parcels += parcel.in_line_m2;
        }
    }
    EXPECT_LT(parcels, inside);
    EXPECT_GT(parcels, inside / 2);
}

} // namespace
} // namespace tenglong::tools::gen
