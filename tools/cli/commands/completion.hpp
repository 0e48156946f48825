#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// tenglong completion bash|zsh|fish
[[nodiscard]] Command completion_command();

} // namespace tenglong::tools
