#include "core/follow/change.hpp"

#include <gtest/gtest.h>

namespace tenglong {
namespace {

struct Case {
    Flags before;
    Flags after;
    Flags undecided;
    Change change;
};

TEST(CompareFlags, TellsWhatBecameOfAParcel)
{
    const Case cases[] = {
        // NOLINT(*-c-arrays)
        {{"a"}, {}, {}, Change::struck_off},
        {{"a", "b"}, {"b"}, {}, Change::improved},
        {{"a"}, {"a"}, {}, Change::unchanged},
        {{}, {}, {}, Change::unchanged},
        {{}, {"a"}, {}, Change::worsened},
        {{"a"}, {"b"}, {}, Change::worsened},
        // Data that are missing now strike nothing off.
        {{"a"}, {}, {"a"}, Change::open},
        {{"a", "b"}, {}, {"a"}, Change::improved},
    };
    for (const Case& each : cases) {
        EXPECT_EQ(compare_flags(each.before, each.after, each.undecided).change(), each.change);
    }
}

TEST(CompareFlags, NamesTheConditionsThatEndedAndBegan)
{
    const FlagMoves moves = compare_flags({"a", "b", "c"}, {"b", "d"}, {"c"});
    EXPECT_EQ(moves.ended, (Flags{"a"}));
    EXPECT_EQ(moves.begun, (Flags{"d"}));
    EXPECT_EQ(moves.left, (Flags{"b"}));
    EXPECT_EQ(moves.open, (Flags{"c"}));
}

} // namespace
} // namespace tenglong
