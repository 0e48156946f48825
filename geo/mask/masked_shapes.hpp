#pragma once

#include "core/mask/mask_policy.hpp"
#include "geo/write/spatial_table.hpp"

#include <string_view>

namespace tenglong::geo {

/// A table as outsiders may see it, shapes included: left out, each the square of a grid that the
/// middle of its box lies in, all moved by one distance made from the key, or as they are. A square
/// that fewer shapes share than the policy's `least_rows` is doubled until it has as many.
/// \pre the shapes are in metres, unless they are left out or kept.
[[nodiscard]] SpatialTable masked(const SpatialTable& table, const MaskPolicy& policy,
                                  std::string_view key);

/// How far and where shapes are moved by a key: between half of `most_m` and `most_m`.
[[nodiscard]] Point secret_shift(std::string_view key, double most_m);

} // namespace tenglong::geo
