#include "tools/cli/commands/balance.hpp"

#include "core/tables/fill.hpp"
#include "geo/line/line_account.hpp"
#include "geo/survey/survey.hpp"
#include "geo/write/result_folder.hpp"
#include "tools/cli/balance_summary.hpp"
#include "tools/cli/job_options.hpp"
#include "tools/cli/progress_line.hpp"

#include <algorithm>
#include <memory>

namespace tenglong::tools {

namespace {

struct BalanceOptions {
    JobOptions job;
    OutputOptions output;
    JsonOption json;
};

/// result.gpkg with the line before and after, the changes, what of them does not count, and the
/// account.
void write_result(const BalanceOptions& options, const LoadedJob& loaded, const geo::Survey& survey,
                  const geo::LineAccount& account, geo::Workers& workers, Lang lang)
{
    geo::Replace replace{options.output.overwrite, {}};
    for (const geo::InputSpec& input : loaded.job.inputs) {
        replace.inputs.emplace_back(input.path);
    }
    auto tables = geo::line_tables(account, survey, *loaded.profile, workers);
    tables.push_back(geo::issues_layer(issues_table(survey.issues)));
    geo::ResultFolder folder{options.output.out, replace};
    folder.write_layers(tables, {survey.crs.definition, {}, loaded.as_of, lang});
    folder.commit();
}

/// What the account is not kept from need not be read.
void leave_out_other_inputs(geo::Job& job)
{
    const auto needed = geo::line_inputs();
    std::erase_if(job.inputs, [&](const geo::InputSpec& input) {
        return std::ranges::find(needed, input.kind) == needed.end();
    });
}

ExitCode run(const BalanceOptions& options, const Console& console)
{
    LoadedJob loaded = load_job(options.job);
    leave_out_other_inputs(loaded.job);
    geo::Workers workers{loaded.threads};
    auto progress = make_progress(options.job.talk, console);
    geo::Survey survey = geo::survey(loaded.job, *loaded.profile, loaded.as_of, workers, *progress);
    progress.reset();
    std::vector<Issue> issues;
    const geo::LineAccount account =
        geo::line_account(survey, *loaded.profile, loaded.job.area, loaded.as_of, workers, issues,
                          loaded.job.changes_from_parcels);
    for (const Issue& issue : issues) {
        if (issue.severity == Severity::error && !options.job.talk.quiet) {
            console.warning(issue.text);
        }
        survey.issues.push_back(issue);
    }
    if (!options.output.out.empty() && !options.job.run.dry_run) {
        write_result(options, loaded, survey, account, workers, console.lang);
    }
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
