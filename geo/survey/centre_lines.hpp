#pragma once

#include "geo/read/layer.hpp"
#include "geo/survey/survey.hpp"

namespace tenglong::geo {

/// Adds the centre lines of a layer of roads, each a road with the width of its row. A width that
/// cannot be read becomes an issue.
void add_centre_lines(const VectorLayer& layer, Survey& survey);

} // namespace tenglong::geo
