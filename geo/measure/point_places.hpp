#pragma once

#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/measure/layer.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace tenglong::geo {

/// No feature.
inline constexpr std::uint32_t k_nowhere = std::numeric_limits<std::uint32_t>::max();

/// For each point the feature that it lies in, its border included; the one of the lowest index
/// where several do, `k_nowhere` where none does or a coordinate is not finite (no coordinate).
/// \pre `grid` was built from the boxes of `layer`.
[[nodiscard]] std::vector<std::uint32_t> features_at(std::span<const Point> points,
                                                     const Layer& layer, const BoxGrid& grid,
                                                     Workers& workers);

} // namespace tenglong::geo
