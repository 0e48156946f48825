#pragma once

#include "core/base/issue.hpp"
#include "geo/read/aliases.hpp"
#include "geo/read/text_column.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// One recognised column of an input, as read. Values are numbers where the file stores numbers
/// and the field is one; texts in every other case. geo/read/values.hpp turns both into types.
struct TableColumn {
    std::string header; ///< as the file calls it
    ColumnMeaning meaning;
    TextColumn texts;
    std::vector<double> numbers; ///< NaN: missing; empty if the column holds texts

    [[nodiscard]] const Field& field() const noexcept { return *meaning.field; }
    [[nodiscard]] bool holds_numbers() const noexcept { return !numbers.empty(); }
    [[nodiscard]] bool missing(std::size_t row) const noexcept;
};

/// The attributes of an input, column by column; a row for each thing in it.
class Table {
public:
    Table() = default;
    Table(InputKind kind, std::string file, std::string layer)
        : m_kind{kind}, m_file{std::move(file)}, m_layer{std::move(layer)}
    {}

    [[nodiscard]] InputKind kind() const noexcept { return m_kind; }
    [[nodiscard]] const std::string& file() const noexcept { return m_file; }
    [[nodiscard]] const std::string& layer() const noexcept { return m_layer; }
    [[nodiscard]] std::size_t rows() const noexcept { return m_row_numbers.size(); }

    /// The number of a row as a person counts in the file, from 1.
    [[nodiscard]] std::int64_t row_number(std::size_t row) const noexcept
    {
        return m_row_numbers[row];
    }
    [[nodiscard]] Place place(std::size_t row) const
    {
        return {m_file, m_layer, m_row_numbers[row]};
    }

    [[nodiscard]] const std::vector<TableColumn>& columns() const noexcept { return m_columns; }
    /// The column of a field, or null if the input has none. \throws std::out_of_range if there is
    /// no such field at all.
    [[nodiscard]] const TableColumn* find(std::string_view field_name) const;
    /// Headers that stand for no field.
    [[nodiscard]] const std::vector<std::string>& unused() const noexcept { return m_unused; }

    /// The text of a field in a row; empty if it is missing, or a number.
    [[nodiscard]] std::string_view text(std::string_view field_name, std::size_t row) const;

    /// The first identification that the row has (a code, else a name), for messages.
    [[nodiscard]] std::string subject(std::size_t row) const;

    // Building.
    void call_file(std::string name) { m_file = std::move(name); }
    std::vector<TableColumn>& columns() noexcept { return m_columns; }
    std::vector<std::int64_t>& row_numbers() noexcept { return m_row_numbers; }
    std::vector<std::string>& unused() noexcept { return m_unused; }
    /// Keeps fields of a policy alive as long as columns refer to them.
    void keep(ExtraFields fields) noexcept { m_extra = std::move(fields); }

private:
    InputKind m_kind = InputKind::parcels;
    std::string m_file;
    std::string m_layer;
    std::vector<std::int64_t> m_row_numbers;
    std::vector<TableColumn> m_columns;
    std::vector<std::string> m_unused;
    ExtraFields m_extra;
};

/// The fields that say which thing a row is about: a row of a spreadsheet must have one of them.
/// Empty for kinds whose rows are told apart by their geometry alone.
[[nodiscard]] const std::vector<const Field*>& key_fields(InputKind kind);

/// Whether a text says that there is no value: "/", "-", "—", "无", "NULL", "<空>"...
[[nodiscard]] bool is_missing_mark(std::string_view text) noexcept;

/// Leaves one column of each contest. Columns that never disagree are joined; of columns that do,
/// none is used, and an issue names them and a row in which they differ.
void settle_contests(Table& table, const std::vector<Contest>& contests,
                     std::vector<Issue>& issues);

} // namespace tenglong::geo
