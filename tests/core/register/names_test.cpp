#include "core/register/names.hpp"
#include "core/register/near_names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace tenglong {
namespace {

using Names = std::vector<std::string>;

TEST(ExactName, IsOneForAllWidthsBracketsAndSpaces)
{
    const std::string name = exact_name("浙江宏达(诸暨)ABC机械有限公司");
    for (const char* written :
         {"浙江宏达（诸暨）ABC机械有限公司", " 浙江宏达(诸暨)ＡＢＣ 机械有限公司\n",
          "浙江宏达〔诸暨〕abc机械有限公司", "浙江宏达【诸暨】ABC机械有限公司"}) {
        SCOPED_TRACE(written);
        EXPECT_EQ(exact_name(written), name);
    }
}

TEST(ExactName, KeepsWhatTellsEnterprisesApart)
{
    EXPECT_NE(exact_name("宏达机械有限公司"), exact_name("宏达机械股份有限公司"));
    EXPECT_NE(exact_name("宏达机械厂"), exact_name("宏达机械一厂"));
    EXPECT_NE(exact_name("宏达(诸暨)机械厂"), exact_name("宏达机械厂"));
}

TEST(ExactName, IsEmptyForWhatSaysThatThereIsNone)
{
    for (const char* none : {"", " ", "/", "无", "—", "null"}) {
        SCOPED_TRACE(none);
        EXPECT_EQ(exact_name(none), "");
    }
}

TEST(ExactNames, DividesCoHoldersButNotBrackets)
{
    EXPECT_EQ(exact_names("甲公司、乙公司；丙公司"), (Names{"甲公司", "乙公司", "丙公司"}));
    EXPECT_EQ(exact_names("甲(东、西区)公司"), (Names{"甲(东、西区)公司"}));
    EXPECT_EQ(exact_names("甲)公司,乙公司"), (Names{"甲)公司", "乙公司"}));
}

TEST(CoreName, DropsTheLegalForm)
{
    EXPECT_EQ(core_name("宏达(诸暨)机械股份有限公司"), "宏达诸暨机械");
    EXPECT_EQ(core_name("宏达机械厂"), "宏达机械厂");
}

TEST(NearNames, FindsTheNameWithOneCharacterWrong)
{
    const Names names{"诸暨宏达机械", "诸暨永兴纺织", "诸暨青石环境"};
    NearNames near{names};

    const auto found = near.find("诸暨弘达机械");

    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].index, 0U);
    // One of six characters differs.
    EXPECT_NEAR(found[0].likeness, 5.0 / 6.0, 1e-12);
}

TEST(NearNames, GivesAtMostTwoAndTheMostLikeFirst)
{
    const Names names{"东方精密机械一", "东方精密机械三", "东方精密机械二甲", "东方精密机械二"};
    NearNames near{names};

    const auto found = near.find("东方精密机械二");

    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].index, 3U);
    EXPECT_DOUBLE_EQ(found[0].likeness, 1.0);
    EXPECT_EQ(found[1].index, 2U);
}

TEST(NearNames, SaysNothingWhereNothingIsAlike)
{
    const Names names{"诸暨宏达机械", "诸"};
    NearNames near{names};

    EXPECT_TRUE(near.find("绍兴永兴纺织印染").empty());
    EXPECT_TRUE(near.find("诸").empty());
    EXPECT_TRUE(near.find("").empty());
}

/// Thousands of names that begin alike must neither hide the one meant nor cost time.
TEST(NearNames, LooksAtTheRarePairsFirst)
{
    Names names;
    for (int i = 0; i < 5'000; ++i) {
        names.push_back("诸暨市机械" + std::to_string(i));
    }
    names.emplace_back("诸暨市鑫淼机械");
    NearNames near{names};

    const auto found = near.find("诸暨鑫淼机械");

    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].index, 5'000U);
}

} // namespace
} // namespace tenglong
