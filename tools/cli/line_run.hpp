#pragma once

#include "geo/survey/survey.hpp"
#include "geo/write/spatial_table.hpp"
#include "tools/cli/console.hpp"
#include "tools/cli/job_options.hpp"

#include <span>
#include <vector>

namespace tenglong::tools {

/// A job of which only that was read and measured that an account of the control line needs.
struct LineRun {
    LoadedJob loaded;
    geo::Workers workers;
    geo::Survey survey;

    /// \param further inputs that are needed beside those of the account
    /// \throws as load_job() and geo::survey()
    LineRun(const JobOptions& options, std::span<const geo::InputKind> further,
            const Console& console);
};

/// Adds issues to those of the survey; errors are also told at once.
void take_issues(LineRun& run, const std::vector<Issue>& issues, const TalkOptions& talk,
                 const Console& console);

/// Writes tables and the issues as result.gpkg, unless no folder is asked for or nothing is to be
/// written.
void write_line_result(const LineRun& run, const JobOptions& options, const OutputOptions& output,
                       std::vector<geo::SpatialTable> tables, Lang lang);

} // namespace tenglong::tools
