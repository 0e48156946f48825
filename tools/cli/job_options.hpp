#pragma once

#include "core/policy/profile.hpp"
#include "geo/read/job.hpp"
#include "tools/cli/shared_options.hpp"

#include <memory>
#include <string>

namespace tenglong::tools {

/// What every command that runs a job takes: the job file and the options over it.
struct JobOptions {
    std::string file;
    JudgingOptions judging;
    RunOptions run;
    TalkOptions talk;

    /// Declares JOB and the options; a command adds its own before or behind.
    void declare(Command& command);
};

/// A job, the policy that it names, and the day of the run.
struct LoadedJob {
    geo::Job job;
    std::unique_ptr<Profile> profile;
    Date as_of;
    unsigned threads = 0; ///< 0: one for each core
};

/// Reads the job file with what the command line says over it. Without a day in either the run is
/// as of today.
/// \throws UsageError with every mistake in the job file or the policy; Error if one of them
/// cannot be read.
[[nodiscard]] LoadedJob load_job(const JobOptions& options);

} // namespace tenglong::tools
