#pragma once

#include "tools/gen/base/shape.hpp"
#include "tools/gen/layout/layout.hpp"

#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// A polygon of the industrial control line (工业用地控制线).
struct LinePart {
    std::string id;
    std::string name;
    std::string level; ///< 一级 or 二级
    std::string town;
    Shape shape;
};

/// The line before the changes: around the cells inside of it, along the streets with many small
/// bends that stay on the street; straight where it cuts a planted cell in two.
[[nodiscard]] std::vector<LinePart> control_line(const Layout& layout, std::uint64_t seed);

} // namespace tenglong::tools::gen
