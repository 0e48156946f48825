#include "tools/cli/line_run.hpp"

#include "core/tables/fill.hpp"
#include "geo/line/line_account.hpp"
#include "geo/write/result_folder.hpp"
#include "tools/cli/progress_line.hpp"

#include <algorithm>
#include <utility>

namespace tenglong::tools {

namespace {

LoadedJob load_needed(const JobOptions& options, std::span<const geo::InputKind> further)
{
    LoadedJob loaded = load_job(options);
    const auto needed = geo::line_inputs();
    std::erase_if(loaded.job.inputs, [&](const geo::InputSpec& input) {
        return std::ranges::find(needed, input.kind) == needed.end() &&
               std::ranges::find(further, input.kind) == further.end();
    });
    return loaded;
}

} // namespace

LineRun::LineRun(const JobOptions& options, std::span<const geo::InputKind> further,
                 const Console& console)
    : loaded{load_needed(options, further)}, workers{loaded.threads},
      survey{geo::survey(loaded.job, *loaded.profile, loaded.as_of, workers,
                         *make_progress(options.talk, console))}
{}

void take_issues(LineRun& run, const std::vector<Issue>& issues, const TalkOptions& talk,
                 const Console& console)
{
    for (const Issue& issue : issues) {
        if (issue.severity == Severity::error && !talk.quiet) {
            console.warning(issue.text);
        }
        run.survey.issues.push_back(issue);
    }
}

void write_line_result(const LineRun& run, const JobOptions& options, const OutputOptions& output,
                       std::vector<geo::SpatialTable> tables, Lang lang)
{
    if (output.out.empty() || options.run.dry_run) {
        return;
    }
    geo::Replace replace{output.overwrite, {}};
    for (const geo::InputSpec& input : run.loaded.job.inputs) {
        replace.inputs.emplace_back(input.path);
    }
    tables.push_back(geo::issues_layer(issues_table(run.survey.issues)));
    geo::ResultFolder folder{output.out, replace};
    folder.write_layers(tables, {run.survey.crs.definition, {}, run.loaded.as_of, lang});
    folder.commit();
}

} // namespace tenglong::tools
