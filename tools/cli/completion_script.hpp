#pragma once

#include "tools/cli/command.hpp"

#include <cstdint>
#include <string>

namespace tenglong::tools {

enum class Shell : std::uint8_t { bash, zsh, fish };

/// A script that completes commands, options and their values in a shell. `lang` is the language
/// of the descriptions, which zsh and fish show.
[[nodiscard]] std::string completion_script(const Command& root, Shell shell, Lang lang);

} // namespace tenglong::tools
