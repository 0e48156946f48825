#pragma once

#include "core/tables/result_table.hpp"
#include "geo/run/judge.hpp"
#include "geo/run/reclaim_step.hpp"
#include "geo/run/statuses.hpp"
#include "geo/survey/survey.hpp"

#include <span>
#include <string>

namespace tenglong::geo {

/// The table `parcels` with facts and verdicts; columns of later steps are still empty.
[[nodiscard]] ResultTable parcels_result(const Profile& profile, const Judged& judged,
                                         const Statuses& statuses);

/// The table `enterprises`, complete: every enterprise whose row counts, placed or not.
[[nodiscard]] ResultTable enterprises_result(const Survey& survey, const Profile& profile,
                                             const Judged& judged,
                                             const EnterpriseTreatment& treated);

/// The table `run`: what the result was made from, with nothing that differs between equal runs.
[[nodiscard]] ResultTable run_result(const Survey& survey, const Job& job, const Profile& profile,
                                     Date as_of, const std::string& version);

/// What the policy calls its rules, of all subjects.
[[nodiscard]] DictionaryPtr rule_words(std::span<const Judged* const> judged);

} // namespace tenglong::geo
