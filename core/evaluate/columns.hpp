#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace tenglong {

/// A view of one number for all subjects; empty if nobody has it.
struct NumberColumn {
    std::span<const double> values;
    std::span<const std::uint8_t> present; ///< 1 where there is a value; empty: everywhere

    /// Nothing where there is no value, or one that is infinite or not a number.
    [[nodiscard]] std::optional<double> at(std::size_t row) const noexcept;
};

/// A view of one yes or no for all subjects; empty if nobody has it.
struct YesNoColumn {
    std::span<const std::uint8_t> values;  ///< 0 or 1
    std::span<const std::uint8_t> present; ///< 1 where there is a value; empty: everywhere

    [[nodiscard]] std::optional<bool> at(std::size_t row) const noexcept;
};

} // namespace tenglong
