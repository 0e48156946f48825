#include "core/register/text_index.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tenglong {
namespace {

[[nodiscard]] std::vector<std::uint32_t> rows_of(const TextIndex& index, std::string_view text)
{
    const auto rows = index.find(text);
    return {rows.begin(), rows.end()};
}

TEST(TextIndex, GathersTheRowsOfEachTextInTheOrderAdded)
{
    TextIndex index;
    index.add("b", 7);
    index.add("a", 3);
    index.add("b", 1);
    index.close();

    EXPECT_EQ(rows_of(index, "b"), (std::vector<std::uint32_t>{7, 1}));
    EXPECT_EQ(rows_of(index, "a"), (std::vector<std::uint32_t>{3}));
    EXPECT_TRUE(rows_of(index, "c").empty());
    EXPECT_EQ(index.size(), 2U);
    EXPECT_EQ(index.text(0), "b");
}

TEST(TextIndex, AnswersWhenItIsEmpty)
{
    TextIndex index;
    index.close();
    EXPECT_TRUE(index.find("").empty());
}

TEST(TextIndex, GrowsBeyondWhatWasExpected)
{
    TextIndex index{3};
    for (std::uint32_t i = 0; i < 5'000; ++i) {
        index.add("key " + std::to_string(i % 2'500), i);
    }
    index.close();

    EXPECT_EQ(index.size(), 2'500U);
    EXPECT_EQ(rows_of(index, "key 17"), (std::vector<std::uint32_t>{17, 2'517}));
}

} // namespace
} // namespace tenglong
