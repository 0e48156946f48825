#include "core/base/row_ranges.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

TEST(RowRanges, JoinRowsThatFollowEachOther)
{
    EXPECT_EQ(row_ranges({7, 3, 2, 4, 9, 12, 10, 11}), "2-4, 7, 9-12");
    EXPECT_EQ(row_ranges({5, 5}), "5");
    EXPECT_EQ(row_ranges({}), "");
}

TEST(RowRanges, FitIntoACellOfASpreadsheet)
{
    std::vector<std::int64_t> odd;
    for (std::int64_t row = 1'000'001; row < 1'100'000; row += 2) {
        odd.push_back(row);
    }
    const std::string text = row_ranges(odd);
    EXPECT_LT(text.size(), 32'767U);
    EXPECT_TRUE(text.ends_with(", ..."));
}

} // namespace
} // namespace tenglong
