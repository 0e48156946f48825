#include "tools/cli/commands/diff.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/follow/change.hpp"
#include "core/follow/follow_tables.hpp"
#include "core/follow/roll_up.hpp"
#include "core/tables/totals.hpp"
#include "geo/follow/parcel_links.hpp"
#include "geo/result/result_file.hpp"
#include "geo/write/text_file.hpp"
#include "geo/write/writers.hpp"
#include "tools/cli/shared_options.hpp"
#include "tools/ledger/workbook.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <map>
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

/// The parcels of one result.
struct Stage {
    geo::SpatialTable parcels;
    std::string crs;
    Date day;
};

[[nodiscard]] Stage stage_of(const std::string& path)
{
    const geo::ResultFile result{path};
    geo::SpatialTable parcels = result.read("parcels");
    if (parcels.polygons() == nullptr) {
        throw Error{msg("the parcels of '{}' have no shapes", path)};
    }
    return {std::move(parcels), result.crs(), result.as_of()};
}

/// Results in the order given, which must be that of their days and in one coordinate system.
[[nodiscard]] std::vector<Stage> stages_of(const std::vector<std::string>& results)
{
    if (results.size() < 2) {
        throw UsageError{msg("two results are compared; name the earlier and the later one")};
    }
    std::vector<Stage> stages;
    for (const std::string& path : results) {
        stages.push_back(stage_of(path));
        const Stage& first = stages.front();
        const Stage& last = stages.back();
        if (last.crs != first.crs) {
            throw Error{msg("'{}' is in {} and '{}' in {}; run both in one coordinate system (crs "
                            "in the job file)",
                            results.front(), first.crs, path, last.crs)};
        }
        if (stages.size() > 1 && last.day < stages[stages.size() - 2].day) {
            throw UsageError{msg("'{}' is of {}, before the result named in front of it; name the "
                                 "earlier one first",
                                 path, last.day.iso())};
        }
    }
    return stages;
}

[[nodiscard]] Followed compared(const Stage& before, const Stage& after, geo::Workers& workers)
{
    const auto links = geo::link_parcels(before.parcels, after.parcels, {}, workers);
    return follow(before.parcels.table, after.parcels.table, links);
}

/// The rows of `follow` with the shapes of the later parcels, and of those that are gone.
[[nodiscard]] geo::SpatialTable layer_of(Followed followed, const Stage& before, const Stage& after)
{
    auto shapes = std::make_shared<geo::Polygons>(*after.parcels.polygons());
    for (const std::uint32_t row : followed.gone) {
        shapes->append((*before.parcels.polygons())[row]);
    }
    return {std::move(followed.table), std::shared_ptr<const geo::Polygons>{std::move(shapes)}};
}

/// Parcels and land of each change.
struct Moved {
    std::int64_t count = 0;
    double before_mu = 0.0;
    double after_mu = 0.0;
};

[[nodiscard]] std::map<std::string, Moved, std::less<>> moved(const ResultTable& table)
{
    std::map<std::string, Moved, std::less<>> result;
    const auto figure = [&](const char* name, std::size_t row) {
        return table[name].present(row) ? table[name].number(row) : 0.0;
    };
    for (std::size_t row = 0; row < table.rows(); ++row) {
        Moved& each = result[std::string{table["change"].text(row)}];
        ++each.count;
        each.before_mu += figure("area_old_mu", row);
        each.after_mu += figure("area_mu", row);
    }
    return result;
}

[[nodiscard]] double total(const ResultTable& table, const char* name)
{
    return sum_of(table[name]).value_or(0.0);
}

/// How often each condition ended, by its code.
[[nodiscard]] std::map<std::string, std::int64_t> ended(const ResultTable& table)
{
    std::map<std::string, std::int64_t> counts;
    const ResultColumn& column = table["flags_ended"];
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (const std::string_view code :
             column.present(row) ? column.codes(row) : std::vector<std::string_view>{}) {
            if (!code.empty()) {
                ++counts[std::string{code}];
            }
        }
    }
    return counts;
}

[[nodiscard]] nlohmann::ordered_json summary(const ResultTable& table, Date before, Date after)
{
    nlohmann::ordered_json changes;
    const auto all = moved(table);
    for (const DictionaryEntry& entry : change_of_parcel_words()->entries()) {
        const auto found = all.find(entry.code);
        const Moved each = found == all.end() ? Moved{} : found->second;
        changes[entry.code] = {
            {"count", each.count}, {"area_old_mu", each.before_mu}, {"area_mu", each.after_mu}};
    }
    nlohmann::ordered_json json{{"from", before.iso()}, {"to", after.iso()}};
    json["changes"] = changes;
    json["ended"] = ended(table);
    for (const char* name :
         {"area_old_mu", "area_mu", "problem_old_mu", "problem_mu", "reclaim_old_mu", "reclaim_mu",
          "floor_old_m2", "floor_m2", "tax_old_wan", "tax_wan", "value_added_old_wan",
          "value_added_wan", "energy_old_tce", "energy_tce"}) {
        json["totals"][name] = total(table, name);
    }
    return json;
}

void print(const ResultTable& table, Date before, Date after, const Console& console)
{
    console.out << console.tr(msg("from {} to {}:", before.iso(), after.iso())) << '\n';
    const auto all = moved(table);
    for (const DictionaryEntry& entry : change_of_parcel_words()->entries()) {
        if (const auto found = all.find(entry.code); found != all.end()) {
            const double land =
                entry.code == "gone" ? found->second.before_mu : found->second.after_mu;
            console.out << "  "
                        << console.tr(msg("{}: {} parcels, {} mu", entry.label, found->second.count,
                                          fmt::format("{:.2f}", land)))
                        << '\n';
        }
    }
    const auto line = [&](const Text& what, const char* old_name, const char* name) {
        console.out << "  "
                    << console.tr(msg("{}: {} → {} mu", what,
                                      fmt::format("{:.2f}", total(table, old_name)),
                                      fmt::format("{:.2f}", total(table, name))))
                    << '\n';
    };
    line(msg("problem land"), "problem_old_mu", "problem_mu");
    line(msg("reclaimable land"), "reclaim_old_mu", "reclaim_mu");
    const DictionaryPtr words = table["flags_ended"].spec().words;
    for (const auto& [code, count] : ended(table)) {
        console.out << "  "
                    << console.tr(msg("ended: {}, {} parcels",
                                      std::string{words->shown(code, console.lang)}, count))
                    << '\n';
    }
}

void write_folder(const DiffOptions& options, const std::vector<geo::SpatialTable>& tables,
                  const nlohmann::ordered_json& json, const geo::WriteOptions& how)
{
    geo::Partial partial{options.output.out, how.replace};
    geo::WriteOptions inside = how;
    inside.replace = {.overwrite = true};
    geo::write_geopackage(partial.file("follow.gpkg"), tables, inside);
    std::vector<Sheet> sheets;
    sheets.reserve(tables.size());
    for (const geo::SpatialTable& each : tables) {
        sheets.push_back({.table = &each.table,
                          .subtitle = {"基准日：" + how.as_of.iso(), "as of: " + how.as_of.iso()}});
    }
    write_workbook(partial.file("follow.xlsx"), sheets, {.lang = how.lang, .as_of = how.as_of});
    geo::TextFile file{partial.file("follow.json")};
    file.add(json.dump(2) + "\n");
    file.close();
    partial.commit_folder({"follow.gpkg", "follow.xlsx", "follow.json"});
}

ExitCode run(const DiffOptions& options, const Console& console)
{
    const std::vector<Stage> stages = stages_of(options.results);
    geo::Workers workers{options.run.threads};
    std::vector<ResultTable> tables;
    for (std::size_t i = 1; i < stages.size(); ++i) {
        tables.push_back(compared(stages[i - 1], stages[i], workers).table);
    }
    std::vector<FollowStep> steps;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        steps.push_back({&tables[i], stages[i + 1].day});
    }
    const Stage& first = stages.front();
    const Stage& last = stages.back();
    std::vector<geo::SpatialTable> outputs{
        layer_of(compared(first, last, workers), first, last),
        {roll_up(steps, static_cast<PeriodKind>(options.period))}};
    const ResultTable& table = outputs.front().table;
    const nlohmann::ordered_json json = summary(table, first.day, last.day);
    if (!options.output.out.empty() && !options.run.dry_run) {
        write_folder(options, outputs, json,
                     {.crs = last.crs,
                      .replace = {.overwrite = options.output.overwrite},
                      .as_of = last.day,
                      .lang = console.lang});
    }
    if (options.json.json) {
        console.out << json.dump(2) << '\n';
    } else {
        print(table, first.day, last.day, console);
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
