#pragma once

#include "core/reclaim/treatment.hpp"
#include "core/tables/result_table.hpp"
#include "geo/run/judge.hpp"
#include "geo/run/statuses.hpp"
#include "geo/run/summary.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// Counts parcels and sums their areas by leading status, and by flag that cannot be decided.
void summarize_statuses(Summary& summary, const Judged& parcels, const Statuses& statuses);

/// For each missing fact how many verdicts it leaves undecided, of all rules that say something of
/// their subjects; what costs most comes first.
[[nodiscard]] std::vector<LackSummary> summarize_lacks(std::span<const Judged* const> judged);

/// How each rule that says something of its subject answered.
[[nodiscard]] std::vector<RuleSummary> summarize_rules(std::span<const Judged* const> judged);

/// Sums of the columns of the table `parcels`.
void summarize_parcels(Summary& summary, const ResultTable& parcels);

/// What the measures for enterprises come to.
void summarize_treatment(Summary& summary, const Treatment& treatment);

[[nodiscard]] EnterpriseSummary summarize_enterprises(const Survey& survey,
                                                      const ResultTable& enterprises);

[[nodiscard]] std::map<std::string, IssueSummary> summarize_issues(std::span<const Issue> issues);

[[nodiscard]] std::vector<TargetSummary> summarize_targets(const ResultTable& indicators);

} // namespace tenglong::geo
