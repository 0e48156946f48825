#pragma once

#include "tools/cli/command.hpp"

namespace tenglong::tools {

/// `tenglong explain RESULT CODE`: all that a result knows of a parcel or an enterprise.
[[nodiscard]] Command explain_command();

} // namespace tenglong::tools
