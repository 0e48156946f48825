#include "core/facts/text_pool.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tenglong {
namespace {

TEST(TextPool, EqualTextsHaveOneId)
{
    TextPool pool;
    const TextId first = pool.intern("诸暨市");
    EXPECT_NE(pool.intern("诸暨"), first);
    EXPECT_EQ(pool.intern(std::string{"诸暨市"}), first);
    EXPECT_EQ(pool[first], "诸暨市");
    EXPECT_EQ(pool.size(), 2U);
}

TEST(TextPool, TheEmptyTextIsOneLikeAnyOther)
{
    TextPool pool;
    const TextId empty = pool.intern("");
    EXPECT_EQ(pool.intern({}), empty);
    EXPECT_EQ(pool[empty], "");
}

// More texts than a block and several tables hold.
TEST(TextPool, TextsStayWhereTheyAreWhileOthersAreAdded)
{
    TextPool pool;
    const std::string_view first = pool[pool.intern("330681001001GB00001")];
    const void* place = first.data();
    for (int i = 0; i < 100'000; ++i) {
        ASSERT_EQ(static_cast<int>(pool.intern(std::to_string(i))), i + 1);
    }
    EXPECT_EQ(pool[TextId{0}].data(), place);
    EXPECT_EQ(first, "330681001001GB00001");
    for (int i = 0; i < 100'000; ++i) {
        ASSERT_EQ(static_cast<int>(pool.intern(std::to_string(i))), i + 1);
        ASSERT_EQ(pool[static_cast<TextId>(i + 1)], std::to_string(i));
    }
}

TEST(TextPool, TextsLongerThanABlockAreKept)
{
    TextPool pool;
    const std::string giant(1'000'000, 'x');
    const TextId before = pool.intern("before");
    const TextId id = pool.intern(giant);
    const TextId behind = pool.intern("behind");
    EXPECT_EQ(pool[id], giant);
    EXPECT_EQ(pool[before], "before");
    EXPECT_EQ(pool[behind], "behind");
}

} // namespace
} // namespace tenglong
