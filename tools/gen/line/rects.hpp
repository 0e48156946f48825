#pragma once

#include "tools/gen/base/shape.hpp"

#include <vector>

namespace tenglong::tools::gen {

/// Area that lies in some rectangle of `in` and in none of `without`, in m²; exact.
[[nodiscard]] double area_without(const std::vector<Rect>& in, const std::vector<Rect>& without);

/// The parts of `a` inside of some rectangle of `b`, as rectangles; they may overlap.
[[nodiscard]] std::vector<Rect> common_rects(const std::vector<Rect>& a,
                                             const std::vector<Rect>& b);

} // namespace tenglong::tools::gen
