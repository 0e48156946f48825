#include "geo/read/sheet_table.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/header_text.hpp"
#include "geo/read/row_judge.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace tenglong::geo {

namespace {

/// Fields whose merged cells count for each of their rows.
[[nodiscard]] bool spreads(FieldType type) noexcept
{
    return type == FieldType::text || type == FieldType::code || type == FieldType::choice ||
           type == FieldType::set || type == FieldType::flag || type == FieldType::date;
}

class TableMaker {
public:
    TableMaker(const Sheet& sheet, const SheetOptions& options, std::vector<Issue>& issues)
        : m_sheet{sheet}, m_grid{sheet.grid}, m_options{options}, m_issues{issues},
          m_table{options.kind, options.file, options.sheet}
    {}

    [[nodiscard]] Table run()
    {
        find_columns();
        report_sheet();
        for (std::size_t row = 0; row < m_header.first; ++row) {
            report_skipped(row, msg("it stands above the header"));
        }
        for (std::size_t row = m_header.first + m_header.rows; row < m_header.data; ++row) {
            report_skipped(row, msg("it holds units or numbers of columns"));
        }
        for (std::size_t row = m_header.data; row < m_grid.rows(); ++row) {
            if (!m_grid.blank(row)) {
                take_row(row);
            }
        }
        if (m_table.rows() == 0) {
            throw Error{msg("{} has no row below its header in row {}", shown_place(),
                            m_grid.row_number(m_header.first))};
        }
        settle_contests(m_table, m_contests, m_issues);
        return std::move(m_table);
    }

private:
    [[nodiscard]] Text shown_place() const
    {
        return m_options.sheet.empty() ? msg("'{}'", m_options.file)
                                       : msg("'{}', sheet '{}'", m_options.file, m_options.sheet);
    }
    [[nodiscard]] Place place(std::size_t row) const
    {
        return {m_options.file, m_options.sheet, m_grid.row_number(row)};
    }

    void find_columns()
    {
        auto header =
            find_header(m_sheet, m_options.kind, m_options.header_row, m_options.recognise);
        if (!header) {
            throw_no_header();
        }
        m_header = *std::move(header);
        RecogniseOptions recognise_options = m_options.recognise;
        recognise_options.place = {m_options.file, m_options.sheet,
                                   m_grid.row_number(m_header.first)};
        Recognition found = recognise(m_options.kind, m_header.names, recognise_options);
        std::move(found.issues.begin(), found.issues.end(), std::back_inserter(m_issues));
        for (std::size_t i = 0; i < m_header.names.size(); ++i) {
            ColumnMeaning& meaning = found.columns[i];
            if (meaning.field == nullptr) {
                if (!m_header.names[i].empty()) {
                    m_table.unused().push_back(m_header.names[i]);
                }
                continue;
            }
            meaning.unit = meaning.unit ? meaning.unit : m_header.units[i];
            m_sources.push_back(i);
            m_table.columns().push_back(
                {m_header.names[i], meaning, TextColumn{m_grid.shared_bytes()}, {}});
        }
        m_contests = std::move(found.contests);
        index_merged();
    }

    /// Cells merged over several rows, by column and first row.
    void index_merged()
    {
        m_merged.resize(m_sources.size());
        for (std::size_t i = 0; i < m_sources.size(); ++i) {
            for (const MergedCells& cells : m_sheet.merged) {
                if (cells.last_row > cells.first_row && m_sources[i] >= cells.first_column &&
                    m_sources[i] <= cells.last_column) {
                    m_merged[i].emplace_back(cells.first_row, cells.last_row);
                }
            }
            std::sort(m_merged[i].begin(), m_merged[i].end());
        }
        for (std::size_t row = 0; !m_sheet.merged.empty() && row < m_grid.rows(); ++row) {
            m_row_of_number.emplace(m_grid.row_number(row), row);
        }
    }

    [[noreturn]] void throw_no_header() const
    {
        if (m_grid.rows() == 0) {
            throw Error{msg("{} is empty", shown_place())};
        }
        std::vector<std::string> names;
        constexpr std::size_t k_shown = 12;
        for (std::size_t i = 0; i < std::min(m_grid.width(0), k_shown); ++i) {
            names.emplace_back(m_grid.text(0, i));
        }
        throw Error{msg("{} has no row that names columns of [{}]; its first row is: {}; say with "
                        "header_row and [{}.fields] where they are",
                        shown_place(), key_of(m_options.kind),
                        fmt::format("{}", fmt::join(names, " | ")), key_of(m_options.kind))};
    }

    void report_sheet()
    {
        const Place whole{m_options.file, m_options.sheet, 0};
        if (m_sheet.formulas_without_value > 0) {
            m_issues.push_back(
                {"formula_without_value",
                 Severity::warning,
                 whole,
                 {},
                 {},
                 msg("{} cells hold a formula and no value, first {}; they count as missing; open "
                     "the file in a spreadsheet program and save it",
                     m_sheet.formulas_without_value, m_sheet.first_such_cell)});
        }
        if (m_sheet.hidden_rows > 0) {
            m_issues.push_back(
                {"rows_hidden",
                 Severity::note,
                 whole,
                 {},
                 {},
                 msg("{} rows are hidden; they are read like the others", m_sheet.hidden_rows)});
        }
        if (m_sheet.cells_too_far_right > 0) {
            m_issues.push_back(
                {"cells_beyond_limit",
                 Severity::warning,
                 whole,
                 {},
                 {},
                 msg("{} cells beyond column 1024 are not read", m_sheet.cells_too_far_right)});
        }
    }

    void report_skipped(std::size_t row, const Text& reason)
    {
        if (m_grid.blank(row)) {
            return;
        }
        std::string shown;
        for (std::size_t i = 0; i < m_grid.width(row) && shown.size() < 60; ++i) {
            const std::string_view text = m_grid.text(row, i);
            shown += shown.empty() || text.empty() ? "" : " | ";
            shown += text;
        }
        m_issues.push_back(
            {"row_skipped",
             Severity::note,
             place(row),
             {},
             {},
             msg("row {} is no data, because {}: {}", m_grid.row_number(row), reason, shown)});
    }

    void take_row(std::size_t row)
    {
        if (const auto reason = RowJudge{m_grid, m_header, m_sources, m_table}.why_no_data(row)) {
            report_skipped(row, *reason);
        } else {
            add_row(row);
        }
    }

    void add_row(std::size_t row)
    {
        std::vector<std::string_view> texts;
        bool any = false;
        for (std::size_t i = 0; i < m_sources.size(); ++i) {
            texts.push_back(value(row, i));
            any = any || !texts.back().empty();
        }
        if (!any) {
            m_issues.push_back({"row_without_values",
                                Severity::warning,
                                place(row),
                                {},
                                {},
                                msg("row {} has no value in any recognised column; it is left out",
                                    m_grid.row_number(row))});
            return;
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            m_table.columns()[i].texts.add_shared(texts[i]);
        }
        m_table.row_numbers().push_back(m_grid.row_number(row));
        report_row(row, texts);
    }

    void report_row(std::size_t row, const std::vector<std::string_view>& texts)
    {
        const auto& keys = key_fields(m_options.kind);
        bool keyed = keys.empty();
        for (std::size_t i = 0; i < texts.size() && !keyed; ++i) {
            keyed = !texts[i].empty() && std::find(keys.begin(), keys.end(),
                                                   &m_table.columns()[i].field()) != keys.end();
        }
        if (!keyed) {
            m_issues.push_back({"row_without_key",
                                Severity::warning,
                                place(row),
                                {},
                                {},
                                msg("row {} has neither a code nor a name; nothing can be joined "
                                    "to it",
                                    m_grid.row_number(row))});
        }
        for (std::size_t column = m_header.names.size(); column < m_grid.width(row); ++column) {
            if (!m_grid.text(row, column).empty()) {
                m_issues.push_back({"row_too_long",
                                    Severity::warning,
                                    place(row),
                                    {},
                                    {},
                                    msg("row {} has more cells than the header; a delimiter inside "
                                        "a text may have "
                                        "moved its values",
                                        m_grid.row_number(row))});
                break;
            }
        }
    }

    /// The text of a cell as the column's field needs it; empty if missing.
    [[nodiscard]] std::string_view value(std::size_t row, std::size_t nth)
    {
        const std::size_t column = m_sources[nth];
        const TableColumn& target = m_table.columns()[nth];
        const FieldType type = target.field().type;
        std::size_t from = row;
        if (m_grid.text(row, column).empty() && spreads(type)) {
            from = first_of_merged(row, nth);
        }
        std::string_view text = m_grid.text(from, column);
        if (m_grid.kind(from, column) == CellKind::error) {
            report_cell("cell_error", row,
                        msg("row {}: '{}' is {}, an error of the spreadsheet; it "
                            "counts as missing",
                            m_grid.row_number(row), target.header, text));
            return {};
        }
        if (type == FieldType::code) {
            text = text.starts_with('\'') ? text.substr(1) : text;
            if (damaged_code(text, m_grid.kind(from, column))) {
                report_cell("code_damaged", row,
                            msg("row {}: '{}' was kept as the number {} and has lost its last "
                                "digits; it counts as missing; enter such codes as text",
                                m_grid.row_number(row), target.header, text));
                return {};
            }
        }
        const bool none_is_no = type == FieldType::flag || type == FieldType::set;
        return is_missing_mark(text) && !(none_is_no && (text == "无" || text == "没有"))
                   ? std::string_view{}
                   : text;
    }

    /// A spreadsheet keeps 15 digits of a number; a longer code that was one ends in zeros, or was
    /// saved as 3.30681E+17.
    [[nodiscard]] static bool damaged_code(std::string_view text, CellKind kind)
    {
        constexpr std::size_t k_digits_kept = 15;
        if (kind == CellKind::number) {
            return text.size() > k_digits_kept && is_ascii_digits(text);
        }
        const std::size_t e = text.find_first_of("eE");
        return e != std::string_view::npos && e + 1 < text.size() && text[e + 1] == '+' &&
               text.find('.') != std::string_view::npos && is_ascii_digits(text.substr(e + 2)) &&
               is_ascii_digit(text.front());
    }

    void report_cell(const char* kind, std::size_t row, Text text)
    {
        m_issues.push_back({kind, Severity::warning, place(row), {}, {}, std::move(text)});
    }

    [[nodiscard]] std::size_t first_of_merged(std::size_t row, std::size_t nth) const
    {
        const std::int64_t number = m_grid.row_number(row);
        const auto& merged = m_merged[nth];
        const auto behind =
            std::upper_bound(merged.begin(), merged.end(),
                             std::pair{number, std::numeric_limits<std::int64_t>::max()});
        if (behind == merged.begin() || std::prev(behind)->second < number) {
            return row;
        }
        const auto first = m_row_of_number.find(std::prev(behind)->first);
        return first == m_row_of_number.end() || first->second < m_header.data ? row
                                                                               : first->second;
    }

    const Sheet& m_sheet;
    const Grid& m_grid;
    const SheetOptions& m_options;
    std::vector<Issue>& m_issues;
    Table m_table;
    SheetHeader m_header;
    std::vector<std::size_t> m_sources; ///< the column of the grid for each of the table
    std::vector<Contest> m_contests;
    std::vector<std::vector<std::pair<std::int64_t, std::int64_t>>> m_merged; ///< by column
    std::map<std::int64_t, std::size_t> m_row_of_number;
};

} // namespace

Table make_table(const Sheet& sheet, const SheetOptions& options, std::vector<Issue>& issues)
{
    return TableMaker{sheet, options, issues}.run();
}

} // namespace tenglong::geo
