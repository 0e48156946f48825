#pragma once

#include "geo/read/layer.hpp"

#include <string>
#include <vector>

namespace tenglong::geo {

/// Whether a text file holds plots in the exchange form 地块坐标: blocks [属性描述] and [地块坐标].
[[nodiscard]] bool is_plot_text(const std::string& path);

/// Reads such a text. Coordinates stand northing first and are turned; rings are told apart by
/// their number (圈号): what lies in the first is a hole, what lies outside is a further part. The
/// unit of the areas is the one that fits the coordinates: 公顷, m² or 亩. The CRS is the one that
/// the head describes. A line that cannot be read is an issue and its plot has no shape.
/// \throws Error if it cannot be read or holds no plot.
[[nodiscard]] VectorLayer read_plot_text(const InputSpec& spec, std::vector<Issue>& issues);

} // namespace tenglong::geo
