#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// tenglong whatif JOB: what a figure of the policy decides, over a range of it.
[[nodiscard]] Command whatif_command();

} // namespace tenglong::tools
