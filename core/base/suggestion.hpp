#pragma once

#include "core/base/translation.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tenglong {

/// Adds "; did you mean 'x'?" where a candidate is near.
[[nodiscard]] Text with_suggestion(const Text& text, std::string_view word,
                                   std::span<const std::string> candidates);

} // namespace tenglong
