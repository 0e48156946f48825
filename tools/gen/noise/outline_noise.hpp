#pragma once

#include "tools/gen/base/shape.hpp"

namespace tenglong::tools::gen {

/// A loop of 10 cm in the longest edge: the ring crosses itself, its area stays.
void cross_itself(Ring& ring);

/// The first corner twice.
void repeat_corner(Ring& ring);

/// Moves the middle of the longest edge that both rings have by `mm`, away from the ring's own
/// land if positive: an overlap with the neighbour; a gap if negative. False if they share none.
bool move_shared_edge(Ring& ring, const Ring& neighbour, std::int64_t mm);

} // namespace tenglong::tools::gen
