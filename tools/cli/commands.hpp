#pragma once

#include "tools/cli/command.hpp"

#include <string>
#include <vector>

namespace tenglong::tools {

/// The program with all its commands. Its options must be parsed at most once: the commands share
/// variables with their runners.
[[nodiscard]] Command program();

/// The version as the build knows it, e.g. 0.1.0.
[[nodiscard]] std::string version();

} // namespace tenglong::tools
