#pragma once

#include "geo/geometry/point.hpp"

#include <algorithm>
#include <limits>

namespace tenglong::geo {

/// An upright rectangle, its border included. A new box is empty: it meets nothing, and every
/// point extends it.
struct Box {
    double min_x = std::numeric_limits<double>::infinity();
    double min_y = std::numeric_limits<double>::infinity();
    double max_x = -std::numeric_limits<double>::infinity();
    double max_y = -std::numeric_limits<double>::infinity();

    [[nodiscard]] constexpr bool empty() const noexcept
    {
        return !(min_x <= max_x && min_y <= max_y);
    }
    [[nodiscard]] constexpr double width() const noexcept { return max_x - min_x; }
    [[nodiscard]] constexpr double height() const noexcept { return max_y - min_y; }
    [[nodiscard]] constexpr Point centre() const noexcept
    {
        return {min_x + width() / 2.0, min_y + height() / 2.0};
    }

    constexpr void extend(Point p) noexcept
    {
        min_x = std::min(min_x, p.x);
        min_y = std::min(min_y, p.y);
        max_x = std::max(max_x, p.x);
        max_y = std::max(max_y, p.y);
    }
    constexpr void extend(const Box& other) noexcept
    {
        min_x = std::min(min_x, other.min_x);
        min_y = std::min(min_y, other.min_y);
        max_x = std::max(max_x, other.max_x);
        max_y = std::max(max_y, other.max_y);
    }

    /// The box with `margin` more on every side.
    [[nodiscard]] constexpr Box grown(double margin) const noexcept
    {
        return {min_x - margin, min_y - margin, max_x + margin, max_y + margin};
    }
    [[nodiscard]] constexpr bool meets(const Box& other) const noexcept
    {
        // All four at once: which of them fails is hard to predict, whether one does is not.
        const auto bit = [](bool holds) { return holds ? 1U : 0U; };
        return (bit(min_x <= other.max_x) & bit(other.min_x <= max_x) & bit(min_y <= other.max_y) &
                bit(other.min_y <= max_y)) != 0;
    }
    [[nodiscard]] constexpr bool contains(Point p) const noexcept
    {
        return min_x <= p.x && p.x <= max_x && min_y <= p.y && p.y <= max_y;
    }
    [[nodiscard]] constexpr bool contains(const Box& other) const noexcept
    {
        return min_x <= other.min_x && other.max_x <= max_x && min_y <= other.min_y &&
               other.max_y <= max_y;
    }

    friend constexpr bool operator==(const Box&, const Box&) noexcept = default;
};

} // namespace tenglong::geo
