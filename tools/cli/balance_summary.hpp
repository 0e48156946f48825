#pragma once

#include "geo/line/line_account.hpp"
#include "tools/cli/console.hpp"
#include "tools/cli/job_options.hpp"

#include <nlohmann/json.hpp>

namespace tenglong::tools {

/// "holds", "does not hold", "cannot be decided".
[[nodiscard]] Text balance_words(Truth truth);

/// What the account of a policy watches, and at which ratio: "land inside the line, 1 : 1".
[[nodiscard]] Text rule_words(const Balance& rules);

/// What a person reads in ten seconds: whether the account holds, by how much, and what would mend
/// it.
void print_balance(const geo::LineAccount& account, const LoadedJob& loaded,
                   const Console& console);

/// The same and more for programs: the keys of summary.json under `control_line`, accounts and
/// checks.
[[nodiscard]] nlohmann::ordered_json balance_json(const geo::LineAccount& account,
                                                  const LoadedJob& loaded);

} // namespace tenglong::tools
