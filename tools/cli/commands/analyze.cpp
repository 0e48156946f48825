#include "tools/cli/commands/analyze.hpp"

#include "geo/engine.hpp"
#include "geo/run/statuses.hpp"
#include "geo/write/result_folder.hpp"
#include "geo/write/text_file.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/further_outputs.hpp"
#include "tools/cli/issue_list.hpp"
#include "tools/cli/job_options.hpp"
#include "tools/cli/progress_line.hpp"
#include "tools/cli/run_ledger.hpp"
#include "tools/cli/run_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>

namespace tenglong::tools {

namespace {

struct AnalyzeOptions {
    JobOptions job;
    OutputOptions output;
    FindingOptions findings;
    JsonOption json;
};

/// Where the result goes: -o, else what the job says, else a folder beside the job file.
[[nodiscard]] std::filesystem::path place_of(const AnalyzeOptions& options, const geo::Job& job)
{
    if (!options.output.out.empty()) {
        return options.output.out;
    }
    if (!job.output.folder.empty()) {
        return job.output.folder;
    }
    return std::filesystem::path{job.file}.replace_filename("result");
}

/// The folder of the result, made before the work: what is there and may not be replaced, or is
/// being written by another run, stops this one at once.
[[nodiscard]] std::unique_ptr<geo::ResultFolder>
folder_of(const AnalyzeOptions& options, const geo::Job& job, const std::filesystem::path& place)
{
    if (options.job.run.dry_run) {
        return nullptr;
    }
    geo::Replace replace{options.output.overwrite, {}};
    for (const geo::InputSpec& input : job.inputs) {
        replace.inputs.emplace_back(input.path);
    }
    return std::make_unique<geo::ResultFolder>(place, replace);
}

void write_result(geo::ResultFolder& folder, const LoadedJob& loaded, geo::Result& result,
                  FurtherOutputs& further, Lang lang, geo::Workers& workers,
                  geo::Progress& progress)
{
    const auto begin = std::chrono::steady_clock::now();
    add_lists(result, loaded, lang, workers);
    progress.step(msg("writing"), geo::ResultFolder::rows_of(result.tables));
    workers.each(2, 1, [&](std::size_t part, std::size_t /*end*/) {
        if (part == 0) { // it takes longer than all layers
            write_run_ledger(folder.file("ledger.xlsx"), result, loaded, lang);
        } else {
            folder.write_layers(result.tables,
                                {.crs = result.survey->crs.definition,
                                 .as_of = loaded.as_of,
                                 .lang = lang,
                                 .written = [&](std::size_t rows) { progress.advance(rows); }});
        }
    });
    further.write(folder, result);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    result.summary.timing.push_back({"write", taken.count()});
    result.summary.outputs = folder.files();
    result.summary.outputs.emplace_back("summary.json");
    geo::TextFile summary{folder.file("summary.json")};
    summary.add(geo::to_json(result.summary));
    summary.close();
    folder.commit();
}

/// The first parcel with a problem, as an example of what `explain` tells.
[[nodiscard]] std::string example_of(const geo::Result& result)
{
    const ResultTable& parcels = result.table("parcels").table;
    const ResultColumn& status = parcels["status"];
    const ResultColumn& codes = parcels["parcel_code"];
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        if (status.present(row) && status.text(row) != geo::k_normal && codes.present(row)) {
            return std::string{codes.text(row)};
        }
    }
    return {};
}

[[nodiscard]] RunPlaces places_of(const AnalyzeOptions& options, const geo::Job& job,
                                  const geo::Result& result, const std::filesystem::path& place)
{
    const bool candidates = std::ranges::any_of(job.inputs, [](const geo::InputSpec& input) {
        return input.kind == geo::InputKind::candidates;
    });
    return {options.job.file, options.job.run.dry_run ? std::filesystem::path{} : place,
            example_of(result), candidates};
}

ExitCode run(const AnalyzeOptions& options, const Console& console)
{
    const LoadedJob loaded = load_job(options.job);
    const std::filesystem::path place = place_of(options, loaded.job);
    FurtherOutputs further{loaded, options.output.overwrite, console};
    const auto folder = folder_of(options, loaded.job, place);
    geo::Workers workers{loaded.threads};
    auto progress = make_progress(options.job.talk, console);
    geo::Result result =
        geo::analyze(loaded.job, *loaded.profile, loaded.as_of, version(), workers, *progress);
    further.compare(result, workers);
    if (folder) {
        write_result(*folder, loaded, result, further, console.lang, workers, *progress);
        further.store(result, place.string());
    }
    progress.reset();
    if (options.json.json) {
        console.out << geo::to_json(result.summary);
    } else if (!options.job.talk.quiet) {
        print_findings(result.summary, console);
        further.print(result);
        print_places(result.summary, places_of(options, loaded.job, result, place), console);
    }
    if (options.job.talk.verbose) {
        for (const geo::StepTime& step : result.summary.timing) {
            console.err << fmt::format("{:>12}  {:.2f} s\n", step.step, step.seconds);
        }
    }
    const bool findings = reaches(result.survey->issues, options.findings.fail_on) ||
                          account_holds(result.summary) == Truth::no;
    return findings ? ExitCode::findings : ExitCode::done;
}

} // namespace

Command analyze_command()
{
    const auto options = std::make_shared<AnalyzeOptions>();
    Command command{
        .name = "analyze",
        .summary = msg("the whole run: what is wrong with each parcel, and what can be freed"),
        .details = msg("Surveys the base, judges every parcel, enterprise and park by the policy, "
                       "writes a result folder."),
        .examples = {{msg("a result beside the job file"), "tenglong analyze job.toml"},
                     {msg("by another policy, into a folder of its own"),
                      "tenglong analyze job.toml --policy ningbo-2021 -o ningbo"},
                     {msg("figures for a script, nothing written"),
                      "tenglong analyze job.toml --json --dry-run"}},
        .run = [options](const Console& console) { return run(*options, console); }};
    options->job.declare(command);
    options->output.declare(command,
                            msg("result folder; otherwise as the job says, or 'result' beside it"));
    options->findings.declare(command);
    options->json.declare(command);
    return command;
}

} // namespace tenglong::tools
