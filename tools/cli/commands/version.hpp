#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// tenglong version
[[nodiscard]] Command version_command();

} // namespace tenglong::tools
