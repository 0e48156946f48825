#include "tools/cli/commands/check.hpp"

#include "core/base/number.hpp"
#include "core/base/units.hpp"
#include "core/tables/fill.hpp"
#include "geo/read/input_kind.hpp"
#include "geo/survey/survey.hpp"
#include "geo/write/writers.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/issue_list.hpp"
#include "tools/cli/job_options.hpp"
#include "tools/cli/progress_line.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace tenglong::tools {

namespace {

struct CheckOptions {
    JobOptions job;
    OutputOptions output;
    FindingOptions findings;
    JsonOption json;
    unsigned most = 20;
};

/// The area that counts, over all parcels that have one.
[[nodiscard]] double area_of(const geo::Survey& survey)
{
    double sum = 0.0;
    const FactTable& parcels = *survey.parcel_facts;
    const FactId area = parcels.id("area_m2");
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        sum += parcels.number(area, row).value_or(0.0);
    }
    return sum;
}

[[nodiscard]] nlohmann::ordered_json summary_of(const LoadedJob& loaded, const geo::Survey& survey)
{
    using Json = nlohmann::ordered_json;
    const double area_m2 = area_of(survey);
    Json inputs = Json::array();
    for (const geo::InputSummary& input : survey.inputs) {
        inputs.push_back({{"section", input.section},
                          {"path", input.path},
                          {"layer", input.layer},
                          {"rows", input.rows},
                          {"hash", input.hash},
                          {"crs", input.crs.en}});
    }
    Json kinds = Json::object();
    for (const auto& [name, kind] : by_kind(survey.issues)) {
        kinds[name] = kind.count;
    }
    Json timing = Json::object();
    for (const geo::StepTime& step : survey.timing) {
        timing[step.step] = timing.value(step.step, 0.0) + step.seconds;
    }
    const std::size_t enterprises = survey.enterprise_facts->rows();
    return {{"job", loaded.job.name},
            {"policy", loaded.profile->id},
            {"as_of", loaded.as_of.iso()},
            {"version", version()},
            {"crs", survey.crs.shown()},
            {"inputs", inputs},
            {"parcels",
             {{"count", survey.parcel_facts->rows()},
              {"area_m2", area_m2},
              {"area_mu", to_mu(SquareMetres{area_m2}).value()}}},
            {"enterprises",
             {{"rows", survey.register_input.enterprises.size()},
              {"counted", enterprises},
              {"matched", enterprises - survey.reg.unmatched.size()},
              {"unmatched", survey.reg.unmatched.size()}}},
            {"issues", kinds},
            {"timing", timing}};
}

/// "parcels [parcels]: 300 rows": what it is, and the section of the job file that names it.
[[nodiscard]] Text input_line(const geo::InputSummary& input)
{
    const auto kind = geo::parse_input_kind(input.section.substr(0, input.section.find('[')));
    const Text name = kind ? geo::label_of(*kind) : Text{};
    return input.crs.empty()
               ? msg("[{}] {}: {} rows", input.section, name, input.rows)
               : msg("[{}] {}: {} rows, {}", input.section, name, input.rows, input.crs);
}

void print_summary(const geo::Survey& survey, std::size_t most, const Console& console)
{
    for (const geo::InputSummary& input : survey.inputs) {
        console.out << console.tr(input_line(input)) << '\n';
    }
    const double area_m2 = area_of(survey);
    const std::size_t counted = survey.enterprise_facts->rows();
    console.out << console.tr(msg("{} parcels, {} mu; {} enterprises, {} of them on a parcel; "
                                  "working CRS {}",
                                  survey.parcel_facts->rows(),
                                  format_number(to_mu(SquareMetres{area_m2}).value(), 2), counted,
                                  counted - survey.reg.unmatched.size(), survey.crs.shown()))
                << '\n';
    if (survey.issues.empty()) {
        console.out << console.tr(msg("no issues")) << '\n';
        return;
    }
    console.out << '\n' << console.tr(msg("{} issues", survey.issues.size())) << '\n';
    print_kinds(survey.issues, console);
    if (most != 0) {
        console.out << '\n';
        print_issues(survey.issues, most, console);
    }
}

/// issues.gpkg and issues.csv in a folder that appears whole or not at all.
void write_issues(const CheckOptions& options, const LoadedJob& loaded, const geo::Survey& survey,
                  Lang lang)
{
    geo::Replace replace{options.output.overwrite, {}};
    for (const geo::InputSpec& input : loaded.job.inputs) {
        replace.inputs.emplace_back(input.path);
    }
    geo::Partial folder{options.output.out, replace};
    const geo::WriteOptions how{survey.crs.definition, {}, loaded.as_of, lang};
    const std::vector<geo::SpatialTable> tables{geo::issues_layer(issues_table(survey.issues))};
    geo::write_geopackage(folder.file("issues.gpkg"), tables, how);
    geo::write_csv(folder.file("issues.csv"), tables.front().table, how);
    folder.commit_folder({"issues.gpkg", "issues.csv"});
}

ExitCode run(const CheckOptions& options, const Console& console)
{
    const LoadedJob loaded = load_job(options.job);
    geo::Workers workers{loaded.threads};
    auto progress = make_progress(options.job.talk, console);
    const geo::Survey survey = geo::survey(loaded.job, *loaded.profile, loaded.as_of, workers,
                                           *progress, geo::KeepBuildings::no);
    progress.reset();
    if (!options.output.out.empty() && !options.job.run.dry_run) {
        write_issues(options, loaded, survey, console.lang);
    }
    if (options.json.json) {
        console.out << summary_of(loaded, survey).dump(2) << '\n';
    } else if (!options.job.talk.quiet) {
        print_summary(survey, options.most, console);
    }
    if (options.job.talk.verbose) {
        for (const geo::StepTime& step : survey.timing) {
            console.err << fmt::format("{:>12}  {:.2f} s\n", step.step, step.seconds);
        }
    }
    return reaches(survey.issues, options.findings.fail_on) ? ExitCode::findings : ExitCode::done;
}

} // namespace

Command check_command()
{
    const auto options = std::make_shared<CheckOptions>();
    Command command{
        .name = "check",
        .summary = msg("check the data of a job: read, put right, joined, nothing judged"),
        .details = msg(
            "Reads, repairs and joins every input; lists what is wrong by kind, the worst first."),
        .examples = {{msg("what is wrong with the data"), "tenglong check job.toml"},
                     {msg("all issues as a layer and a table"),
                      "tenglong check job.toml -o issues"},
                     {msg("for a script: exit code 1 at a warning"),
                      "tenglong check job.toml --json --fail-on warning"}},
        .run = [options](const Console& console) { return run(*options, console); }};
    options->job.declare(command);
    options->output.declare(command,
                            msg("folder for issues.gpkg and issues.csv; none: not written"));
    options->findings.declare(command);
    options->json.declare(command);
    command.parameters.push_back({.name = "--most",
                                  .value = "N",
                                  .help = msg("issues to print, the worst first; 20 if not given"),
                                  .group = msg("Output"),
                                  .take = into(options->most, 0)});
    return command;
}

} // namespace tenglong::tools
