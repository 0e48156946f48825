#pragma once

#include "geo/line/region_names.hpp"
#include "geo/read/job.hpp"
#include "geo/survey/survey.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// How the account measures, both sides alike: on the ellipsoid if the policy or, where it is
/// silent, the job says so; by registered areas if the policy says so (RegisteredArea); else in the
/// plane. What a job says of registered areas is about parcels. Empty: in the plane.
/// \pre the survey outlives it
[[nodiscard]] std::function<double(const FeatureView&)>
area_measure(const Survey& survey, std::string_view policy_area, AreaKind job_area);

/// Each row of the line by region: the one that it names, else the towns that it lies in.
/// \param shapes the rows of all layers of the line, in their order
[[nodiscard]] std::vector<std::vector<RegionPart>>
line_parts(const Survey& survey, const Polygons& shapes, Workers& workers);

/// The name of each row of the line: its name, else its code.
[[nodiscard]] std::vector<std::string> line_names(const Survey& survey);

} // namespace tenglong::geo
