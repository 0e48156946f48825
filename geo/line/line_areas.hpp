#pragma once

#include "geo/read/crs.hpp"
#include "geo/read/job.hpp"
#include "geo/survey/survey.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// How the account measures: on the ellipsoid if the policy or, where it is silent, the job says
/// so, else in the plane. Both sides of an account are measured alike, and pieces of changes have
/// no registered area, so that one is the plane's. Empty: in the plane.
[[nodiscard]] std::function<double(const FeatureView&)>
area_measure(const Crs& crs, std::string_view policy_area, AreaKind job_area);

/// The region of each row of the line: what it names, else the town that has most of it.
/// \param shapes the rows of all layers of the line, in their order
[[nodiscard]] std::vector<std::string> line_regions(const Survey& survey, const Polygons& shapes,
                                                    Workers& workers);

/// The name of each row of the line: its name, else its code.
[[nodiscard]] std::vector<std::string> line_names(const Survey& survey);

} // namespace tenglong::geo
