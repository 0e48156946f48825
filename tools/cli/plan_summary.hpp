#pragma once

#include "geo/plan/line_plan.hpp"
#include "tools/cli/console.hpp"
#include "tools/cli/job_options.hpp"

#include <nlohmann/json.hpp>

namespace tenglong::tools {

/// What a person reads in ten seconds: whether the balance can be restored, by what, at which
/// price, how far from the cheapest that may be, and how much more may be occupied.
void print_plan(const geo::LinePlan& plan, const LoadedJob& loaded, const Console& console);

/// The same and more for programs.
[[nodiscard]] nlohmann::ordered_json plan_json(const geo::LinePlan& plan, const LoadedJob& loaded);

} // namespace tenglong::tools
