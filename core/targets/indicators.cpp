#include "core/targets/indicators.hpp"

#include "core/base/error.hpp"
#include "core/base/suggestion.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tenglong {

namespace {

/// Facts that tell what the measures would free: a potential, not what has been done.
constexpr std::array<std::string_view, 4> k_potential{"freed_land_mu", "freed_energy_tce",
                                                      "freed_carbon_t", "block_count"};

struct Known {
    int year = 0;
    double value = 0.0;
    ActualKind kind = ActualKind::none;
};

/// The fact of a target as the data tell it, in the target's unit.
[[nodiscard]] std::optional<double> computed(const Target& target, const FactTable* regions,
                                             std::size_t row)
{
    if (regions == nullptr || target.fact.empty()) {
        return std::nullopt;
    }
    const auto fact = regions->catalogue().find(SubjectKind::region, target.fact);
    const auto value = fact ? regions->number(*fact, row) : std::nullopt;
    const Unit unit = fact ? regions->catalogue()[*fact].unit : Unit{};
    if (!value || !std::isfinite(*value) || unit.dimension() != target.unit.dimension()) {
        return std::nullopt;
    }
    return unit.convert(*value, target.unit);
}

/// Everything known of a target, by year; of one year what was reported stands alone.
[[nodiscard]] std::vector<Known> values_of(const Target& target, const FactTable* regions,
                                           std::size_t row,
                                           std::span<const ReportedActual> reported, int this_year)
{
    std::vector<Known> values;
    for (const ReportedActual& each : reported) {
        if (each.target == target.id) {
            values.push_back(
                {each.year == 0 ? this_year : each.year, each.value, ActualKind::reported});
        }
    }
    const bool told = std::any_of(values.begin(), values.end(),
                                  [&](const Known& each) { return each.year == this_year; });
    if (const auto value = told ? std::nullopt : computed(target, regions, row)) {
        const bool potential =
            std::find(k_potential.begin(), k_potential.end(), target.fact) != k_potential.end();
        values.push_back(
            {this_year, *value, potential ? ActualKind::potential : ActualKind::computed});
    }
    std::stable_sort(values.begin(), values.end(),
                     [](const Known& a, const Known& b) { return a.year < b.year; });
    return values;
}

/// The value that counts for a goal of one year.
[[nodiscard]] const Known* value_for(const Target& target, const std::vector<Known>& values,
                                     int year)
{
    const Known* found = nullptr;
    for (const Known& each : values) {
        if (each.year == year || (each.year < year && !target.yearly)) {
            found = &each;
        }
    }
    return found;
}

[[nodiscard]] std::optional<double> progress_of(const Target& target, double goal, double actual)
{
    if (target.direction != TargetDirection::at_most) {
        return goal > 0.0 ? std::optional{actual / goal} : std::nullopt;
    }
    if (target.base && target.base->second > goal) {
        return (target.base->second - actual) / (target.base->second - goal);
    }
    return actual > 0.0 ? std::optional{goal / actual} : std::nullopt;
}

[[nodiscard]] bool meets(const Target& target, double goal, double actual)
{
    // Figures converted between units may differ in their last bits from the goal.
    const double slack = 1e-9 * std::max(1.0, std::abs(goal));
    return target.direction == TargetDirection::at_most ? actual <= goal + slack
                                                        : actual >= goal - slack;
}

/// From the base or the earliest value to the one that counts, drawn on to the goal.
[[nodiscard]] std::optional<int>
expected_year(const Target& target, const std::vector<Known>& values, const Known& now, double goal)
{
    if (meets(target, goal, now.value)) {
        return now.year;
    }
    if (target.yearly || now.kind == ActualKind::potential ||
        target.direction == TargetDirection::keep) {
        return std::nullopt;
    }
    const int from_year = target.base ? target.base->first : values.front().year;
    const double from = target.base ? target.base->second : values.front().value;
    const double pace = (now.value - from) / std::max(now.year - from_year, 1);
    const double left = goal - now.value;
    if (now.year <= from_year || pace * left <= 0.0) {
        return std::nullopt;
    }
    const double years = std::ceil(left / pace - 1e-9);
    constexpr double k_too_far = 100.0;
    return years <= k_too_far ? std::optional{now.year + static_cast<int>(years)} : std::nullopt;
}

[[nodiscard]] IndicatorRow row_of(const Target& target, int year, double goal,
                                  const std::vector<Known>& values)
{
    IndicatorRow row;
    row.target = &target;
    row.year = year;
    row.goal = goal;
    const Known* now = value_for(target, values, year);
    if (now == nullptr) {
        return row;
    }
    row.actual = now->value;
    row.actual_year = now->year;
    row.kind = now->kind;
    row.progress = progress_of(target, goal, now->value);
    // Short of a goal whose year is still to come is not missed yet; nobody can tell.
    const bool reached = meets(target, goal, now->value);
    if (now->kind != ActualKind::potential && (reached || now->year == year)) {
        row.met = reached;
    }
    row.expected_year = expected_year(target, values, *now, goal);
    return row;
}

void check(const Profile& profile, std::span<const ReportedActual> reported)
{
    std::vector<std::string> ids;
    for (const Target& target : profile.targets) {
        ids.push_back(target.id);
    }
    for (const ReportedActual& each : reported) {
        if (std::find(ids.begin(), ids.end(), each.target) == ids.end()) {
            throw UsageError{with_suggestion(msg("the policy has no target '{}'", each.target),
                                             each.target, ids)};
        }
    }
}

void add(ResultColumn& column, const std::optional<double>& value)
{
    if (value) {
        column.add_number(*value);
    } else {
        column.add_missing();
    }
}

void add_year(ResultColumn& column, const std::optional<int>& year)
{
    if (year && *year != 0) {
        column.add_integer(*year);
    } else {
        column.add_missing();
    }
}

} // namespace

std::vector<IndicatorRow> indicators(const Profile& profile, const FactTable* regions,
                                     std::size_t row, std::span<const ReportedActual> reported,
                                     Date as_of)
{
    check(profile, reported);
    std::vector<IndicatorRow> rows;
    for (const Target& target : profile.targets) {
        const auto values = values_of(target, regions, row, reported, as_of.year());
        std::map<int, double> goals = target.goals;
        if (goals.empty() && target.base && target.direction == TargetDirection::keep) {
            goals.emplace(as_of.year(), target.base->second);
        }
        for (const auto& [year, goal] : goals) {
            rows.push_back(row_of(target, year, goal, values));
        }
    }
    return rows;
}

Text indicator_note(const IndicatorRow& row)
{
    switch (row.kind) {
    case ActualKind::none:
        return msg("no data");
    case ActualKind::reported:
        return row.actual_year == row.year ? msg("reported")
                                           : msg("reported for {}", row.actual_year);
    case ActualKind::computed:
        return row.actual_year == row.year ? msg("computed from the data of the run")
                                           : msg("computed from the data of {}", row.actual_year);
    case ActualKind::potential:
        break;
    }
    return msg("what the measures could free, not what has been freed");
}

namespace {

void add_text(ResultTable& table, const std::string& column, const Text& text)
{
    table[column].add_text(text.zh);
    table[column + "_en"].add_text(text.en);
}

} // namespace

void fill_indicators(ResultTable& table, std::span<const IndicatorRow> rows, const Profile& profile)
{
    for (const IndicatorRow& row : rows) {
        const Target& target = *row.target;
        table["indicator"].add_text(target.id);
        add_text(table, "category", target.category);
        add_text(table, "label", target.label);
        add_text(table, "unit", target.unit.symbol());
        add_year(table["base_year"],
                 target.base ? std::optional{target.base->first} : std::nullopt);
        add(table["base"], target.base ? std::optional{target.base->second} : std::nullopt);
        add_text(table, "base_text", target.base_text);
        add_year(table["year"], row.year);
        table["goal"].add_number(row.goal);
        add(table["actual"], row.actual);
        add(table["progress"], row.progress);
        table["met"].add_text(row.met ? (*row.met ? "yes" : "no") : "unknown");
        add_year(table["expected_year"], row.expected_year);
        add_text(table, "lead", target.lead);
        table["clause"].add_text(target.citation.clause);
        const auto document = profile.documents.find(target.citation.document);
        add_text(table, "document",
                 document == profile.documents.end()
                     ? Text{target.citation.document, target.citation.document}
                     : document->second.title);
        const Text note = indicator_note(row);
        add_text(table, "remark",
                 target.remark.empty() ? note : msg("{}; {}", note, target.remark));
    }
    table.complete();
}

} // namespace tenglong
