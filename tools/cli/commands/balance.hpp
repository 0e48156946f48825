#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// tenglong balance JOB: the account of the control line alone.
[[nodiscard]] Command balance_command();

} // namespace tenglong::tools
