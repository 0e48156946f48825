#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// tenglong analyze JOB: the whole run, from files to a result folder.
[[nodiscard]] Command analyze_command();

} // namespace tenglong::tools
