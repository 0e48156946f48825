#pragma once

#include "geo/geometry/box.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// The place of a point along a Hilbert curve over `area`, on a grid of 2^16 by 2^16; points
/// outside count as lying on the border.
[[nodiscard]] std::uint32_t hilbert_index(Point p, const Box& area) noexcept;

/// The indices of the boxes in the order of their centres along a Hilbert curve, so that what is
/// near in the list is near on the ground. Empty boxes come last; equals keep their order.
[[nodiscard]] std::vector<std::uint32_t> hilbert_order(std::span<const Box> boxes);

} // namespace tenglong::geo
