#include "core/register/exact.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace tenglong {

namespace {

[[nodiscard]] std::optional<Units> land_from(double value, double per_one, double most) noexcept
{
    return value >= 0.0 && value <= most ? to_units(value, per_one) : std::nullopt;
}

/// The whole parts of a total that is not negative, and what each lacks of its due, scaled.
[[nodiscard]] WideUnits whole_parts(Units total, std::span<const Units> weights, WideUnits sum,
                                    std::span<Units> parts, std::vector<WideUnits>& remainders)
{
    WideUnits left = total;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const WideUnits weight = sum == 0 ? 1 : weights[i];
        const WideUnits whole = sum == 0 ? static_cast<WideUnits>(weights.size()) : sum;
        const WideUnits due = weight * total;
        parts[i] = static_cast<Units>(due / whole);
        remainders[i] = due % whole;
        left -= parts[i];
    }
    return left;
}

} // namespace

std::optional<Units> to_units(double value, double per_one) noexcept
{
    const double units = std::round(value * per_one);
    if (!(std::abs(units) <= static_cast<double>(k_most_units))) {
        return std::nullopt;
    }
    return static_cast<Units>(units);
}

std::optional<Units> land_from_m2(double area_m2) noexcept
{
    return land_from(area_m2, k_land_per_m2, k_most_land_m2);
}

std::optional<Units> land_from_mu(double area_mu) noexcept
{
    return land_from(area_mu, k_land_per_mu, k_most_land_m2 * k_land_per_m2 / k_land_per_mu);
}

void apportion(Units total, std::span<const Units> weights, std::span<Units> parts)
{
    if (parts.size() == 1) {
        parts[0] = total;
        return;
    }
    const WideUnits sum = std::accumulate(weights.begin(), weights.end(), WideUnits{0});
    const Units size = total < 0 ? -total : total;
    std::vector<WideUnits> remainders(parts.size());
    WideUnits left = whole_parts(size, weights, sum, parts, remainders);

    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
    for (auto at = order.begin(); left > 0; ++at, --left) {
        ++parts[*at];
    }
    if (total < 0) {
        std::transform(parts.begin(), parts.end(), parts.begin(), std::negate<>{});
    }
}

} // namespace tenglong
