#include "tools/cli/commands/balance.hpp"

#include "geo/run/line_step.hpp"
#include "tools/cli/balance_summary.hpp"
#include "tools/cli/line_run.hpp"

#include <memory>

namespace tenglong::tools {

namespace {

struct BalanceOptions {
    JobOptions job;
    OutputOptions output;
    JsonOption json;
};

ExitCode run(const BalanceOptions& options, const Console& console)
{
    LineRun run{options.job, {}, console};
    const LoadedJob& loaded = run.loaded;
    std::vector<Issue> issues;
    const geo::LineAccount account =
        geo::line_account(run.survey, *loaded.profile, loaded.job.area, loaded.as_of, run.workers,
                          issues, loaded.job.changes_from_parcels);
    const auto changes =
        geo::facts_of_changes(account, run.survey, *loaded.profile, loaded.as_of, run.workers);
    take_issues(run, issues, options.job.talk, console);
    write_line_result(run, options.job, options.output,
                      geo::line_tables(account, *changes, run.survey, *loaded.profile),
                      console.lang);
    if (options.json.json) {
        console.out << balance_json(account, loaded).dump(2) << '\n';
    } else if (!options.job.talk.quiet) {
        print_balance(account, loaded, console);
    }
    return account.holds() == Truth::no ? ExitCode::findings : ExitCode::done;
}

} // namespace

Command balance_command()
{
    const auto options = std::make_shared<BalanceOptions>();
    Command command{
        .name = "balance",
        .summary = msg("the account of the control line: occupied, due, compensated"),
        .details =
            msg("Holds every change against the line and books what counts in order of time, by "
                "the policy.\n"
                "Tells by how much the account is short, what causes it and what would mend it."),
        .examples = {{msg("exit code 1 if the balance does not hold"), "tenglong balance job.toml"},
                     {msg("the line before and after, the changes and the account as layers"),
                      "tenglong balance job.toml -o balance"},
                     {msg("by another policy"),
                      "tenglong balance job.toml --policy hangzhou-2021 --json"}},
        .run = [options](const Console& console) { return run(*options, console); }};
    options->job.declare(command);
    options->output.declare(command, msg("folder for result.gpkg; none: not written"));
    options->json.declare(command);
    return command;
}

} // namespace tenglong::tools
