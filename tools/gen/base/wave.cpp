#include "tools/gen/base/wave.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace tenglong::tools::gen {

double wave(double turns) noexcept
{
    // Bhaskara's approximation, half a wave at a time.
    const double phase = 2.0 * (turns - std::floor(turns));
    const double half = phase < 1.0 ? phase : phase - 1.0;
    const double bow = half * (1.0 - half);
    const double value = 16.0 * bow / (5.0 - 4.0 * bow);
    return phase < 1.0 ? value : -value;
}

double smooth_step(double t) noexcept
{
    const double x = std::clamp(t, 0.0, 1.0);
    return x * x * (3.0 - 2.0 * x);
}

double rounded(double value, int decimals) noexcept
{
    constexpr std::array<double, 7> k_powers{1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6};
    const double power = k_powers.at(static_cast<std::size_t>(decimals));
    return std::floor(value * power + 0.5) / power;
}

} // namespace tenglong::tools::gen
