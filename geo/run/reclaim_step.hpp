#pragma once

#include "core/reclaim/freed.hpp"
#include "core/reclaim/measures.hpp"
#include "core/reclaim/rollup.hpp"
#include "core/reclaim/treatment.hpp"
#include "core/tables/result_table.hpp"
#include "geo/run/judge.hpp"
#include "geo/run/statuses.hpp"
#include "geo/survey/survey.hpp"

#include <cstddef>
#include <vector>

namespace tenglong::geo {

/// What the measures of a policy free, parcel by parcel and rolled up.
struct Reclaim {
    Measures measures;
    Freed freed;
    Rollup units;
    Rollup towns;
    Rollup parks;
    Rollup counties;
};

/// What the measures for enterprises come to.
struct EnterpriseTreatment {
    Measures measures;
    Treatment treatment;
};

/// \pre both were judged last and outlive the result
[[nodiscard]] EnterpriseTreatment treat_enterprises(const Survey& survey, const Profile& profile,
                                                    const Freed& freed, const Judged& parcels,
                                                    const Judged& enterprises);

/// \pre `parcels` are those of the survey, were judged last and outlive the result
[[nodiscard]] Reclaim reclaim(const Survey& survey, const Profile& profile, const Judged& parcels,
                              const Statuses& statuses);

/// The table `indicators`, complete: the targets of the profile with what the run and the section
/// [targets.actual] of the job tell of them. \throws UsageError as indicators()
/// \param whole  facts of the whole area, in its only row
[[nodiscard]] ResultTable indicators_result(const Job& job, const Profile& profile,
                                            const FactTable& whole, Date as_of);

} // namespace tenglong::geo
