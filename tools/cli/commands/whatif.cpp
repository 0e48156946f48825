#include "tools/cli/commands/whatif.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/base/text.hpp"
#include "core/base/units.hpp"
#include "core/policy/loader.hpp"
#include "core/reclaim/whatif.hpp"
#include "geo/run/what_if_base.hpp"
#include "geo/survey/survey.hpp"
#include "tools/cli/commands.hpp"
#include "tools/cli/job_options.hpp"
#include "tools/cli/progress_line.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <string_view>

namespace tenglong::tools {

namespace {

struct WhatIfOptions {
    JobOptions job;
    JsonOption json;
    std::string figure;
    std::string from;
    std::string to;
    unsigned steps = 10;
};

/// The values, and what each of them decides.
struct Range {
    const Figure* figure = nullptr;
    std::vector<WhatIfStep> steps;
};

[[nodiscard]] std::optional<double> in_mu(const std::optional<double>& area_m2)
{
    return area_m2 ? std::optional{to_mu(SquareMetres{*area_m2}).value()} : std::nullopt;
}

[[nodiscard]] std::string told(const std::optional<double>& value, int decimals)
{
    return value ? format_number(*value, decimals) : "–";
}

[[nodiscard]] nlohmann::ordered_json json_of(const std::optional<double>& value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

[[nodiscard]] nlohmann::ordered_json json_of(const WhatIfStep& step)
{
    const FreedAmounts& freed = step.freed.amounts;
    return {{"value", step.value},
            {"parcels", step.parcels},
            {"area_m2", step.area_m2},
            {"area_mu", to_mu(SquareMetres{step.area_m2}).value()},
            {"undecided", step.undecided},
            {"enterprises", step.enterprises},
            {"enterprises_undecided", step.rows_undecided},
            {"freed",
             {{"land_m2", json_of(freed.land_m2)},
              {"land_mu", json_of(in_mu(freed.land_m2))},
              {"floor_potential_m2", json_of(freed.floor_potential_m2)},
              {"energy_tce", json_of(freed.energy_tce)},
              {"carbon_t", json_of(freed.carbon_t)},
              {"undecided", step.freed.undecided}}}};
}

[[nodiscard]] nlohmann::ordered_json document(const LoadedJob& loaded, const Range& range)
{
    auto steps = nlohmann::ordered_json::array();
    for (const WhatIfStep& step : range.steps) {
        steps.push_back(json_of(step));
    }
    return {{"job", loaded.job.name},
            {"policy", loaded.profile->id},
            {"as_of", loaded.as_of.iso()},
            {"version", version()},
            {"figure", range.figure->key},
            {"label", range.figure->label.zh},
            {"now", shown(range.figure->value).en},
            {"steps", steps}};
}

/// A column of the table: its heading, and a cell of each step.
struct Column {
    Text heading;
    std::vector<std::string> cells;
};

/// Only where the steps differ is the column of any use.
template <class Amount>
void add_if_it_varies(std::vector<Column>& columns, const Range& range, const Text& heading,
                      const Amount& amount)
{
    Column column{heading, {}};
    for (const WhatIfStep& step : range.steps) {
        column.cells.push_back(told(amount(step), 2));
    }
    const bool varies = std::any_of(column.cells.begin(), column.cells.end(),
                                    [&](const auto& cell) { return cell != column.cells.front(); });
    if (varies) {
        columns.push_back(std::move(column));
    }
}

[[nodiscard]] std::vector<Column> columns_of(const Range& range, Lang lang)
{
    std::vector<Column> columns{{msg("value"), {}},       {msg("parcels"), {}},
                                {msg("area (mu)"), {}},   {msg("undecided"), {}},
                                {msg("enterprises"), {}}, {msg("freed (mu)"), {}}};
    const Text now = shown(range.figure->value);
    for (const WhatIfStep& step : range.steps) {
        const std::array<std::string, 6> cells{
            step.shown.in(lang) + (step.shown == now ? " *" : ""),
            std::to_string(step.parcels),
            format_number(to_mu(SquareMetres{step.area_m2}).value(), 2),
            std::to_string(step.undecided),
            std::to_string(step.enterprises),
            told(in_mu(step.freed.amounts.land_m2), 2)};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            columns[i].cells.push_back(cells.at(i));
        }
    }
    add_if_it_varies(columns, range, msg("floors (m²)"),
                     [](const WhatIfStep& step) { return step.freed.amounts.floor_potential_m2; });
    add_if_it_varies(columns, range, msg("energy (tce)"),
                     [](const WhatIfStep& step) { return step.freed.amounts.energy_tce; });
    add_if_it_varies(columns, range, msg("carbon (t)"),
                     [](const WhatIfStep& step) { return step.freed.amounts.carbon_t; });
    return columns;
}

/// What the bars show: the area of the parcels, or where the figure decides none, what is freed.
[[nodiscard]] std::vector<double> bar_values(const Range& range)
{
    using Value = double (*)(const WhatIfStep&);
    constexpr std::array<Value, 5> k_values{
        [](const WhatIfStep& step) { return step.area_m2; },
        [](const WhatIfStep& step) { return static_cast<double>(step.enterprises); },
        [](const WhatIfStep& step) { return step.freed.amounts.floor_potential_m2.value_or(0.0); },
        [](const WhatIfStep& step) { return step.freed.amounts.energy_tce.value_or(0.0); },
        [](const WhatIfStep& step) { return step.freed.amounts.carbon_t.value_or(0.0); }};
    std::vector<double> values;
    for (const Value value : k_values) {
        values.clear();
        std::transform(range.steps.begin(), range.steps.end(), std::back_inserter(values), value);
        if (*std::max_element(values.begin(), values.end()) > 0.0) {
            break;
        }
    }
    return values;
}

/// A bar in eighths of a character.
[[nodiscard]] std::string bar(double value, double most)
{
    constexpr double k_width = 24.0;
    constexpr std::array<std::string_view, 8> k_parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto eighths =
        static_cast<std::size_t>(std::lround(most > 0.0 ? value / most * k_width * 8.0 : 0.0));
    std::string text;
    for (std::size_t i = 0; i < eighths / 8; ++i) {
        text += "█";
    }
    return text += k_parts.at(eighths % 8);
}

[[nodiscard]] std::string padded(const std::string& text, std::size_t width, bool left)
{
    const std::size_t own = display_width(text);
    const std::string space(own < width ? width - own : 0, ' ');
    return left ? text + space : space + text;
}

void print_table(const Range& range, const Console& console)
{
    const std::vector<Column> columns = columns_of(range, console.lang);
    const std::vector<double> values = bar_values(range);
    const double most = *std::max_element(values.begin(), values.end());
    std::vector<std::size_t> widths;
    for (const Column& column : columns) {
        std::size_t width = display_width(console.tr(column.heading));
        for (const std::string& cell : column.cells) {
            width = std::max(width, display_width(cell));
        }
        widths.push_back(width);
    }
    const auto line = [&](const auto& cell_of, const std::string& tail) {
        std::string text;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text += padded(cell_of(columns[i]), widths[i], i == 0) + "  ";
        }
        text += tail;
        text.erase(text.find_last_not_of(' ') + 1);
        console.out << text << '\n';
    };
    line([&](const Column& column) { return console.tr(column.heading); }, "");
    for (std::size_t row = 0; row < range.steps.size(); ++row) {
        line([&](const Column& column) { return column.cells[row]; }, bar(values[row], most));
    }
}

void print(const LoadedJob& loaded, const Range& range, const Console& console)
{
    console.out << console.tr(msg("{} ({}): {} in '{}'", range.figure->label, range.figure->key,
                                  shown(range.figure->value), loaded.profile->id))
                << "\n\n";
    print_table(range, console);
    const std::size_t open = range.steps.front().freed.undecided;
    if (open != 0) {
        console.out << '\n'
                    << console.tr(
                           msg("freed land leaves out {} parcels of which it cannot be told", open))
                    << '\n';
    }
}

void check(const WhatIfOptions& options, const Profile& profile)
{
    if (options.figure.empty() || options.from.empty() || options.to.empty()) {
        throw UsageError{msg("give the figure and its range: --figure KEY --from A --to B "
                             "('tenglong policy show {}' names the figures)",
                             profile.id)};
    }
    constexpr unsigned k_most = 1000;
    if (options.steps == 0 || options.steps > k_most) {
        throw UsageError{msg("--steps takes 1 to {}", k_most)};
    }
}

ExitCode run(const WhatIfOptions& options, const Console& console)
{
    const LoadedJob loaded = load_job(options.job);
    const Profile& profile = *loaded.profile;
    check(options, profile);
    const std::vector<std::string> values =
        values_between(profile, options.figure, options.from, options.to, options.steps);
    if (!decides(profile, options.figure)) {
        throw UsageError{msg("'{}' decides what is measured, not what is judged: change it with "
                             "a profile and run analyze",
                             options.figure)};
    }
    geo::Workers workers{loaded.threads};
    auto progress = make_progress(options.job.talk, console);
    geo::Survey survey = geo::survey(loaded.job, profile, loaded.as_of, workers, *progress);
    std::vector<std::unique_ptr<Profile>> changed;
    changed.reserve(values.size());
    for (const std::string& value : values) {
        changed.push_back(load_profile(loaded.job.policy, {{options.figure, value}}));
    }
    progress->step(msg("vacant ground"), 0);
    geo::WhatIfBase base{survey, profile, changed, loaded.as_of, workers};
    Range range{profile.figure(options.figure), {}};
    progress->step(msg("values"), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        range.steps.push_back(base.step(*changed[i], options.figure));
        range.steps.back().value = values[i];
        progress->advance(1);
    }
    progress.reset();
    if (options.json.json) {
        console.out << document(loaded, range).dump(2) << '\n';
    } else {
        print(loaded, range, console);
    }
    return ExitCode::done;
}

} // namespace

Command whatif_command()
{
    const auto options = std::make_shared<WhatIfOptions>();
    Command command{
        .name = "whatif",
        .summary = msg("what a figure of the policy decides, over a range of it"),
        .details =
            msg("Judges the base again with each value of a figure: what it decides, what is "
                "freed."),
        .examples = {{msg("the tax line from 3 to 8, at every 1"),
                      "tenglong whatif job.toml --figure tax_line --from 3 --to 8 --steps 5"},
                     {msg("a period, as JSON"),
                      "tenglong whatif job.toml --figure idle_period --from '1 year' "
                      "--to '3 years' --steps 2 --json"}},
        .run = [options](const Console& console) { return run(*options, console); }};
    options->job.declare(command);
    const Text group = msg("Range");
    command.parameters.push_back({.name = "--figure",
                                  .value = "KEY",
                                  .help = msg("the figure, by its key in the profile"),
                                  .group = group,
                                  .take = into(options->figure)});
    command.parameters.push_back({.name = "--from",
                                  .value = "A",
                                  .help = msg("the first value; without a unit in the figure's"),
                                  .group = group,
                                  .take = into(options->from)});
    command.parameters.push_back({.name = "--to",
                                  .value = "B",
                                  .help = msg("the last value"),
                                  .group = group,
                                  .take = into(options->to)});
    command.parameters.push_back({.name = "--steps",
                                  .value = "N",
                                  .help = msg("steps between them; 10 if not given"),
                                  .group = group,
                                  .take = into(options->steps, 1)});
    options->json.declare(command);
    return command;
}

} // namespace tenglong::tools
