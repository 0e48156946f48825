#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// tenglong check JOB
[[nodiscard]] Command check_command();

} // namespace tenglong::tools
