#include "geo/read/table.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::vector<std::string_view> key_names(InputKind kind)
{
    switch (kind) {
    case InputKind::parcels:
        return {"parcel_code", "unit_code", "cadastral_number", "certificate_number"};
    case InputKind::enterprises:
        return {"credit_code",         "name",        "organisation_code",
                "registration_number", "parcel_code", "unit_code"};
    case InputKind::leases:
        return {"lessor_credit_code", "lessor_name", "lessee_credit_code", "lessee_name",
                "credit_code",        "name",        "parcel_code"};
    case InputKind::supply:
        return {"parcel_code",        "unit_code",      "contract_number",
                "supervision_number", "approval_batch", "project"};
    default:
        return {};
    }
}

/// A value of either storage as text, for comparing and for messages.
[[nodiscard]] std::string value_text(const TableColumn& column, std::size_t row)
{
    if (column.missing(row)) {
        return {};
    }
    return column.holds_numbers() ? fmt::format("{}", column.numbers[row])
                                  : std::string{column.texts[row]};
}

void take_value(TableColumn& to, const TableColumn& from, std::size_t row)
{
    if (to.holds_numbers() && from.holds_numbers()) {
        to.numbers[row] = from.numbers[row];
    } else if (!to.holds_numbers()) {
        to.texts.set(row, value_text(from, row));
    }
}

/// The first row in which two columns have different values.
[[nodiscard]] std::optional<std::size_t> first_difference(const TableColumn& a,
                                                          const TableColumn& b, std::size_t rows)
{
    for (std::size_t row = 0; row < rows; ++row) {
        if (!a.missing(row) && !b.missing(row) && value_text(a, row) != value_text(b, row)) {
            return row;
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::vector<std::size_t> columns_of(const Table& table, const Field& field)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        if (&table.columns()[i].field() == &field) {
            found.push_back(i);
        }
    }
    return found;
}

[[nodiscard]] std::string headers_of(const Table& table, const std::vector<std::size_t>& columns)
{
    std::vector<std::string> headers;
    headers.reserve(columns.size());
    for (const std::size_t i : columns) {
        headers.push_back(table.columns()[i].header);
    }
    return fmt::format("{}", fmt::join(headers, ", "));
}

/// Fills the gaps of the first column from the others; the first row in which they differ stops it.
[[nodiscard]] std::optional<std::size_t> join_columns(Table& table,
                                                      const std::vector<std::size_t>& rivals)
{
    std::vector<TableColumn>& columns = table.columns();
    for (std::size_t k = 1; k < rivals.size(); ++k) {
        TableColumn& first = columns[rivals[0]];
        const TableColumn& other = columns[rivals[k]];
        if (const auto difference = first_difference(first, other, table.rows())) {
            return difference;
        }
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (first.missing(row) && !other.missing(row)) {
                take_value(first, other, row);
            }
        }
    }
    return std::nullopt;
}

void drop_rivals(Table& table, const std::vector<std::size_t>& rivals, bool keep_first)
{
    std::vector<TableColumn>& columns = table.columns();
    // From the right, so that the positions stay good.
    for (std::size_t k = rivals.size(); k-- > 0;) {
        if (k == 0 && keep_first) {
            columns[rivals[0]].meaning.contested = false;
        } else {
            table.unused().push_back(columns[rivals[k]].header);
            columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(rivals[k]));
        }
    }
}

} // namespace

bool TableColumn::missing(std::size_t row) const noexcept
{
    return holds_numbers() ? std::isnan(numbers[row]) : texts.missing(row);
}

const TableColumn* Table::find(std::string_view field_name) const
{
    const Field& wanted = tenglong::geo::field(field_name);
    for (const TableColumn& column : m_columns) {
        if (&column.field() == &wanted) {
            return &column;
        }
    }
    return nullptr;
}

std::string_view Table::text(std::string_view field_name, std::size_t row) const
{
    const TableColumn* column = find(field_name);
    return column == nullptr || column->holds_numbers() ? std::string_view{} : column->texts[row];
}

std::string Table::subject(std::size_t row) const
{
    static constexpr std::array<std::string_view, 12> k_names{
        "parcel_code", "credit_code",     "unit_code", "code",    "change_id",      "building_code",
        "name",        "contract_number", "holder",    "project", "approval_batch", "lessee_name"};
    for (const std::string_view name : k_names) {
        const TableColumn* column = find(name);
        if (column != nullptr && !column->missing(row)) {
            return value_text(*column, row);
        }
    }
    return {};
}

const std::vector<const Field*>& key_fields(InputKind kind)
{
    static const auto all = [] {
        std::map<InputKind, std::vector<const Field*>> result;
        for (const InputKind each : input_kinds()) {
            for (const std::string_view name : key_names(each)) {
                result[each].push_back(&field(name));
            }
            result.try_emplace(each);
        }
        return result;
    }();
    return all.at(kind);
}

bool is_missing_mark(std::string_view text) noexcept
{
    static constexpr auto k_marks = std::to_array<std::string_view>(
        {"/",    "\\",   "-",    "--",     "---",  "—",    "——",  "－",     "–",     "～",
         "无",   "空",   "暂无", "没有",   "不详", "未知", "N/A", "n/a",    "NA",    "#N/A",
         "NULL", "null", "Null", "<Null>", "None", "none", "nan", "NaN",    "<空>",  "(空)",
         "／",   "//",   "*",    "?",      "？",   ".",    "…",   "(null)", "无数据"});
    constexpr std::size_t k_longest = 9;
    return text.size() <= k_longest &&
           std::find(k_marks.begin(), k_marks.end(), text) != k_marks.end();
}

void settle_contests(Table& table, const std::vector<Contest>& contests, std::vector<Issue>& issues)
{
    for (const Contest& contest : contests) {
        const std::vector<std::size_t> rivals = columns_of(table, *contest.field);
        const auto difference = join_columns(table, rivals);
        if (difference) {
            issues.push_back(
                {"columns_disagree",
                 Severity::warning,
                 table.place(*difference),
                 contest.field->name,
                 {},
                 msg("columns {} could all be '{}' and differ, first in row {}; none is used; say "
                     "in [{}.fields] which it is",
                     headers_of(table, rivals), contest.field->label, table.row_number(*difference),
                     key_of(table.kind()))});
        }
        drop_rivals(table, rivals, !difference);
    }
}

} // namespace tenglong::geo
