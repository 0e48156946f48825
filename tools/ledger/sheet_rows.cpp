#include "tools/ledger/sheet_rows.hpp"

#include "core/tables/cell_text.hpp"
#include "tools/ledger/fact_words.hpp"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tenglong::tools {

namespace {

/// Characters that a cell holds.
constexpr std::size_t k_most_text = 32'767;

/// A text that a cell can hold; the end of a longer one is marked as cut.
void fit(std::string& shown)
{
    if (shown.size() > k_most_text) {
        shown.resize(k_most_text - 3);
        while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0U) == 0x80U) {
            shown.pop_back();
        }
        if (!shown.empty() && static_cast<unsigned char>(shown.back()) >= 0xC0U) {
            shown.pop_back();
        }
        shown += "…";
    }
}

/// What stands for a character in XML; empty for one that stands for itself. Those that XML cannot
/// hold are written as spreadsheets do, _x0001_.
[[nodiscard]] std::string escape(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return byte < 0x20 && c != '\n' && c != '\t' ? fmt::format("_x{:04X}_", byte)
                                                     : std::string{};
    }
}

/// Where the last character of a text in UTF-8 begins. \pre not empty
[[nodiscard]] std::size_t last_character(std::string_view text)
{
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
        --at;
    }
    return at;
}

void add_escaped(std::string_view text, std::string& xml)
{
    std::size_t begin = 0; // of what is not yet added
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (static_cast<unsigned char>(c) > '>') {
            continue;
        }
        if (const std::string other = escape(c); !other.empty()) {
            xml.append(text, begin, i - begin);
            xml += other;
            begin = i + 1;
        }
    }
    xml.append(text, begin);
}

template <class Number>
void add_number(Number value, std::string& xml)
{
    fmt::format_to(std::back_inserter(xml), FMT_COMPILE("{}"), value);
}

[[nodiscard]] bool has_outer_space(std::string_view text)
{
    const auto is_space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    return !text.empty() && (is_space(text.front()) || is_space(text.back()));
}

} // namespace

Links links_of(const Sheet& sheet)
{
    Links links;
    const ResultTable* table = sheet.linked;
    if (table == nullptr || table->key().empty()) {
        return links;
    }
    if (sheet.linked_source != nullptr) {
        sheet.linked_source->visit_keys(
            [&](std::string_view key, std::size_t row) { links.emplace(key, row); });
        return links;
    }
    const ResultColumn& keys = (*table)[table->key()];
    for (std::size_t row = 0; row < table->rows(); ++row) {
        if (keys.present(row)) {
            links.emplace(keys.text(row), row);
        }
    }
    return links;
}

std::string sheet_name(const ResultTable& table, Lang lang, std::size_t part)
{
    constexpr std::size_t k_most = 31; // characters that a sheet's name has
    const std::string number = part == 1 ? std::string{} : fmt::format(" ({})", part);
    const std::string& title = table.title().in(lang);
    std::string name;
    std::size_t characters = 0;
    for (const char c : title) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins && ++characters + number.size() > k_most) {
            return name.substr(0, last_character(name)) + "…" + number;
        }
        name += std::string_view{R"([]:*?/\)"}.find(c) == std::string_view::npos ? c : ' ';
    }
    return name + number;
}

SheetRows::SheetRows(const Sheet& plan, const SheetLayout& layout, const Links& links,
                     Formats& formats, const WorkbookOptions& options, std::size_t begin,
                     std::size_t end)
    : m_plan{&plan}, m_targets{&links}, m_lang{options.lang}, m_most_rows{options.most_rows},
      m_most_links{options.most_links}, m_begin{begin}, m_end{end},
      m_serial_style{lxw_format_get_xf_index(formats.cell({.type = ColumnType::code}))}
{
    if (plan.source != nullptr) {
        m_made = std::make_unique<ResultTable>(*plan.table);
    }
    for (const SheetLayout::Column& each : layout.columns) {
        const ColumnSpec& spec = each.cells->spec();
        const auto nth = static_cast<std::size_t>(each.cells - plan.table->columns().data());
        Column column{m_made ? &m_made->columns()[nth] : each.cells,
                      each.letters,
                      // What a program that breaks lines at words leaves unused at their ends.
                      static_cast<std::size_t>(std::max(each.width * 9 / 10 - 1, 1)),
                      lxw_format_get_xf_index(formats.cell(spec)),
                      {},
                      spec.name == plan.table->key()};
        if (spec.words && !spec.many) {
            for (const DictionaryEntry& entry : spec.words->entries()) {
                constexpr double k_strength = 0.35;
                if (entry.colour) {
                    column.coloured[entry.code] =
                        lxw_format_get_xf_index(formats.cell(spec, entry.colour->tint(k_strength)));
                }
            }
        }
        m_columns.push_back(std::move(column));
    }
    m_shown.resize(m_columns.size());
}

std::string SheetRows::range(bool totals) const
{
    return fmt::format("A1:{}{}", m_columns.back().letters, row_behind() - (totals ? 0 : 1));
}

bool SheetRows::is_figure(const Column& column, std::size_t row)
{
    const ColumnType type = column.cells->spec().type;
    return type == ColumnType::number || type == ColumnType::integer ||
           (type == ColumnType::date && column.cells->date(row) >= Date(1900, 3, 1));
}

int SheetRows::style_of(const Column& column, std::size_t row)
{
    if (!column.coloured.empty() && column.cells->present(row)) {
        const auto found = column.coloured.find(column.cells->text(row));
        return found == column.coloured.end() ? column.style : found->second;
    }
    return column.style;
}

std::size_t SheetRows::cell_of(std::size_t row)
{
    if (!m_made) {
        return row;
    }
    if (row < m_made_begin || row >= m_made_end) {
        constexpr std::size_t k_stretch = 4096;
        m_made->clear();
        m_made_begin = row;
        m_made_end = std::min(row + k_stretch, m_end);
        m_plan->source->add(m_made_begin, m_made_end, *m_made);
    }
    return row - m_made_begin;
}

void SheetRows::add(std::size_t nth, std::string& xml)
{
    const std::size_t row = cell_of(nth);
    std::size_t lines = 1;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const ResultColumn& cells = *m_columns[i].cells;
        m_shown[i].clear();
        if (!cells.present(row) || is_figure(m_columns[i], row)) {
            continue;
        }
        m_shown[i] = shown(m_columns[i], row);
        if (cells.spec().is_textual() && !m_shown[i].empty()) {
            // Not every spreadsheet program makes rows higher by itself where texts are wrapped.
            const std::size_t room = m_columns[i].room;
            lines = std::max(lines, (width_of(m_shown[i]) + room - 1) / room);
        }
        fit(m_shown[i]);
    }
    constexpr std::size_t k_most_lines = 27; // a row is 409 points high at most
    constexpr double k_line_points = 15.0;
    m_number = fmt::format_int{k_first_row + (nth - m_begin) + 1}.str();
    const auto out = std::back_inserter(xml);
    fmt::format_to(out, R"(<row r="{}")", m_number);
    if (lines > 1) {
        fmt::format_to(out, R"( ht="{}" customHeight="1")",
                       k_line_points * static_cast<double>(std::min(lines, k_most_lines)));
    }
    fmt::format_to(out, R"(><c r="A{}" s="{}"><v>{}</v></c>)", m_number, m_serial_style, nth + 1);
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        add_cell(m_columns[i], row, m_shown[i], xml);
    }
    xml += "</row>";
}

std::string SheetRows::shown(const Column& column, std::size_t row) const
{
    if (column.cells->spec().type == ColumnType::json) {
        return facts_in_words(column.cells->text(row), m_plan->fact_words.get(), m_lang);
    }
    return shown_text(*column.cells, row, m_lang);
}

void SheetRows::add_cell(const Column& column, std::size_t row, std::string_view shown,
                         std::string& xml)
{
    const ResultColumn& cells = *column.cells;
    xml += "<c r=\"";
    xml += column.letters;
    xml += m_number;
    xml += "\" s=\"";
    add_number(style_of(column, row), xml);
    xml += '"';
    const bool figure = cells.present(row) && is_figure(column, row);
    if (!figure && shown.empty()) {
        xml += "/>"; // missing, or a text that says nothing
    } else if (figure) {
        xml += "><v>";
        if (cells.spec().type == ColumnType::date) {
            // Days since 1899-12-30, as spreadsheets count them from March 1900 on.
            constexpr int k_epoch = 25'569;
            add_number(cells.date(row).days() + k_epoch, xml);
        } else {
            add_number(cells.figure(row), xml);
        }
        xml += "</v></c>";
    } else {
        const std::string_view text = link(column, row) ? cells.text(row) : shown;
        xml += R"( t="inlineStr"><is><t)";
        xml += has_outer_space(text) ? R"( xml:space="preserve">)" : ">";
        add_escaped(text, xml);
        xml += "</t></is></c>";
    }
}

bool SheetRows::link(const Column& column, std::size_t row)
{
    if (!column.is_key || m_link_count >= m_most_links || m_targets->empty()) {
        return false;
    }
    const auto found = m_targets->find(column.cells->text(row));
    if (found == m_targets->end()) {
        return false;
    }
    ++m_link_count;
    fmt::format_to(std::back_inserter(m_links), R"(<hyperlink ref="{}{}" location="')",
                   column.letters, m_number);
    // A long table goes on in further sheets, whose rows are counted anew.
    add_escaped(sheet_name(*m_plan->linked, m_lang, found->second / m_most_rows + 1), m_links);
    fmt::format_to(std::back_inserter(m_links), R"('!A{}" display=")",
                   k_first_row + found->second % m_most_rows + 1);
    add_escaped(column.cells->text(row), m_links);
    m_links += R"("/>)";
    return true;
}

std::string SheetRows::links() const
{
    return m_links.empty() ? std::string{} : "<hyperlinks>" + m_links + "</hyperlinks>";
}

} // namespace tenglong::tools
