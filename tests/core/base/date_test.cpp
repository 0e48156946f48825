#include "core/base/date.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace tenglong {
namespace {

TEST(Date, AddsACalendarYearToTheLastDayOfFebruary)
{
    EXPECT_EQ(Date(2021, 2, 28).plus({.years = 1}), Date(2022, 2, 28));
    // 民法典 art. 202: where the month has no such day, the period ends on its last day.
    EXPECT_EQ(Date(2020, 2, 29).plus({.years = 1}), Date(2021, 2, 28));
    EXPECT_EQ(Date(2020, 2, 29).plus({.years = 4}), Date(2024, 2, 29));
    EXPECT_EQ(Date(2023, 1, 31).plus({.months = 1}), Date(2023, 2, 28));
}

TEST(Date, AddsDaysAfterMonths)
{
    EXPECT_EQ(Date(2023, 1, 31).plus({.months = 1, .days = 1}), Date(2023, 3, 1));
    EXPECT_EQ(Date(2024, 3, 1).minus({.days = 1}), Date(2024, 2, 29));
    EXPECT_EQ(Date(2024, 2, 29).minus({.years = 1}), Date(2023, 2, 28));
}

TEST(Date, ReadsTheSpellingsOfTables)
{
    for (const char* text : {"2021-02-08", "2021/2/8", "2021.2.8", "20210208", "2021年2月8日",
                             "2021-02-08 00:00:00", "2021-02-08T08:30:00+08:00", " 2021/02/08 "}) {
        SCOPED_TRACE(text);
        EXPECT_EQ(Date::parse(text), Date(2021, 2, 8));
    }
}

TEST(Date, RefusesWhatIsNotADay)
{
    for (const char* text : {"", "2021-02", "2021年2月", "2021-02-30", "2021-13-01", "44235",
                             "8/2/2021", "2021-02-08x", "长期", "2021-2-8-9"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(Date::parse(text).has_value());
    }
    EXPECT_THROW(Date(2023, 2, 29), std::domain_error);
}

TEST(Date, PrintsIso)
{
    EXPECT_EQ(Date(2012, 7, 1).iso(), "2012-07-01");
}

TEST(Period, IsReadInBothLanguages)
{
    EXPECT_EQ(parse_period("1 year"), (Period{.years = 1}));
    EXPECT_EQ(parse_period("1 year 6 months"), (Period{.years = 1, .months = 6}));
    EXPECT_EQ(parse_period("18个月"), (Period{.months = 18}));
    EXPECT_EQ(parse_period("90天"), (Period{.days = 90}));
    EXPECT_FALSE(parse_period("year").has_value());
    EXPECT_FALSE(parse_period("1 fortnight").has_value());
    EXPECT_FALSE(parse_period("").has_value());
}

} // namespace
} // namespace tenglong
