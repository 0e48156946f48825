#include "tools/cli/commands/plan.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "geo/plan/line_plan.hpp"
#include "tools/cli/line_run.hpp"
#include "tools/cli/plan_summary.hpp"

#include <array>
#include <memory>

namespace tenglong::tools {

namespace {

enum class SolverChoice : std::uint8_t { best, cbc, greedy };

/// A ten-thousandth: nobody knows the price of land better.
constexpr double k_gap = 1e-4;

constexpr std::array k_further_inputs{geo::InputKind::candidates};

struct PlanOptions {
    JobOptions job;
    OutputOptions output;
    JsonOption json;
    std::size_t solver = 0; ///< a SolverChoice
    double gap = k_gap;
    std::optional<Date> by;
    bool proposals = false;
};

[[nodiscard]] Take into_share(double& share)
{
    return [&share](const std::string& value) -> std::optional<Text> {
        const std::optional<double> number = parse_number(value);
        if (!number || !(*number >= 0.0 && *number < 1.0)) {
            return msg("a share from 0 up to 1, such as 0.1%");
        }
        share = *number;
        return std::nullopt;
    };
}

[[nodiscard]] std::unique_ptr<const Solver> solver_of(SolverChoice choice)
{
    if (choice == SolverChoice::greedy) {
        return make_greedy_solver();
    }
    auto solver = choice == SolverChoice::cbc ? make_cbc_solver() : best_solver();
    if (!solver) {
        throw UsageError{msg("this program was built without the solver CBC; use --solver greedy")};
    }
    return solver;
}

ExitCode run(const PlanOptions& options, const Console& console)
{
    const auto solver = solver_of(static_cast<SolverChoice>(options.solver));
    LineRun run{options.job, k_further_inputs, console};
    const LoadedJob& loaded = run.loaded;
    const geo::PlanRequest request{
        {loaded.as_of, options.by, options.proposals ? States::with_proposals : States::decided},
        options.gap,
        solver.get(),
        loaded.job.changes_from_parcels};
    std::vector<Issue> issues;
    const geo::LinePlan plan =
        geo::plan_line(run.survey, *loaded.profile, loaded.job.area, request, run.workers, issues);
    take_issues(run, issues, options.job.talk, console);
    write_line_result(run, options.job, options.output, geo::plan_tables(plan), console.lang);
    if (options.json.json) {
        console.out << plan_json(plan, loaded).dump(2) << '\n';
    } else if (!options.job.talk.quiet) {
        print_plan(plan, loaded, console);
    }
    return plan.short_m2() > 0.0 ? ExitCode::findings : ExitCode::done;
}

void declare_own(Command& command, const std::shared_ptr<PlanOptions>& options)
{
    const Text group = msg("Plan");
    command.parameters.push_back({.name = "--by",
                                  .value = "DATE",
                                  .help = msg("the day by which the balance is to be restored"),
                                  .group = group,
                                  .take = into(options->by)});
    command.parameters.push_back({.name = "--with-proposals",
                                  .help = msg("plan for the changes that are proposed, too"),
                                  .group = group,
                                  .take = into(options->proposals)});
    const std::vector<std::string> solvers{"auto", "cbc", "greedy"};
    command.parameters.push_back(
        {.name = "--solver",
         .value = "auto|cbc|greedy",
         .help = msg("CBC finds the cheapest, greedy comes near it; auto: CBC if it is there"),
         .group = group,
         .take = into(options->solver, solvers),
         .completes = Completes::choices,
         .choices = solvers});
    command.parameters.push_back(
        {.name = "--gap",
         .value = "SHARE",
         .help = msg("how near to the cheapest is near enough; 0.01% if not given"),
         .group = group,
         .take = into_share(options->gap)});
}

} // namespace

Command plan_command()
{
    const auto options = std::make_shared<PlanOptions>();
    Command command{
        .name = "plan",
        .summary = msg("the cheapest candidates that restore the balance of the control line"),
        .details =
            msg("Keeps the account, judges every candidate as compensation would be, and chooses "
                "the cheapest\nset that meets what is due by region and date. Tells why each is "
                "chosen or not, how far the\nprice may be from the least one, and how much more "
                "may be occupied. Exit code 1 if the\nbalance cannot be restored."),
        .examples = {{msg("candidates as a layer of the job, with a price"),
                      "tenglong plan job.toml"},
                     {msg("as a layer with the reasons, to be restored by the end of June"),
                      "tenglong plan job.toml --by 2024-06-30 -o plan"},
                     {msg("with the changes that are proposed, as JSON"),
                      "tenglong plan job.toml --with-proposals --json"}},
        .run = [options](const Console& console) { return run(*options, console); }};
    options->job.declare(command);
    declare_own(command, options);
    options->output.declare(command, msg("folder for result.gpkg; none: not written"));
    options->json.declare(command);
    return command;
}

} // namespace tenglong::tools
