#include "core/tables/fill.hpp"

#include "core/base/text.hpp"
#include "core/tables/standard_tables.hpp"

#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <string_view>

namespace tenglong {

namespace {

using RowSpan = std::span<const std::uint32_t>;

/// One cell from a fact that is there.
void add_fact(ResultColumn& column, const FactTable& facts, const FactColumn& fact, std::size_t row)
{
    const auto text = static_cast<TextId>(
        fact.type() == FactType::number || fact.type() == FactType::yes_no ? 0 : fact.words()[row]);
    switch (fact.type()) {
    case FactType::number:
        if (column.spec().type == ColumnType::integer) {
            column.add_integer(std::llround(fact.numbers()[row]));
        } else {
            column.add_number(fact.numbers()[row]);
        }
        break;
    case FactType::date:
        column.add_date(Date::from_days(fact.words()[row]));
        break;
    case FactType::yes_no:
        column.add_yes_no(fact.bytes()[row] != 0);
        break;
    case FactType::set:
        column.add_codes(facts.pool().members(text));
        break;
    case FactType::code:
    case FactType::text:
        column.add_text(facts.pool()[text]);
        break;
    }
}

void fill_column(ResultColumn& column, const FactTable& facts, const FactColumn* fact, RowSpan rows)
{
    column.reserve(rows.size());
    if (fact == nullptr) {
        column.add_missing(rows.size());
        return;
    }
    for (const std::uint32_t row : rows) {
        if (fact->present(row)) {
            add_fact(column, facts, *fact, row);
        } else {
            column.add_missing();
        }
    }
}

void add_cell(ResultColumn& column, const ResultColumn& source, std::size_t row)
{
    switch (source.spec().type) {
    case ColumnType::number:
        column.add_number(source.number(row));
        break;
    case ColumnType::integer:
        column.add_integer(source.integer(row));
        break;
    case ColumnType::date:
        column.add_date(source.date(row));
        break;
    case ColumnType::yes_no:
        column.add_yes_no(source.yes_no(row));
        break;
    default:
        column.add_text(source.text(row));
    }
}

[[nodiscard]] std::vector<std::uint32_t> all_rows(std::size_t count)
{
    std::vector<std::uint32_t> rows(count);
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

void add_optional(ResultColumn& column, std::string_view text)
{
    if (text.empty()) {
        column.add_missing();
    } else {
        column.add_text(text);
    }
}

[[nodiscard]] std::string_view key_of(Severity severity)
{
    static constexpr std::array<std::string_view, 3> k_keys{"note", "warning", "error"};
    return k_keys[static_cast<std::size_t>(severity)];
}

/// Inside, outside or across the control line, from the areas on either side.
[[nodiscard]] std::string_view side_of(const ResultTable& parcels, std::size_t row)
{
    const ResultColumn& in = parcels["in_line_m2"];
    const ResultColumn& out = parcels["out_line_m2"];
    if (!in.present(row) || !out.present(row)) {
        return {};
    }
    // What measures as less than 0.01 m² is not there: it is shown as 0.00.
    constexpr double k_least_m2 = 0.01;
    if (out.number(row) < k_least_m2) {
        return "inside";
    }
    return in.number(row) < k_least_m2 ? "outside" : "partly";
}

} // namespace

void fill_from_facts(ResultTable& table, const FactTable& facts, RowSpan rows)
{
    for (ResultColumn& column : table.columns()) {
        const auto fact = facts.catalogue().find(facts.subject(), column.spec().name);
        if (column.empty() && fact) {
            fill_column(column, facts, facts.find(*fact), rows);
        }
    }
}

void fill_from_facts(ResultTable& table, const FactTable& facts)
{
    fill_from_facts(table, facts, all_rows(facts.rows()));
}

void fill_from_table(ResultTable& table, const ResultTable& source, RowSpan rows)
{
    for (ResultColumn& column : table.columns()) {
        const auto from = source.find(column.spec().name);
        if (!column.empty() || !from || source.columns()[*from].spec().type != column.spec().type) {
            continue;
        }
        const ResultColumn& cells = source.columns()[*from];
        column.set_words(cells.spec().words);
        column.reserve(rows.size());
        for (const std::uint32_t row : rows) {
            if (cells.present(row)) {
                add_cell(column, cells, row);
            } else {
                column.add_missing();
            }
        }
    }
}

ResultTable parcels_table(const FactTable& parcels)
{
    ResultTable table = parcels_table();
    fill_from_facts(table, parcels);
    return table;
}

ResultTable issues_table(std::span<const Issue> issues)
{
    ResultTable table = issues_table();
    table.reserve(issues.size());
    for (const Issue& issue : issues) {
        table["kind"].add_text(issue.kind);
        table["severity"].add_text(key_of(issue.severity));
        add_optional(table["file"], issue.place.file);
        add_optional(table["layer"], issue.place.layer);
        if (issue.place.row > 0) {
            table["row"].add_integer(issue.place.row);
        }
        add_optional(table["subject"], issue.subject);
        if (issue.spot && std::isfinite(issue.spot->x) && std::isfinite(issue.spot->y)) {
            table["x"].add_number(issue.spot->x);
            table["y"].add_number(issue.spot->y);
        }
        table["text_zh"].add_text(issue.text.zh);
        table["text_en"].add_text(issue.text.en);
        table.complete();
    }
    return table;
}

ResultTable base_list(const ResultTable& parcels, const FactTable& facts)
{
    const auto rows = all_rows(parcels.rows());
    ResultTable list = base_list_table();
    fill_from_table(list, parcels, rows);
    fill_from_facts(list, facts, rows);
    const ResultColumn& users = parcels["enterprise_count"];
    for (const std::uint32_t row : rows) {
        if (users.present(row)) {
            list["many_enterprises"].add_yes_no(users.integer(row) > 1);
        } else {
            list["many_enterprises"].add_missing();
        }
        add_optional(list["in_line"], side_of(parcels, row));
    }
    list.complete();
    return list;
}

ResultTable treatment_list(const ResultTable& parcels, const FactTable& facts,
                           std::span<const std::string> reasons,
                           std::span<const std::string> states, int year)
{
    const ResultColumn& status = parcels["status"];
    Rows rows;
    for (std::uint32_t row = 0; row < parcels.rows(); ++row) {
        if (status.present(row) && status.text(row) != "normal") {
            rows.push_back(row);
        }
    }
    ResultTable list = treatment_list_table();
    fill_from_table(list, parcels, rows);
    fill_from_facts(list, facts, rows);
    for (const std::uint32_t row : rows) {
        list["year"].add_integer(year);
        list["state"].add_text("pending");
        add_optional(list["reason"], reasons.empty() ? std::string_view{} : reasons[row]);
        add_optional(list["production_state"], states.empty() ? std::string_view{} : states[row]);
    }
    list.complete();
    return list;
}

} // namespace tenglong
