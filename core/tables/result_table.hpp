#pragma once

#include "core/tables/result_column.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// Whether each row of a table is also a shape on the map. The shapes themselves are kept by
/// whoever knows geometry, in the order of the rows.
enum class ShapeKind : std::uint8_t { none, polygons, points };

/// What is declared of a result table.
struct TableSpec {
    std::string id; ///< snake_case; the layer, table or file that it becomes
    Text title;
    Text note{}; ///< what a row is
    ShapeKind shape = ShapeKind::none;
    std::string key{};       ///< the column by which people ask for a row; may be empty
    std::string colour_by{}; ///< the column whose dictionary colours rows and shapes; may be empty
    std::vector<ColumnSpec> columns{};
};

/// A table of results: typed columns, which any writer can write. Columns may be filled one by one
/// or row by row.
class ResultTable {
public:
    /// \throws std::invalid_argument if a name or a Shapefile name is not as declared above, is
    /// there twice, or refers to a column that is not there.
    explicit ResultTable(TableSpec spec);

    [[nodiscard]] const std::string& id() const noexcept { return m_id; }
    [[nodiscard]] const Text& title() const noexcept { return m_title; }
    [[nodiscard]] const Text& note() const noexcept { return m_note; }
    [[nodiscard]] ShapeKind shape() const noexcept { return m_shape; }
    [[nodiscard]] const std::string& key() const noexcept { return m_key; }
    [[nodiscard]] const std::string& colour_by() const noexcept { return m_colour_by; }

    [[nodiscard]] std::span<const ResultColumn> columns() const noexcept { return m_columns; }
    [[nodiscard]] std::span<ResultColumn> columns() noexcept { return m_columns; }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const noexcept;

    /// \throws std::out_of_range if there is no such column.
    [[nodiscard]] ResultColumn& operator[](std::string_view name);
    [[nodiscard]] const ResultColumn& operator[](std::string_view name) const;

    /// The length of the longest column.
    [[nodiscard]] std::size_t rows() const noexcept;
    void reserve(std::size_t rows);
    /// Takes all rows out, and keeps their memory for others.
    void clear() noexcept;

    /// Gives every column as many cells as the longest one, missing ones: ends a row, and makes
    /// the table ready for writers when it is full.
    void complete();
    [[nodiscard]] bool is_complete() const noexcept;

    /// Adds a column at the end, e.g. for a fact that a policy declares. Its Shapefile name may be
    /// empty and is then made up. \throws std::invalid_argument as the constructor.
    ResultColumn& add_column(ColumnSpec spec);

private:
    void check(const ColumnSpec& spec) const;
    void check_references() const;

    std::string m_id;
    Text m_title;
    Text m_note;
    ShapeKind m_shape;
    std::string m_key;
    std::string m_colour_by;
    std::vector<ResultColumn> m_columns;
};

} // namespace tenglong
