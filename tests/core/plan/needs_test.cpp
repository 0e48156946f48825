#include "core/plan/needs.hpp"

#include "tests/core/balance/balance_case.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

using tests::booking;
using tests::rules;

NeedTerms terms(const std::string& as_of, States states = States::decided)
{
    return {*Date::parse(as_of), std::nullopt, states};
}

std::vector<std::string> shown(const std::vector<PlanNeed>& needs)
{
    std::vector<std::string> texts;
    texts.reserve(needs.size());
    for (const PlanNeed& need : needs) {
        texts.push_back(need.region + "|" + (need.from ? need.from->iso() : "") + "|" +
                        (need.until ? need.until->iso() : "") + "|" +
                        std::to_string(need.area_dm2));
    }
    return texts;
}

using Shown = std::vector<std::string>;

TEST(Needs, AreWhatIsDueLessWhatIsCompensated)
{
    // 1.2 x 1,000 - 500 = 700 m².
    const std::vector bookings{booking(ChangeKind::occupy, "A", "2023-03-01", 1000),
                               booking(ChangeKind::compensate, "B", "2023-04-01", 500)};
    EXPECT_EQ(shown(needs_of(bookings, {}, rules(1.2), terms("2023-12-31"))), Shown{"|||70000"});
}

TEST(Needs, AreNoneWhereTheAccountBalances)
{
    const std::vector bookings{booking(ChangeKind::occupy, "A", "2023-03-01", 1000),
                               booking(ChangeKind::compensate, "B", "2023-04-01", 1000)};
    EXPECT_TRUE(needs_of(bookings, {}, rules(1.0), terms("2023-12-31")).empty());
}

TEST(Needs, StandByRegionWhereEachBalancesByItself)
{
    Balance each = rules(1.0);
    each.scope = BalanceScope::each_region;
    const std::vector bookings{booking(ChangeKind::occupy, "A", "2023-03-01", 300, "", "east"),
                               booking(ChangeKind::compensate, "B", "2023-03-01", 900, "", "north"),
                               booking(ChangeKind::occupy, "C", "2023-03-01", 200, "", "west")};
    EXPECT_EQ(shown(needs_of(bookings, {}, each, terms("2023-12-31"))),
              (Shown{"east|||30000", "west|||20000"}));
}

TEST(Needs, AreDueByTheEndOfEachYearThatIsSettled)
{
    // Owed at the end of 2023: 100. At the end of 2025 another 50, so 150 by then.
    std::vector bookings{booking(ChangeKind::occupy, "A", "2022-03-01", 100),
                         booking(ChangeKind::occupy, "B", "2025-03-01", 50)};
    const Balance yearly = rules(1.0, Settlement::yearly);
    EXPECT_EQ(shown(needs_of(bookings, {}, yearly, terms("2023-06-30"))),
              (Shown{"||2023-12-31|10000", "||2025-12-31|15000"}));
    // Where a surplus lapses at the end of a year, 2025 has to bring its 50 itself.
    Balance lapsing = yearly;
    lapsing.carry_over = false;
    EXPECT_EQ(shown(needs_of(bookings, {}, lapsing, terms("2023-06-30")))[1],
              "|2025-01-01|2025-12-31|5000");
}

TEST(Needs, AreDueOnTheDayOfALaterDebtWhereCompensationComesFirst)
{
    std::vector bookings{booking(ChangeKind::occupy, "A", "2023-03-01", 100),
                         booking(ChangeKind::occupy, "B", "2024-05-01", 60),
                         booking(ChangeKind::compensate, "C", "2024-08-01", 160)};
    // In the end all is made up for; on 2024-05-01 160 m² are owed, of them 100 since before.
    EXPECT_EQ(shown(needs_of(bookings, {}, rules(1.0, Settlement::compensation_first),
                             terms("2023-12-31"))),
              Shown{"||2024-05-01|16000"});
}

TEST(Needs, CountAFloorAsALack)
{
    Balance floored = rules(1.0);
    floored.total_not_less = true;
    floored.ratio.value.value = 0.5;
    Opening opening;
    opening.all_m2 = 10'000;
    // 0.5 x 1,000 are due by the ratio, but the line is 1,000 m² smaller.
    const std::vector bookings{booking(ChangeKind::occupy, "A", "2023-03-01", 1000)};
    EXPECT_EQ(shown(needs_of(bookings, opening, floored, terms("2023-12-31"))), Shown{"|||100000"});
}

TEST(Room, IsTheSurplusDividedByTheRatio)
{
    const std::vector bookings{booking(ChangeKind::compensate, "B", "2023-04-01", 600)};
    const auto rooms = room_of(bookings, {}, rules(1.2), terms("2023-12-31"));
    ASSERT_EQ(rooms.size(), 1U);
    EXPECT_NEAR(*rooms[0].area_m2, 500.0, 1e-9);
}

TEST(Room, IsNoneInDebtAndNoMoreThanTheFloorLeaves)
{
    const std::vector debt{booking(ChangeKind::occupy, "A", "2023-04-01", 600)};
    EXPECT_EQ(room_of(debt, {}, rules(1.0), terms("2023-12-31")).back().area_m2, 0.0);

    Balance floored = rules(1.0);
    floored.floor = UsedFigure{Quantity{9'900, Unit::of("m2")}, "", true, {}};
    Opening opening;
    opening.all_m2 = 9'500;
    const std::vector surplus{booking(ChangeKind::compensate, "B", "2023-04-01", 600)};
    // 10,100 m² less the floor of 9,900 leaves 200 of the 600.
    EXPECT_NEAR(*room_of(surplus, opening, floored, terms("2023-12-31")).back().area_m2, 200.0,
                1e-9);
}

TEST(Room, TakesAnAreaThatNobodyMeasuredAtItsWorst)
{
    std::vector bookings{booking(ChangeKind::compensate, "B", "2023-04-01", 600),
                         booking(ChangeKind::occupy, "C", "2023-05-01", 400)};
    bookings[1].counted_m2.reset();
    EXPECT_NEAR(*room_of(bookings, {}, rules(1.0), terms("2023-12-31")).back().area_m2, 200.0,
                1e-9);
}

} // namespace
} // namespace tenglong
