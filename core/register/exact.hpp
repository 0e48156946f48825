#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace tenglong {

/// An amount counted in whole small units (a fen, a gram, 1/3000 m²), so that sums and shares are
/// exact and do not depend on their order.
using Units = std::int64_t;

// NOLINTNEXTLINE(modernize-use-using): an alias cannot be marked as an extension
__extension__ typedef __int128 WideUnits;

/// Above it a double no longer holds every whole number.
inline constexpr Units k_most_units = Units{1} << 53U;

/// `value` counted in units of 1/`per_one`, rounded to the nearest; nothing for what is not finite
/// or beyond k_most_units.
[[nodiscard]] std::optional<Units> to_units(double value, double per_one) noexcept;

[[nodiscard]] constexpr double from_units(Units units, double per_one) noexcept
{
    return static_cast<double>(units) / per_one;
}

/// Land is counted in 1/3000 m², which is 1/2,000,000 mu: registered areas (0.001 m²) and areas in
/// mu (to six decimals) are both whole.
inline constexpr double k_land_per_m2 = 3000.0;
inline constexpr double k_land_per_mu = 2'000'000.0;

/// Areas beyond 1000 km² are slips of the pen; sums of three million below it cannot overflow.
inline constexpr double k_most_land_m2 = 1e9;

/// Land in units; nothing for what is not finite, negative or beyond k_most_land_m2.
[[nodiscard]] std::optional<Units> land_from_m2(double area_m2) noexcept;
[[nodiscard]] std::optional<Units> land_from_mu(double area_mu) noexcept;

/// That share of a sum that is counted in units.
[[nodiscard]] inline Units share_of(Units whole, double share) noexcept
{
    return static_cast<Units>(static_cast<double>(whole) * share);
}

[[nodiscard]] constexpr double land_in_m2(Units land) noexcept
{
    return from_units(land, k_land_per_m2);
}
[[nodiscard]] constexpr double land_in_mu(Units land) noexcept
{
    return from_units(land, k_land_per_mu);
}

/// Splits `total` in proportion to `weights` by largest remainders: whole parts whose sum is
/// `total` to the unit. What is left over goes to the largest remainders, the earlier of equal
/// ones. Equal parts if all weights are zero.
/// \pre as many parts as weights, at least one; no weight is negative.
void apportion(Units total, std::span<const Units> weights, std::span<Units> parts);

} // namespace tenglong
