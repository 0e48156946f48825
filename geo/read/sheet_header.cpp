#include "geo/read/sheet_header.hpp"

#include "core/base/number.hpp"
#include "core/base/text.hpp"
#include "geo/read/header_text.hpp"
#include "geo/read/table.hpp"

#include <algorithm>
#include <array>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_rows_searched = 30;
constexpr std::size_t k_most_header_rows = 3;

/// Looks at a few consecutive rows as one header.
class HeaderRows {
public:
    HeaderRows(const Grid& grid, const std::vector<MergedCells>& merged, InputKind kind,
               std::size_t first, std::size_t rows)
        : m_grid{grid}, m_merged{merged}, m_kind{kind}, m_first{first}, m_rows{rows}
    {
        for (std::size_t i = 0; i < rows; ++i) {
            m_width = std::max(m_width, grid.width(first + i));
        }
    }

    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> result;
        for (std::size_t column = 0; column < m_width; ++column) {
            result.push_back(name(column));
        }
        return result;
    }

private:
    [[nodiscard]] std::string_view plain(std::size_t nth, std::size_t column) const
    {
        return m_grid.text(m_first + nth, column);
    }

    /// The text of a cell, or of the merged cell that it is a part of.
    [[nodiscard]] std::string_view merged(std::size_t nth, std::size_t column) const
    {
        const std::int64_t number = m_grid.row_number(m_first + nth);
        for (const MergedCells& cells : m_merged) {
            if (number >= cells.first_row && number <= cells.last_row &&
                column >= cells.first_column && column <= cells.last_column) {
                for (std::size_t i = 0; i < m_rows; ++i) {
                    if (m_grid.row_number(m_first + i) == cells.first_row) {
                        return plain(i, cells.first_column);
                    }
                }
            }
        }
        return {};
    }

    /// The title that stands over a column: its own text, that of the merged cell, or, where
    /// nobody knows what is merged, the last text to the left, if that stands over a group.
    [[nodiscard]] std::string_view title(std::size_t nth, std::size_t column) const
    {
        if (!plain(nth, column).empty()) {
            return plain(nth, column);
        }
        if (!m_merged.empty()) {
            return merged(nth, column);
        }
        if (plain(nth + 1, column).empty()) {
            return {};
        }
        for (std::size_t left = column; left-- > 0;) {
            if (plain(nth + 1, left).empty()) {
                return {}; // a title that reaches down over one column only
            }
            if (!plain(nth, left).empty()) {
                return plain(nth, left);
            }
        }
        return {};
    }

    /// What the rows say of a column, from the top, each text once.
    [[nodiscard]] std::vector<std::string_view> texts(std::size_t column) const
    {
        std::vector<std::string_view> result;
        for (std::size_t nth = 0; nth < m_rows; ++nth) {
            const bool last = nth + 1 == m_rows;
            const std::string_view text = !last                        ? title(nth, column)
                                          : plain(nth, column).empty() ? merged(nth, column)
                                                                       : plain(nth, column);
            if (!text.empty() && (result.empty() || result.back() != text)) {
                result.push_back(text);
            }
        }
        return result;
    }

    /// The joint text if it names a field; else the lowest one.
    [[nodiscard]] std::string name(std::size_t column) const
    {
        const auto levels = texts(column);
        if (levels.empty()) {
            return {};
        }
        std::string best{levels.back()};
        Certainty certainty = certainty_of(best);
        std::string joint{levels.back()};
        for (auto level = levels.rbegin() + 1; level != levels.rend(); ++level) {
            joint.insert(0, *level);
            const Certainty other = certainty_of(joint);
            // 2022年 over 税收 is as certain as 税收 and says more.
            if (other != Certainty::none && other >= certainty) {
                best = joint;
                certainty = other;
            }
        }
        return best;
    }

    [[nodiscard]] Certainty certainty_of(const std::string& text) const
    {
        const std::array<std::string, 1> header{text};
        return recognise(m_kind, header).columns[0].certainty;
    }

    const Grid& m_grid;
    const std::vector<MergedCells>& m_merged;
    InputKind m_kind;
    std::size_t m_first;
    std::size_t m_rows;
    std::size_t m_width = 0;
};

/// The merged cells among the rows where a header is looked for.
[[nodiscard]] std::vector<MergedCells> merged_at_top(const Sheet& sheet)
{
    std::vector<MergedCells> result;
    const std::size_t rows = std::min(sheet.grid.rows(), k_rows_searched + k_most_header_rows);
    const std::int64_t last = rows == 0 ? 0 : sheet.grid.row_number(rows - 1);
    constexpr std::size_t k_most = 4096;
    for (const MergedCells& cells : sheet.merged) {
        if (cells.first_row <= last && result.size() < k_most) {
            result.push_back(cells);
        }
    }
    return result;
}

/// No header has more numbers than names.
[[nodiscard]] bool mostly_numbers(const Grid& grid, std::size_t row)
{
    std::size_t texts = 0;
    std::size_t numbers = 0;
    for (std::size_t column = 0; column < grid.width(row); ++column) {
        const std::string_view text = grid.text(row, column);
        texts += text.empty() ? 0 : 1;
        numbers += !text.empty() && parse_number(text) ? 1 : 0;
    }
    return numbers * 2 > texts;
}

/// Fields that a header names, those of the job file included.
[[nodiscard]] std::size_t count_fields(InputKind kind, const std::vector<std::string>& names,
                                       const RecogniseOptions& options)
{
    std::size_t count = recognise(kind, names).count();
    for (const auto& [field, header] : options.job_fields) {
        const std::string key = header_key(header);
        count += std::any_of(names.begin(), names.end(),
                             [&](const std::string& name) { return header_key(name) == key; })
                     ? 1
                     : 0;
    }
    return count;
}

/// A row such as 1 2 3 4 or 甲 乙 1 2, which only numbers the columns.
[[nodiscard]] bool numbers_columns(const Grid& grid, std::size_t row)
{
    std::size_t cells = 0;
    std::int64_t next = 1;
    for (std::size_t column = 0; column < grid.width(row); ++column) {
        const std::string text = to_half_width(grid.text(row, column));
        const std::string_view digits = text.size() > 2 && text.front() == '('
                                            ? std::string_view{text}.substr(1, text.size() - 2)
                                            : std::string_view{text};
        if (text.empty() || text == "甲" || text == "乙" || text == "丙") {
            continue;
        }
        if (digits != std::to_string(next)) {
            return false;
        }
        ++next;
        ++cells;
    }
    return cells >= 3;
}

/// A row below the header that holds units: 万元, 亩, 人.
[[nodiscard]] std::vector<std::optional<Unit>> row_of_units(const Grid& grid, std::size_t row)
{
    std::vector<std::optional<Unit>> units;
    std::size_t texts = 0;
    std::size_t found = 0;
    for (std::size_t column = 0; column < grid.width(row); ++column) {
        std::string text = to_half_width(grid.text(row, column));
        if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
            text = text.substr(1, text.size() - 2);
        }
        const auto unit = Unit::parse(text);
        const bool real = unit && !unit->is_plain() && !text.empty();
        units.push_back(real ? unit : std::nullopt);
        texts += text.empty() || is_missing_mark(text) ? 0 : 1;
        found += real ? 1 : 0;
    }
    return found >= 1 && found == texts ? units : std::vector<std::optional<Unit>>{};
}

/// "单位：万元、亩" over the table goes to the columns that measure such a thing and name no unit.
void take_units_above(const Sheet& sheet, InputKind kind, SheetHeader& header)
{
    std::vector<Unit> stated;
    for (std::size_t row = 0; row < header.first; ++row) {
        for (std::size_t column = 0; column < sheet.grid.width(row); ++column) {
            const auto units = units_of_line(sheet.grid.text(row, column));
            stated.insert(stated.end(), units.begin(), units.end());
        }
    }
    const Recognition found = recognise(kind, header.names);
    for (std::size_t column = 0; column < header.names.size(); ++column) {
        const ColumnMeaning& meaning = found.columns[column];
        if (meaning.field == nullptr || meaning.field->type != FieldType::number) {
            continue;
        }
        const auto fits = [&](const Unit& unit) {
            return unit.dimension() == meaning.field->unit.dimension();
        };
        if (std::count_if(stated.begin(), stated.end(), fits) == 1) {
            header.units[column] = *std::find_if(stated.begin(), stated.end(), fits);
        }
    }
}

void pass_rows_below(const Sheet& sheet, SheetHeader& header)
{
    while (header.data < sheet.grid.rows()) {
        if (const auto units = row_of_units(sheet.grid, header.data); !units.empty()) {
            for (std::size_t i = 0; i < std::min(units.size(), header.units.size()); ++i) {
                header.units[i] = units[i] ? units[i] : header.units[i];
            }
        } else if (!numbers_columns(sheet.grid, header.data)) {
            return;
        }
        ++header.data;
    }
}

} // namespace

std::optional<SheetHeader> find_header(const Sheet& sheet, InputKind kind, int row,
                                       const RecogniseOptions& options)
{
    const Grid& grid = sheet.grid;
    std::optional<SheetHeader> best;
    const std::vector<MergedCells> merged = merged_at_top(sheet);
    const auto consider = [&](std::size_t first, std::size_t rows) {
        SheetHeader header;
        header.first = first;
        header.rows = rows;
        header.data = first + rows;
        header.names = HeaderRows{grid, merged, kind, first, rows}.names();
        header.recognised = count_fields(kind, header.names, options);
        if (!best || header.recognised > best->recognised) {
            best = std::move(header);
        }
    };
    for (std::size_t rows = 1; rows <= k_most_header_rows; ++rows) {
        for (std::size_t first = 0; first < std::min(grid.rows(), k_rows_searched); ++first) {
            const std::size_t last = first + rows - 1;
            if (last >= grid.rows()) {
                break;
            }
            const bool wanted =
                row == 0 ? !mostly_numbers(grid, last) : grid.row_number(last) == row;
            if (wanted) {
                consider(first, rows);
            }
        }
    }
    if (!best || (best->recognised == 0 && row == 0)) {
        return std::nullopt;
    }
    best->units.resize(best->names.size());
    take_units_above(sheet, kind, *best);
    pass_rows_below(sheet, *best);
    return best;
}

} // namespace tenglong::geo
