#pragma once

#include "core/base/translation.hpp"

#include <string>

namespace tenglong::tools {

/// The page that lists every table of a result with its columns, as Markdown, printed from the
/// declarations that the tables are made of.
[[nodiscard]] std::string results_page(Lang lang);

} // namespace tenglong::tools
