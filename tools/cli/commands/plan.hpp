#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// tenglong plan JOB: the cheapest candidates that restore the balance.
[[nodiscard]] Command plan_command();

} // namespace tenglong::tools
