#include "tools/cli/commands/completion.hpp"

#include "tools/cli/commands.hpp"
#include "tools/cli/completion_script.hpp"
#include "tools/cli/values.hpp"

#include <memory>

namespace tenglong::tools {

Command completion_command()
{
    const std::vector<std::string> shells{"bash", "zsh", "fish"};
    const auto shell = std::make_shared<std::size_t>(0);
    return {.name = "completion",
            .summary = msg("print a script with which a shell completes commands and options"),
            .parameters = {{.name = "SHELL",
                            .help = msg("bash, zsh or fish"),
                            .take = into(*shell, shells),
                            .required = true,
                            .completes = Completes::choices,
                            .choices = shells}},
            .examples = {{msg("for this bash only"), "source <(tenglong completion bash)"},
                         {msg("for every fish"), "tenglong completion fish > "
                                                 "~/.config/fish/completions/tenglong.fish"}},
            .run = [shell](const Console& console) {
                console.out << completion_script(program(), static_cast<Shell>(*shell),
                                                 console.lang);
                return ExitCode::done;
            }};
}

} // namespace tenglong::tools
