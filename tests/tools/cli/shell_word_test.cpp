#include "tools/cli/shell_word.hpp"

#include <gtest/gtest.h>

namespace tenglong::tools {

namespace {

// What a shell makes of each was looked up with: printf '%s' WORD

TEST(ShellWord, IsAsItIsWhereNoShellMindsIt)
{
    EXPECT_EQ(shell_word("result/2023-06.toml"), "result/2023-06.toml");
    EXPECT_EQ(shell_word("诸暨/结果"), "诸暨/结果");
}

TEST(ShellWord, HasQuotesWhereAShellWouldTakeItOtherwise)
{
    EXPECT_EQ(shell_word("my result"), "'my result'");
    EXPECT_EQ(shell_word("$(rm x)"), "'$(rm x)'");
    EXPECT_EQ(shell_word("a\nb"), "'a\nb'");
    EXPECT_EQ(shell_word(""), "''");
}

TEST(ShellWord, KeepsAQuoteOfItsOwn)
{
    EXPECT_EQ(shell_word("it's"), "'it'\\''s'");
}

} // namespace

} // namespace tenglong::tools
