#include "tools/cli/commands.hpp"

#include "tools/cli/commands/analyze.hpp"
#include "tools/cli/commands/balance.hpp"
#include "tools/cli/commands/check.hpp"
#include "tools/cli/commands/completion.hpp"
#include "tools/cli/commands/diff.hpp"
#include "tools/cli/commands/explain.hpp"
#include "tools/cli/commands/export.hpp"
#include "tools/cli/commands/init.hpp"
#include "tools/cli/commands/plan.hpp"
#include "tools/cli/commands/policy.hpp"
#include "tools/cli/commands/version.hpp"
#include "tools/cli/commands/whatif.hpp"

namespace tenglong::tools {

namespace {

/// The table of commands, in the order of the help.
[[nodiscard]] std::vector<Command> commands()
{
    return {init_command(),    check_command(),  analyze_command(),    explain_command(),
            balance_command(), plan_command(),   whatif_command(),     diff_command(),
            export_command(),  policy_command(), completion_command(), version_command()};
}

[[nodiscard]] std::optional<Text> accept(const std::string& /*value*/)
{
    return std::nullopt;
}

/// What every command takes: --lang, --help. Both act before the command runs.
void add_common(Command& command)
{
    const Text group = msg("Common");
    command.parameters.push_back({.name = "--lang",
                                  .value = "zh|en",
                                  .help = msg("language; otherwise that of the locale"),
                                  .group = group,
                                  .take = [](const std::string& value) -> std::optional<Text> {
                                      return parse_lang(value) ? std::nullopt
                                                               : std::optional{msg("zh or en")};
                                  },
                                  .repeated = true,
                                  .completes = Completes::choices,
                                  .choices = {"zh", "en"}});
    command.parameters.push_back({.name = "--help",
                                  .letter = 'h',
                                  .help = msg("show this page"),
                                  .group = group,
                                  .take = accept,
                                  .repeated = true});
    for (Command& child : command.children) {
        add_common(child);
    }
}

} // namespace

Command program()
{
    Command root{
        .name = "tenglong",
        .summary = msg("Tenglong finds idle and under-used industrial land and keeps the "
                       "account of the control line."),
        .parameters = {{.name = "--version",
                        .letter = 'V',
                        .help = msg("show the version"),
                        .group = msg("Common"),
                        .take = accept,
                        .repeated = true}},
        .examples = {{msg("the policies that come with the program"), "tenglong policy list"},
                     {msg("what a command takes"), "tenglong policy show --help"}},
        .children = commands()};
    add_common(root);
    return root;
}

} // namespace tenglong::tools
