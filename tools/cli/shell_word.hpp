#pragma once

#include <string>
#include <string_view>

namespace tenglong::tools {

/// In single quotes, as the shells read them.
[[nodiscard]] std::string quoted(std::string_view text);

/// As it is typed after a prompt: in quotes only if a shell would take it otherwise.
[[nodiscard]] std::string shell_word(std::string_view text);

} // namespace tenglong::tools
