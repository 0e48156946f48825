#include "geo/survey/put_in_order.hpp"

#include <gtest/gtest.h>

#include <memory>

namespace tenglong::geo {
namespace {

// Circles of one, two and three places.
TEST(PutInOrder, EachPlaceGetsWhatTheOrderNamesForIt)
{
    std::vector<char> items{'a', 'b', 'c', 'd', 'e', 'f'};
    put_in_order(items, {2, 1, 4, 5, 0, 3});
    EXPECT_EQ(items, (std::vector<char>{'c', 'b', 'e', 'f', 'a', 'd'}));
}

TEST(PutInOrder, ItemsAreMovedAndNotCopied)
{
    std::vector<std::unique_ptr<int>> items;
    for (const int value : {0, 1, 2}) {
        items.push_back(std::make_unique<int>(value));
    }
    put_in_order(items, {1, 2, 0});
    EXPECT_EQ(*items[0], 1);
    EXPECT_EQ(*items[1], 2);
    EXPECT_EQ(*items[2], 0);
}

} // namespace
} // namespace tenglong::geo
