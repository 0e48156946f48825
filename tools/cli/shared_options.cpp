#include "tools/cli/shared_options.hpp"

namespace tenglong::tools {

void OutputOptions::declare(Command& command, const Text& out_help)
{
    const Text group = msg("Output");
    command.parameters.push_back({.name = "--out",
                                  .letter = 'o',
                                  .value = "DIR",
                                  .help = out_help,
                                  .group = group,
                                  .take = into(out),
                                  .completes = Completes::folders});
    command.parameters.push_back({.name = "--overwrite",
                                  .help = msg("replace a result that is there already"),
                                  .group = group,
                                  .take = into(overwrite)});
}

void JudgingOptions::declare(Command& command)
{
    const Text group = msg("What is judged, and by what");
    command.parameters.push_back({.name = "--policy",
                                  .value = "ID|FILE",
                                  .help = msg("policy profile, instead of the job's"),
                                  .group = group,
                                  .take = into(policy),
                                  .completes = Completes::files});
    command.parameters.push_back({.name = "--as-of",
                                  .value = "DATE",
                                  .help = msg("day at which periods are counted, e.g. 2023-12-31"),
                                  .group = group,
                                  .take = into(as_of)});
    command.parameters.push_back({.name = "--set",
                                  .value = "KEY=VALUE",
                                  .help = msg("set a key of the job file; may be repeated"),
                                  .group = group,
                                  .take = into(set),
                                  .repeated = true});
}

void RunOptions::declare(Command& command)
{
    const Text group = msg("Run");
    command.parameters.push_back({.name = "--threads",
                                  .value = "N",
                                  .help = msg("threads to use; one for each core if not given"),
                                  .group = group,
                                  .take = into(threads, 1)});
    command.parameters.push_back({.name = "--dry-run",
                                  .help = msg("read and check all, write nothing"),
                                  .group = group,
                                  .take = into(dry_run)});
}

void TalkOptions::declare(Command& command)
{
    const Text group = msg("Messages");
    command.parameters.push_back({.name = "--progress",
                                  .help = msg("show progress; otherwise only on a terminal"),
                                  .group = group,
                                  .take = into(progress),
                                  .negatable = true});
    command.parameters.push_back({.name = "--quiet",
                                  .letter = 'q',
                                  .help = msg("tell errors only"),
                                  .group = group,
                                  .take = into(quiet)});
    command.parameters.push_back({.name = "--verbose",
                                  .letter = 'v',
                                  .help = msg("tell what was decided on the way"),
                                  .group = group,
                                  .take = into(verbose)});
}

void FindingOptions::declare(Command& command)
{
    command.parameters.push_back(
        {.name = "--fail-on",
         .value = "LEVEL",
         .help = msg("exit with 1 from this finding on: note, warning, error (default)"),
         .group = msg("Output"),
         .take = into(fail_on),
         .completes = Completes::choices,
         .choices = {"note", "warning", "error"}});
}

void JsonOption::declare(Command& command)
{
    command.parameters.push_back({.name = "--json",
                                  .help = msg("print the summary as JSON, and nothing else"),
                                  .group = msg("Output"),
                                  .take = into(json)});
}

} // namespace tenglong::tools
