#include "tools/cli/job_options.hpp"

#include "core/policy/loader.hpp"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <vector>

namespace tenglong::tools {

namespace {

[[nodiscard]] Date today()
{
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return Date::from_days(static_cast<std::int32_t>(now.time_since_epoch().count()));
}

/// A policy named on the command line lies relative to the folder of the user, not of the job.
[[nodiscard]] std::string policy_reference(const std::string& written)
{
    const bool is_path = written.find('/') != std::string::npos || written.ends_with(".toml");
    return is_path ? std::filesystem::absolute(written).string() : written;
}

} // namespace

void JobOptions::declare(Command& command)
{
    command.parameters.push_back({.name = "JOB",
                                  .help = msg("job file (.toml): inputs, policy, day"),
                                  .take = into(file),
                                  .required = true,
                                  .completes = Completes::files});
    judging.declare(command);
    run.declare(command);
    talk.declare(command);
}

LoadedJob load_job(const JobOptions& options)
{
    std::vector<std::string> overrides;
    for (const auto& [key, value] : options.judging.set) {
        overrides.push_back(fmt::format("{}={}", key, value));
    }
    LoadedJob loaded;
    loaded.job = geo::read_job(options.file, overrides);
    if (!options.judging.policy.empty()) {
        loaded.job.policy = policy_reference(options.judging.policy);
        loaded.job.policy_shown = options.judging.policy;
    }
    loaded.profile = load_profile(loaded.job.policy);
    loaded.as_of =
        options.judging.as_of ? *options.judging.as_of : loaded.job.as_of.value_or(today());
    loaded.threads =
        options.run.threads != 0 ? options.run.threads : static_cast<unsigned>(loaded.job.threads);
    return loaded;
}

} // namespace tenglong::tools
