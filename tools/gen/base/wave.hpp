#pragma once

namespace tenglong::tools::gen {

/// Like sin(2 pi turns), within 0.002 of it, and the same on every machine.
[[nodiscard]] double wave(double turns) noexcept;

/// 0 below 0, 1 above 1, smooth between.
[[nodiscard]] double smooth_step(double t) noexcept;

/// Rounded half up to `decimals` decimals (0 to 6), as the tables of the city hold it.
[[nodiscard]] double rounded(double value, int decimals) noexcept;

} // namespace tenglong::tools::gen
