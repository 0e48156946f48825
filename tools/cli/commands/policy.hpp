#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// tenglong policy list|show|check
[[nodiscard]] Command policy_command();

} // namespace tenglong::tools
