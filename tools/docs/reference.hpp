#pragma once

#include "core/base/translation.hpp"

#include <string>

namespace tenglong::tools {

/// The page that lists every key of a profile, every fact and every unit, as Markdown, printed
/// from what the program itself checks files against.
[[nodiscard]] std::string reference_page(Lang lang);

} // namespace tenglong::tools
