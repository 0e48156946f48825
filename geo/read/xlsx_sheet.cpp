#include "geo/read/xlsx_sheet.hpp"

#include "core/base/error.hpp"
#include "core/base/number.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_most_columns = 1024;
constexpr std::size_t k_most_rows = 1'048'576;
constexpr std::size_t k_most_cells = 200'000'000;

template <class Number>
[[nodiscard]] bool parse_integer(std::string_view text, Number& value) noexcept
{
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc{} && end == text.data() + text.size();
}

[[nodiscard]] bool is_true(std::string_view text) noexcept
{
    return text == "1" || text == "true";
}

} // namespace

bool parse_cell_reference(std::string_view text, std::size_t& row, std::size_t& column) noexcept
{
    std::size_t letters = 0;
    std::size_t number = 0;
    while (letters < text.size() && letters < 4 && is_ascii_letter(text[letters])) {
        const auto letter = static_cast<unsigned char>(text[letters] & 0x1F);
        number = number * 26 + letter;
        ++letters;
    }
    std::size_t line = 0;
    if (letters == 0 || !parse_integer(text.substr(letters), line) || line == 0 ||
        line > k_most_rows) {
        return false;
    }
    row = line - 1;
    column = number - 1;
    return true;
}

void XlsxSheetReader::start(std::string_view name, const XmlAttributes& attributes)
{
    if (name == "c") {
        start_cell(attributes);
    } else if (name == "row") {
        start_row(attributes);
    } else if (name == "v" || name == "t") {
        m_in_value = !m_in_phonetic;
        m_has_value = true;
    } else if (name == "f") {
        m_has_formula = true;
    } else if (name == "rPh") {
        m_in_phonetic = true;
    } else if (name == "mergeCell") {
        add_merged(attributes["ref"]);
    }
}

void XlsxSheetReader::end(std::string_view name)
{
    if (name == "c") {
        end_cell();
    } else if (name == "row") {
        m_sheet.grid.close_row(m_row);
    } else if (name == "v" || name == "t") {
        m_in_value = false;
    } else if (name == "rPh") {
        m_in_phonetic = false;
    }
}

void XlsxSheetReader::text(std::string_view piece)
{
    if (m_in_value) {
        m_value += piece;
    }
}

void XlsxSheetReader::start_row(const XmlAttributes& attributes)
{
    std::int64_t number = 0;
    // Rows without a number follow the last one.
    m_row = parse_integer(attributes["r"], number) && number > 0 ? number : m_row + 1;
    m_column = 0;
    m_next_column = 0;
    m_sheet.hidden_rows += is_true(attributes["hidden"]) ? 1 : 0;
}

void XlsxSheetReader::start_cell(const XmlAttributes& attributes)
{
    std::size_t row = 0;
    std::size_t column = 0;
    if (parse_cell_reference(attributes["r"], row, column)) {
        m_column = column;
    }
    m_type = attributes["t"];
    m_style = 0;
    (void)parse_integer(attributes["s"], m_style);
    m_value.clear();
    m_has_formula = false;
    m_has_value = false;
}

void XlsxSheetReader::end_cell()
{
    if (m_has_formula && !m_has_value) {
        if (m_sheet.formulas_without_value++ == 0) {
            std::string letters;
            for (std::size_t left = m_column + 1; left > 0; left = (left - 1) / 26) {
                letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
            }
            m_sheet.first_such_cell = fmt::format("{}{}", letters, m_row);
        }
    }
    if (!m_value.empty()) {
        if (m_column >= k_most_columns) {
            ++m_sheet.cells_too_far_right;
        } else if (m_column >= m_next_column) {
            m_sheet.grid.add_blanks(m_column - m_next_column);
            add_value();
            m_next_column = m_column + 1;
        }
    }
    ++m_column;
}

void XlsxSheetReader::add_value()
{
    Grid& grid = m_sheet.grid;
    if (grid.cells() > k_most_cells) {
        throw Error{msg("a sheet of more than {} cells cannot be read; use GeoPackage or CSV",
                        k_most_cells)};
    }
    if (m_type == "s") {
        std::size_t index = 0;
        if (parse_integer(std::string_view{m_value}, index) && index + 1 < m_string_start.size()) {
            grid.add_cell_at(m_string_start[index],
                             m_string_start[index + 1] - m_string_start[index]);
        } else {
            grid.add_cell("#REF!", CellKind::error);
        }
    } else if (m_type == "e") {
        grid.add_cell(m_value, CellKind::error);
    } else if (m_type == "b") {
        grid.add_cell(is_true(m_value) ? "TRUE" : "FALSE");
    } else if (m_type == "d") {
        grid.add_cell(m_value, CellKind::date);
    } else if (m_type == "str" || m_type == "inlineStr") {
        grid.add_cell(m_value);
    } else {
        add_number();
    }
}

void XlsxSheetReader::add_number()
{
    double value = 0.0;
    const auto [end, fault] =
        std::from_chars(m_value.data(), m_value.data() + m_value.size(), value);
    if (fault != std::errc{} || end != m_value.data() + m_value.size()) {
        m_sheet.grid.add_cell(m_value);
    } else if (m_style < m_numbers.date_styles.size() && m_numbers.date_styles[m_style]) {
        m_sheet.grid.add_cell(date_of_serial(value, m_numbers.from_1904), CellKind::date);
    } else {
        m_sheet.grid.add_cell(shown_spreadsheet_number(value), CellKind::number);
    }
}

void XlsxSheetReader::add_merged(std::string_view reference)
{
    const std::size_t colon = reference.find(':');
    std::size_t first_row = 0;
    std::size_t last_row = 0;
    MergedCells cells;
    if (colon != std::string_view::npos &&
        parse_cell_reference(reference.substr(0, colon), first_row, cells.first_column) &&
        parse_cell_reference(reference.substr(colon + 1), last_row, cells.last_column)) {
        cells.first_row = static_cast<std::int64_t>(first_row) + 1;
        cells.last_row = static_cast<std::int64_t>(last_row) + 1;
        m_sheet.merged.push_back(cells);
    }
}

} // namespace tenglong::geo
