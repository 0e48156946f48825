#pragma once

#include <cstdint>
#include <string>

namespace tenglong {

/// A colour of the screen and of print, 0 to 255 a channel.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    /// 0xRRGGBB.
    [[nodiscard]] static constexpr Colour of(std::uint32_t rgb) noexcept
    {
        return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U),
                static_cast<std::uint8_t>(rgb)};
    }

    [[nodiscard]] constexpr std::uint32_t rgb() const noexcept
    {
        return std::uint32_t{red} << 16U | std::uint32_t{green} << 8U | std::uint32_t{blue};
    }

    /// "#rrggbb".
    [[nodiscard]] std::string hex() const;

    /// Mixed with white; `strength` 1 is the colour itself, 0 is white. For a ground that black
    /// text stands on.
    [[nodiscard]] Colour tint(double strength) const noexcept;

    friend constexpr bool operator==(const Colour&, const Colour&) noexcept = default;
};

} // namespace tenglong
