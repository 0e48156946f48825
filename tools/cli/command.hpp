#pragma once

#include "tools/cli/console.hpp"
#include "tools/cli/exit_code.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::tools {

/// What a shell offers as the value of an option.
enum class Completes : std::uint8_t { nothing, choices, files, folders };

/// Takes one value from the command line. Returns nothing if it could be read, else what would
/// have been: "a day such as 2023-12-31".
using Take = std::function<std::optional<Text>(const std::string&)>;

/// An argument, an option or a flag, as parsing, help and completion see it.
struct Parameter {
    std::string name;       ///< "--out"; for an argument what the help calls it, "JOB"
    char letter = '\0';     ///< 'o' of -o
    std::string value = {}; ///< what the help calls the value: "DIR"; empty: a flag
    Text help;              ///< one line, lower case in English, no full stop
    Text group = {};        ///< heading in the help; empty: "Options" or "Arguments"
    Take take;              ///< a flag is given "true", or "false" in its negated form
    bool required = false;  ///< of arguments; options never are
    bool repeated = false;  ///< may be given several times
    bool negatable = false; ///< --no-NAME exists too
    Completes completes = Completes::nothing;
    std::vector<std::string> choices = {};

    [[nodiscard]] bool is_argument() const noexcept { return name.front() != '-'; }
    [[nodiscard]] bool is_flag() const noexcept { return !is_argument() && value.empty(); }
};

/// A line of the help that can be copied.
struct Example {
    Text what;
    std::string line;
};

/// A command as data: what it takes, what it says of itself and what it does. Nothing is opened
/// before `run`, which gets its options whole.
struct Command {
    std::string name;
    Text summary; ///< one line, as in the list of commands
    Text details = {};
    std::vector<Parameter> parameters = {};
    std::vector<Example> examples = {};
    std::vector<Command> children = {};
    std::function<ExitCode(Console&)> run = {}; ///< empty where there are children
};

} // namespace tenglong::tools
