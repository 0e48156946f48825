#include "core/tables/colour.hpp"

#include <fmt/format.h>

#include <cmath>

namespace tenglong {

std::string Colour::hex() const
{
    return fmt::format("#{:06x}", rgb());
}

Colour Colour::tint(double strength) const noexcept
{
    const auto mixed = [strength](std::uint8_t channel) {
        return static_cast<std::uint8_t>(std::lround(255.0 - (255.0 - channel) * strength));
    };
    return {mixed(red), mixed(green), mixed(blue)};
}

} // namespace tenglong
