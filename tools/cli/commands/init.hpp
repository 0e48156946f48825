#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

[[nodiscard]] Command init_command();

} // namespace tenglong::tools
