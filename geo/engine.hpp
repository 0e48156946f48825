#pragma once

#include "core/policy/profile.hpp"
#include "geo/run/summary.hpp"
#include "geo/survey/survey.hpp"
#include "geo/write/spatial_table.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What a run comes to: everything that writers write.
struct Result {
    /// The base with all facts; shapes of the tables are its own.
    std::shared_ptr<Survey> survey;
    /// Those of result.gpkg, in its order.
    std::vector<SpatialTable> tables;
    Summary summary;

    /// \throws std::out_of_range if there is no such table.
    [[nodiscard]] const SpatialTable& table(std::string_view id) const;
};

/// Runs a job from its sources to result tables. The result is the same to the last bit whatever
/// the number of threads, but for the seconds in the summary.
/// \param version  of the program, for the record of the run
/// \throws Error, UsageError as survey(). \pre the profile outlives the result
[[nodiscard]] Result analyze(const Job& job, const Profile& profile, Date as_of,
                             const std::string& version, Workers& workers, Progress& progress);

/// The same from a base that has been surveyed already, with its buildings; the result has them no
/// more.
[[nodiscard]] Result analyze(std::shared_ptr<Survey> survey, const Job& job, const Profile& profile,
                             Date as_of, const std::string& version, Workers& workers,
                             Progress& progress);

} // namespace tenglong::geo
