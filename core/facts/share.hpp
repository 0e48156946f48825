#pragma once

#include "core/base/units.hpp"

#include <string_view>

namespace tenglong {

/// Whether people read a fact as a percentage although it is a plain number: `developed_share`.
[[nodiscard]] inline bool is_share(std::string_view name, const Unit& unit)
{
    return unit.key() == "one" && name.find("_share") != std::string_view::npos;
}

} // namespace tenglong
