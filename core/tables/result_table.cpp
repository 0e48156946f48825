#include "core/tables/result_table.hpp"

#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tenglong {

namespace {

constexpr std::size_t k_dbf_name = 10;

[[nodiscard]] bool is_snake_case(std::string_view name)
{
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '_';
           });
}

[[nodiscard]] bool is_dbf_name(std::string_view name)
{
    return !name.empty() && name.size() <= k_dbf_name && is_ascii_letter(name.front()) &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_'; });
}

[[nodiscard]] std::invalid_argument fault(std::string_view what, std::string_view name)
{
    return std::invalid_argument{fmt::format("{}: '{}'", what, name)};
}

/// The name in capitals, cut to ten characters, with a number where it is taken.
[[nodiscard]] std::string made_up_name(const std::string& name,
                                       std::span<const ResultColumn> columns)
{
    std::string made = to_upper(name).substr(0, k_dbf_name);
    const auto taken = [&](const std::string& each) {
        return std::any_of(columns.begin(), columns.end(), [&](const ResultColumn& column) {
            return to_upper(column.spec().dbf) == each;
        });
    };
    for (int number = 2; taken(made); ++number) {
        const std::string tail = fmt::format("_{}", number);
        made = to_upper(name).substr(0, k_dbf_name - tail.size()) + tail;
    }
    return made;
}

} // namespace

ResultTable::ResultTable(TableSpec spec)
    : m_id{std::move(spec.id)}, m_title{std::move(spec.title)}, m_note{std::move(spec.note)},
      m_shape{spec.shape}, m_key{std::move(spec.key)}, m_colour_by{std::move(spec.colour_by)}
{
    if (!is_snake_case(m_id)) {
        throw fault("a table's id must be snake_case", m_id);
    }
    m_columns.reserve(spec.columns.size());
    for (ColumnSpec& column : spec.columns) {
        add_column(std::move(column));
    }
    check_references();
}

std::optional<std::size_t> ResultTable::find(std::string_view name) const noexcept
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].spec().name == name) {
            return i;
        }
    }
    return std::nullopt;
}

ResultColumn& ResultTable::operator[](std::string_view name)
{
    return const_cast<ResultColumn&>(std::as_const(*this)[name]); // NOLINT(*-const-cast)
}

const ResultColumn& ResultTable::operator[](std::string_view name) const
{
    const auto index = find(name);
    if (!index) {
        throw std::out_of_range{fmt::format("table '{}' has no column '{}'", m_id, name)};
    }
    return m_columns[*index];
}

std::size_t ResultTable::rows() const noexcept
{
    std::size_t rows = 0;
    for (const ResultColumn& column : m_columns) {
        rows = std::max(rows, column.size());
    }
    return rows;
}

void ResultTable::reserve(std::size_t rows)
{
    for (ResultColumn& column : m_columns) {
        column.reserve(rows);
    }
}

void ResultTable::clear() noexcept
{
    for (ResultColumn& column : m_columns) {
        column.clear();
    }
}

void ResultTable::complete()
{
    const std::size_t all = rows();
    for (ResultColumn& column : m_columns) {
        column.add_missing(all - column.size());
    }
}

bool ResultTable::is_complete() const noexcept
{
    const std::size_t all = rows();
    return std::all_of(m_columns.begin(), m_columns.end(),
                       [all](const ResultColumn& column) { return column.size() == all; });
}

ResultColumn& ResultTable::add_column(ColumnSpec spec)
{
    if (spec.dbf.empty() && is_snake_case(spec.name)) {
        spec.dbf = made_up_name(spec.name, m_columns);
    }
    check(spec);
    return m_columns.emplace_back(std::move(spec));
}

void ResultTable::check(const ColumnSpec& spec) const
{
    if (!is_snake_case(spec.name)) {
        throw fault("a column's name must be snake_case", spec.name);
    }
    if (!is_dbf_name(spec.dbf)) {
        throw fault("a Shapefile name has 1 to 10 ASCII letters, digits and _", spec.dbf);
    }
    for (const ResultColumn& other : m_columns) {
        if (other.spec().name == spec.name) {
            throw fault("two columns of one name", spec.name);
        }
        if (to_upper(other.spec().dbf) == to_upper(spec.dbf)) {
            throw fault("two columns of one Shapefile name", spec.dbf);
        }
    }
}

void ResultTable::check_references() const
{
    const auto expect = [this](const std::string& name) {
        if (!name.empty() && !find(name)) {
            throw fault("no such column", name);
        }
    };
    expect(m_key);
    expect(m_colour_by);
    for (const ResultColumn& column : m_columns) {
        expect(column.spec().total.first);
        expect(column.spec().total.second);
    }
}

} // namespace tenglong
