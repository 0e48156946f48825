#include "core/follow/roll_up.hpp"

#include "core/follow/follow_tables.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tenglong {
namespace {

struct Row {
    const char* code;
    const char* town;
    const char* change;
    double problem_old_mu;
    double problem_mu;
};

[[nodiscard]] ResultTable step(const std::vector<Row>& rows)
{
    ResultTable table = follow_table();
    for (const Row& row : rows) {
        table["parcel_code"].add_text(row.code);
        table["town"].add_text(row.town);
        table["change"].add_text(row.change);
        table["problem_old_mu"].add_number(row.problem_old_mu);
        table["problem_mu"].add_number(row.problem_mu);
        table.complete();
    }
    return table;
}

TEST(Period, IsAMonthAQuarterOrAYear)
{
    EXPECT_EQ(period_of(Date(2023, 12, 31), PeriodKind::month), "2023-12");
    EXPECT_EQ(period_of(Date(2023, 3, 31), PeriodKind::quarter), "2023Q1");
    EXPECT_EQ(period_of(Date(2023, 4, 1), PeriodKind::quarter), "2023Q2");
    EXPECT_EQ(period_of(Date(2023, 4, 1), PeriodKind::year), "2023");
}

TEST(RollUp, RanksTownsByTheShareStruckOff)
{
    const ResultTable only = step({{"330681A", "甲镇", "struck_off", 10.0, 0.0},
                                   {"330681B", "甲镇", "unchanged", 30.0, 30.0},
                                   {"330681C", "乙镇", "struck_off", 5.0, 0.0},
                                   {"330681D", "丙镇", "unchanged", 0.0, 0.0}});
    const std::vector<FollowStep> steps{{&only, Date(2023, 12, 31)}};
    const ResultTable table = roll_up(steps, PeriodKind::year);
    // The district, then its towns: 丙镇, 乙镇, 甲镇 by their bytes.
    ASSERT_EQ(table.rows(), 4U);
    EXPECT_EQ(table["level"].text(0), "district");
    EXPECT_DOUBLE_EQ(table["struck_off_share"].number(0), 15.0 / 45.0);
    EXPECT_EQ(table["town"].text(1), "丙镇");
    EXPECT_FALSE(table["rank"].present(1)); // had no problem land
    EXPECT_EQ(table["town"].text(2), "乙镇");
    EXPECT_EQ(table["rank"].integer(2), 1);
    EXPECT_EQ(table["rank"].integer(3), 2);
    EXPECT_DOUBLE_EQ(table["struck_off_share"].number(3), 0.25);
    EXPECT_EQ(table["struck_off"].integer(3), 1);
}

TEST(RollUp, APeriodBeginsWithItsFirstStepAndEndsWithItsLast)
{
    const ResultTable first = step({{"330681A", "甲镇", "struck_off", 10.0, 0.0},
                                    {"330681B", "甲镇", "unchanged", 30.0, 30.0}});
    const ResultTable second = step(
        {{"330681A", "甲镇", "unchanged", 0.0, 0.0}, {"330681B", "甲镇", "struck_off", 30.0, 0.0}});
    const std::vector<FollowStep> steps{{&first, Date(2023, 2, 28)}, {&second, Date(2023, 3, 31)}};

    const ResultTable quarters = roll_up(steps, PeriodKind::quarter);
    ASSERT_EQ(quarters.rows(), 2U);
    EXPECT_DOUBLE_EQ(quarters["problem_old_mu"].number(0), 40.0);
    EXPECT_DOUBLE_EQ(quarters["problem_mu"].number(0), 0.0);
    EXPECT_DOUBLE_EQ(quarters["struck_off_mu"].number(0), 40.0);
    EXPECT_EQ(quarters["parcels"].integer(0), 2);

    const ResultTable months = roll_up(steps, PeriodKind::month);
    ASSERT_EQ(months.rows(), 4U);
    EXPECT_EQ(months["period"].text(0), "2023-02");
    EXPECT_DOUBLE_EQ(months["struck_off_mu"].number(0), 10.0);
    EXPECT_DOUBLE_EQ(months["problem_old_mu"].number(2), 30.0);
}

TEST(RollUp, TwoResultsOfOneDayAreNotAddedUpTwice)
{
    const ResultTable first = step({{"330681A", "甲镇", "struck_off", 10.0, 0.0}});
    const ResultTable again = step({{"330681A", "甲镇", "unchanged", 0.0, 0.0}});
    const std::vector<FollowStep> steps{{&first, Date(2023, 12, 31)}, {&again, Date(2023, 12, 31)}};
    const ResultTable table = roll_up(steps, PeriodKind::year);
    EXPECT_EQ(table["parcels_old"].integer(0), 1);
    EXPECT_EQ(table["parcels"].integer(0), 1);
    EXPECT_DOUBLE_EQ(table["problem_old_mu"].number(0), 10.0);
}

} // namespace
} // namespace tenglong
