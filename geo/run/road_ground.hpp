#pragma once

#include "geo/survey/survey.hpp"

#include <optional>

namespace tenglong::geo {

/// The ground of all roads of a survey: those given as areas, and those given as centre lines at
/// their width. Nothing if no road has a geometry; then nobody knows what lies on a road.
/// \param usual_width_m  of centre lines without a width
[[nodiscard]] std::optional<Layer> road_ground(const Survey& survey, double usual_width_m,
                                               Workers& workers);

} // namespace tenglong::geo
