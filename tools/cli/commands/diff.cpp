#include "tools/cli/commands/diff.hpp"

#include "core/base/error.hpp"
#include "core/follow/roll_up.hpp"
#include "geo/follow/stage.hpp"
#include "geo/write/text_file.hpp"
#include "geo/write/writers.hpp"
#include "tools/cli/follow_report.hpp"
#include "tools/cli/shared_options.hpp"
#include "tools/cli/table_book.hpp"

#include <memory>

namespace tenglong::tools {

namespace {

struct DiffOptions {
    std::vector<std::string> results;
    std::size_t period = 2; ///< as PeriodKind
    OutputOptions output;
    RunOptions run;
    JsonOption json;
};

/// Results in the order given, which must be that of their days, all in the coordinate system of
/// the last.
[[nodiscard]] std::vector<geo::Stage> stages_of(const std::vector<std::string>& results,
                                                geo::Workers& workers, const Console& console)
{
    if (results.size() < 2) {
        throw UsageError{msg("two results are compared; name the earlier and the later one")};
    }
    std::vector<geo::Stage> stages;
    for (const std::string& path : results) {
        stages.push_back(geo::read_stage(path));
        if (stages.size() > 1 && stages.back().day < stages[stages.size() - 2].day) {
            throw UsageError{msg("'{}' is of {}, before the result named in front of it; name the "
                                 "earlier one first",
                                 path, stages.back().day.iso())};
        }
    }
    for (geo::Stage& stage : stages) {
        geo::bring_to(stage, stages.back().crs, workers);
        warn_of_other_policy(stage, stages.back(), console);
    }
    return stages;
}

void write_folder(const DiffOptions& options, const std::vector<geo::SpatialTable>& tables,
                  const std::string& json, const geo::WriteOptions& how)
{
    geo::Partial partial{options.output.out, how.replace};
    geo::WriteOptions inside = how;
    inside.replace = {.overwrite = true};
    geo::write_geopackage(partial.file("follow.gpkg"), tables, inside);
    write_table_book(partial.file("follow.xlsx"), tables, {.lang = how.lang, .as_of = how.as_of});
    geo::TextFile file{partial.file("follow.json")};
    file.add(json);
    file.close();
    partial.commit_folder({"follow.gpkg", "follow.xlsx", "follow.json"});
}

ExitCode run(const DiffOptions& options, const Console& console)
{
    geo::Workers workers{options.run.threads};
    const std::vector<geo::Stage> stages = stages_of(options.results, workers, console);
    std::vector<ResultTable> tables;
    for (std::size_t i = 1; i < stages.size(); ++i) {
        tables.push_back(geo::compared(stages[i - 1], stages[i], workers).table);
    }
    std::vector<FollowStep> steps;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        steps.push_back({&tables[i], stages[i + 1].day});
    }
    const geo::Stage& first = stages.front();
    const geo::Stage& last = stages.back();
    const std::vector<geo::SpatialTable> outputs{
        geo::follow_layer(first, last, workers),
        {roll_up(steps, static_cast<PeriodKind>(options.period))}};
    const ResultTable& table = outputs.front().table;
    const std::string json = follow_json(table, first.day, last.day);
    if (!options.output.out.empty() && !options.run.dry_run) {
        write_folder(options, outputs, json,
                     {.crs = last.crs,
                      .replace = {.overwrite = options.output.overwrite},
                      .as_of = last.day,
                      .lang = console.lang});
    }
    if (options.json.json) {
        console.out << json;
    } else {
        print_follow(table, first.day, last.day, console);
    }
    return ExitCode::done;
}

} // namespace

Command diff_command()
{
    const auto options = std::make_shared<DiffOptions>();
    Command command{
        .name = "diff",
        .summary = msg("compare results: new, unchanged, improved, struck off, worsened"),
        .details = msg("Parcels are matched by code, then by ground, so that splits and merges are "
                       "followed."),
        .parameters = {{.name = "RESULT",
                        .help = msg("results, the earliest first; more than two show each period"),
                        .take = into(options->results),
                        .required = true,
                        .repeated = true,
                        .completes = Completes::files},
                       {.name = "--period",
                        .value = "month|quarter|year",
                        .help = msg("what progress of districts and towns is added up over"),
                        .take = into(options->period, {"month", "quarter", "year"}),
                        .completes = Completes::choices,
                        .choices = {"month", "quarter", "year"}}},
        .examples = {{msg("the summary on the screen"), "tenglong diff result-2022 result-2023"},
                     {msg("as layer, table and roll-up by quarter"),
                      "tenglong diff 2023q1 2023q2 2023q3 --period quarter -o progress"}},
        .run = [options](const Console& console) { return run(*options, console); }};
    options->output.declare(command, msg("folder for follow.gpkg, follow.xlsx, follow.json"));
    options->run.declare(command);
    options->json.declare(command);
    return command;
}

} // namespace tenglong::tools
