#pragma once

#include "tools/cli/command.hpp"

#include <string>
#include <string_view>

namespace tenglong::tools {

/// The help page of a command: what it does, how it is called, its arguments and options by group,
/// examples. `path` is how the command is called, e.g. "tenglong policy list".
[[nodiscard]] std::string help_page(const Command& command, std::string_view path, Lang lang);

/// "-o, --out DIR" as the help lists it.
[[nodiscard]] std::string spelling(const Parameter& parameter);

} // namespace tenglong::tools
