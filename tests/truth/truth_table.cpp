#include "tests/truth/truth_table.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace tenglong::tools::gen {

namespace {

/// Cells of a line; quoted ones may hold commas and doubled quotes, but no ends
/// of line.
[[nodiscard]] std::vector<std::string> cells_of(std::string_view line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += line[i++];
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else if (line[i] == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    return cells;
}

} // namespace

TruthTable::TruthTable(const std::string& path)
{
    std::ifstream file{path};
    std::string line;
    while (std::getline(file, line)) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        constexpr std::string_view k_mark = "\xEF\xBB\xBF";
        auto cells = cells_of(line.starts_with(k_mark) ? line.substr(k_mark.size()) : line);
        if (m_columns.empty()) {
            for (std::size_t i = 0; i < cells.size(); ++i) {
                m_columns.emplace(cells[i], i);
            }
        } else if (cells.size() != m_columns.size()) {
            throw std::runtime_error{
                fmt::format("{}: not as many cells as columns: {}", path, line)};
        } else {
            m_keys.emplace(cells.front(), m_rows.size());
            m_rows.push_back(std::move(cells));
        }
    }
    if (m_columns.empty()) {
        throw std::runtime_error{path + ": no table"};
    }
}

std::optional<std::size_t> TruthTable::find(std::string_view key) const
{
    const auto at = m_keys.find(key);
    return at == m_keys.end() ? std::nullopt : std::optional{at->second};
}

const std::string& TruthTable::at(std::size_t row, std::string_view column) const
{
    const auto found = m_columns.find(column);
    if (found == m_columns.end()) {
        throw std::out_of_range{"no column '" + std::string{column} + "' in the truth"};
    }
    return m_rows.at(row).at(found->second);
}

std::optional<double> TruthTable::number(std::size_t row, std::string_view column) const
{
    const std::string& cell = at(row, column);
    return cell.empty() ? std::nullopt : std::optional{std::stod(cell)};
}

} // namespace tenglong::tools::gen
