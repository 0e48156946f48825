#pragma once

#include "core/base/date.hpp"
#include "core/tables/result_table.hpp"
#include "geo/follow/stage.hpp"
#include "tools/cli/console.hpp"

#include <string>

namespace tenglong::tools {

/// Says so if two results were judged by different policies: what changed is then not only what
/// happened on the ground.
void warn_of_other_policy(const geo::Stage& before, const geo::Stage& after,
                          const Console& console);

// What became of parcels from one result to the next, told of a table `follow`.

/// As follow.json has it; docs/schema/diff.schema.json.
[[nodiscard]] std::string follow_json(const ResultTable& table, Date before, Date after);

/// In words, on standard output.
void print_follow(const ResultTable& table, Date before, Date after, const Console& console);

} // namespace tenglong::tools
