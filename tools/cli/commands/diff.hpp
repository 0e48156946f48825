#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// `tenglong diff OLD NEW`: what became of each parcel from one result to the next.
[[nodiscard]] Command diff_command();

} // namespace tenglong::tools
