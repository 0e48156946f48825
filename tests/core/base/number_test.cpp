#include "core/base/number.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

TEST(Number, ReadsWhatTablesHold)
{
    EXPECT_EQ(parse_number("1234.5"), 1234.5);
    EXPECT_EQ(parse_number(" 1,234,567.25 "), 1234567.25);
    EXPECT_EQ(parse_number("-3"), -3.0);
    EXPECT_EQ(parse_number("１２．５"), 12.5);
    EXPECT_EQ(parse_number("12%"), 0.12);
    EXPECT_EQ(parse_number("1/3"), 1.0 / 3.0);
}

TEST(Number, RefusesWhatIsNotOneNumber)
{
    for (const char* text : {"", "/", "-", "1.0-2.0", "约3", "1,23", "12,34", "1/0", "nan", "inf",
                             "0x10", "1e400", "--1"}) {
        SCOPED_TRACE(text);
        EXPECT_FALSE(parse_number(text).has_value());
    }
}

TEST(Number, IsWrittenForPeople)
{
    EXPECT_EQ(format_number(3.20), "3.2");
    EXPECT_EQ(format_number(5.0), "5");
    EXPECT_EQ(format_number(1e15, 2), "1000000000000000");
    EXPECT_EQ(format_number(-0.00001, 2), "0");
    EXPECT_EQ(format_number(1.0 / 3.0), "0.3333");
}

} // namespace
} // namespace tenglong
