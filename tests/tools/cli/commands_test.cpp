#include "tools/cli/commands.hpp"

#include "core/base/text.hpp"
#include "tools/cli/completion_parts.hpp"
#include "tools/cli/help.hpp"

#include <gtest/gtest.h>

namespace tenglong::tools {
namespace {

TEST(Commands, HaveHelpThatFitsAHundredColumns)
{
    const Command root = program();
    for (const CalledCommand& called : all_commands(root)) {
        for (const Lang lang : {Lang::zh, Lang::en}) {
            const std::string page = help_page(*called.command, called.path, lang);
            for (const std::string_view line : split(page, '\n')) {
                EXPECT_LE(display_width(line), 100U) << called.path << ": " << line;
            }
        }
    }
}

TEST(Commands, ShowTwoOrThreeExamples)
{
    const Command root = program();
    for (const CalledCommand& called : all_commands(root)) {
        if (called.command->run == nullptr) {
            continue;
        }
        EXPECT_GE(called.command->examples.size(), 2U) << called.path;
        EXPECT_LE(called.command->examples.size(), 3U) << called.path;
    }
}

TEST(Commands, TakeEveryParameterThatTheyDeclare)
{
    const Command root = program();
    for (const CalledCommand& called : all_commands(root)) {
        EXPECT_NE(called.command->run == nullptr, called.command->children.empty()) << called.path;
        for (const Parameter& parameter : called.command->parameters) {
            EXPECT_TRUE(parameter.take != nullptr) << called.path << ' ' << parameter.name;
            EXPECT_FALSE(parameter.help.empty()) << called.path << ' ' << parameter.name;
        }
    }
}

} // namespace
} // namespace tenglong::tools
