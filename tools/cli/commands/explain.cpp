#include "tools/cli/commands/explain.hpp"

#include "geo/result/result_file.hpp"
#include "tools/cli/shared_options.hpp"
#include "tools/cli/subject_file.hpp"
#include "tools/cli/subject_json.hpp"
#include "tools/cli/subject_print.hpp"

#include <memory>

namespace tenglong::tools {

namespace {

struct ExplainOptions {
    std::string result;
    std::string code;
    JsonOption json;
};

ExitCode run(const ExplainOptions& options, const Console& console)
{
    const geo::ResultFile result{options.result};
    const SubjectFile file = subject_file(result, options.code);
    if (options.json.json) {
        console.out << subject_json(file).dump(2) << '\n';
    } else {
        print_subject(file, console);
    }
    return ExitCode::done;
}

} // namespace

Command explain_command()
{
    const auto options = std::make_shared<ExplainOptions>();
    Command command{
        .name = "explain",
        .summary = msg("all that a result knows of a subject, e.g. a parcel, and why"),
        .details = msg("Every verdict, measures with reasons, all facts with origins, block, "
                       "enterprises, issues."),
        .parameters = {{.name = "RESULT",
                        .help = msg("result folder, or its result.gpkg"),
                        .take = into(options->result),
                        .required = true,
                        .completes = Completes::files},
                       {.name = "CODE",
                        .help =
                            msg("code of a parcel, enterprise or change; name of a park or job"),
                        .take = into(options->code),
                        .required = true}},
        .examples = {{msg("the file of a parcel"), "tenglong explain result 330681001002GB00001"},
                     {msg("for a program"), "tenglong explain result 330681001002GB00001 --json"}},
        .run = [options](const Console& console) { return run(*options, console); }};
    options->json.declare(command);
    return command;
}

} // namespace tenglong::tools
