#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// `tenglong export RESULT --to FILE`: tables of a result in any format.
[[nodiscard]] Command export_command();

} // namespace tenglong::tools
