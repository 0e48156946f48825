#pragma once

#include "core/base/translation.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tenglong {

/// A fault in a profile, at the place where a user mends it.
struct Mistake {
    std::string file;
    std::size_t line = 0; ///< from 1; 0: the file as a whole
    std::size_t column = 0;
    Text text;
};

using Mistakes = std::vector<Mistake>;

/// file:line:column: text
[[nodiscard]] std::string shown(const Mistake& mistake, Lang lang);

} // namespace tenglong
