#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools::gen {

/// A table of truth as the generator writes it: CSV in UTF-8, its first column
/// the key.
class TruthTable {
public:
    /// \throws std::runtime_error if the file cannot be read or a row has not as
    /// many cells as the header.
    explicit TruthTable(const std::string& path);

    [[nodiscard]] std::size_t rows() const noexcept { return m_rows.size(); }
    [[nodiscard]] bool has(std::string_view column) const { return m_columns.contains(column); }

    /// The row of a key; nothing if there is none.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view key) const;

    /// A cell; empty where the truth is that nothing is known. \throws
    /// std::out_of_range
    [[nodiscard]] const std::string& at(std::size_t row, std::string_view column) const;

    /// The same as a number; nothing where the cell is empty.
    [[nodiscard]] std::optional<double> number(std::size_t row, std::string_view column) const;

private:
    std::map<std::string, std::size_t, std::less<>> m_columns;
    std::map<std::string, std::size_t, std::less<>> m_keys;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace tenglong::tools::gen
