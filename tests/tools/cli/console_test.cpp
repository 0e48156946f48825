#include "tools/cli/console.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>
#include <vector>

namespace tenglong::tools {
namespace {

TEST(Lang, FollowsTheLocaleAndIsChineseWhereThereIsNone)
{
    for (const char* locale : {"", "C", "C.UTF-8", "POSIX", "zh_CN.UTF-8", "zh", "zh_TW.Big5"}) {
        EXPECT_EQ(lang_of_locale(locale), Lang::zh) << locale;
    }
    for (const char* locale : {"en_US.UTF-8", "en", "de_DE@euro", "zhuang"}) {
        EXPECT_EQ(lang_of_locale(locale), Lang::en) << locale;
    }
}

TEST(Lang, IsTheLastOneGivenWhereverItStands)
{
    using Words = std::vector<std::string>;
    ::setenv("LC_ALL", "en_US.UTF-8", 1);
    EXPECT_EQ(choose_lang(Words{"policy", "--help"}), Lang::en);
    EXPECT_EQ(choose_lang(Words{"--help", "--lang", "zh"}), Lang::zh);
    EXPECT_EQ(choose_lang(Words{"--lang=zh", "--lang=en"}), Lang::en);
    EXPECT_EQ(choose_lang(Words{"--lang", "fr"}), Lang::en);
    EXPECT_EQ(choose_lang(Words{"--lang"}), Lang::en);
    EXPECT_EQ(choose_lang(Words{"--", "--lang", "zh"}), Lang::en);
    ::setenv("LC_ALL", "", 1);
    ::setenv("LC_MESSAGES", "", 1);
    ::setenv("LANG", "en_US.UTF-8", 1);
    EXPECT_EQ(choose_lang(Words{}), Lang::en); // an empty variable counts as unset
    ::unsetenv("LANG");
    EXPECT_EQ(choose_lang(Words{}), Lang::zh);
}

TEST(Console, TellsErrorsOnTheOtherStreamWithTheNameOfTheCommand)
{
    std::ostringstream out;
    std::ostringstream err;
    const Console console{out, err, Lang::en, "tenglong check"};
    console.error(Text{"缺少文件", "no such file"});

    EXPECT_EQ(err.str(), "tenglong check: error: no such file\n");
    EXPECT_EQ(out.str(), "");
}

} // namespace
} // namespace tenglong::tools
