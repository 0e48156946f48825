#include "tools/ledger/sheet_layout.hpp"

#include "core/tables/cell_text.hpp"
#include "core/tables/totals.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>

namespace tenglong::tools {

namespace {

constexpr int k_serial_width = 6;
constexpr std::size_t k_sample = 2'000;
/// Texts up to this width stand in one line; a column of longer ones is as wide as declared.
constexpr std::size_t k_one_line = 36;

/// Fonts that stand in for the one named are up to an eighth wider.
[[nodiscard]] int with_room(std::size_t width)
{
    return static_cast<int>((width * 9 + 7) / 8 + 1);
}

/// The name of the column that says the same in the other language: `reason` and `reason_en`,
/// `text_zh` and `text_en`.
[[nodiscard]] std::string other_language(const std::string& name)
{
    const auto stem = [&] { return name.substr(0, name.size() - 3); };
    if (name.ends_with("_en")) {
        return stem();
    }
    return (name.ends_with("_zh") ? stem() : name) + "_en";
}

[[nodiscard]] bool is_shown(const ResultTable& table, const ColumnSpec& spec, Lang lang)
{
    // Who reads the name of an indicator needs not the code by which programs call it.
    const bool for_programs = table.id() == "indicators" && spec.name == table.key();
    const std::string other = other_language(spec.name);
    const bool paired = table.find(other) || table.find(other + "_zh");
    return !for_programs && (!paired || spec.name.ends_with("_en") == (lang == Lang::en));
}

[[nodiscard]] std::size_t figure_width(const ColumnSpec& spec, double value)
{
    const bool number = spec.type == ColumnType::number;
    const std::string text =
        fmt::format("{:.{}f}", spec.percent ? value * 100.0 : value, number ? spec.decimals : 0);
    const std::size_t digits = fmt::format("{:.0f}", std::abs(value)).size();
    return text.size() + (number ? (digits - 1) / 3 : 0) + (spec.percent ? 1 : 0);
}

/// The widest figure of a column, and what stands under it: a cell too narrow shows ####.
[[nodiscard]] std::size_t figures_width(const ResultTable& table, const ResultColumn& column)
{
    std::size_t width = 0;
    double least = 0.0;
    double most = 0.0;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.present(row)) {
            least = std::min(least, column.figure(row));
            most = std::max(most, column.figure(row));
        }
    }
    for (const double each : {least, most, total_of(table, column).value_or(0.0)}) {
        width = std::max(width, figure_width(column.spec(), each));
    }
    return width;
}

[[nodiscard]] std::size_t texts_width(const ResultColumn& column, Lang lang)
{
    const std::size_t step = std::max<std::size_t>(column.size() / k_sample, 1);
    std::size_t width = 0;
    for (std::size_t row = 0; row < column.size(); row += step) {
        if (column.present(row)) {
            width = std::max(width, width_of(shown_text(column, row, lang)));
        }
    }
    return width;
}

[[nodiscard]] bool is_empty(const ResultColumn& column)
{
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.present(row)) {
            return false;
        }
    }
    return true;
}

[[nodiscard]] int cells_width(const ResultTable& table, const ResultColumn& column, Lang lang)
{
    const ColumnSpec& spec = column.spec();
    if (spec.type == ColumnType::json || is_empty(column)) {
        return spec.width; // broken into lines, or filled in by hand
    }
    if (spec.type == ColumnType::number || spec.type == ColumnType::integer) {
        return with_room(figures_width(table, column));
    }
    const std::size_t width = texts_width(column, lang);
    const bool breaks = spec.type == ColumnType::text || spec.many || spec.words;
    return breaks && width > k_one_line ? std::max(spec.width, with_room(k_one_line))
                                        : with_room(width);
}

[[nodiscard]] std::string heading_of(const ColumnSpec& spec, Lang lang)
{
    const std::string& label = spec.label.in(lang);
    std::string unit = spec.heading().in(lang).substr(label.size());
    unit.erase(0, unit.find_first_not_of(' '));
    return unit.empty() ? label : label + "\n" + unit;
}

/// The narrowest width in which a heading takes three lines and no word is broken.
[[nodiscard]] int heading_width(const std::string& heading)
{
    constexpr std::size_t k_lines = 3;
    std::size_t longest = 0;
    std::size_t word = 0;
    for (const char each : heading) {
        const auto byte = static_cast<unsigned char>(each);
        word = byte == ' ' || byte == '\n' || byte >= 0xE0U ? 0 : word + 1;
        longest = std::max(longest, word);
    }
    std::size_t width = std::max<std::size_t>(longest, 4);
    while (lines_of(heading, width) > k_lines) {
        ++width;
    }
    return with_room(width);
}

[[nodiscard]] int pixels(int width)
{
    return width * 7 + 5; // as spreadsheets count with the font that they begin with
}

/// Columns that begin a page if each page holds so many pixels beside the repeated columns.
[[nodiscard]] std::vector<std::size_t> pages_of(const SheetLayout& layout, std::size_t repeated,
                                                int room)
{
    std::vector<std::size_t> starts;
    const auto& columns = layout.columns;
    int used = 0;
    for (std::size_t begin = repeated; begin < columns.size();) {
        const Text& band = columns[begin].cells->spec().group;
        std::size_t end = begin + 1;
        int wanted = pixels(columns[begin].width);
        while (end < columns.size() && !band.empty() && columns[end].cells->spec().group == band) {
            wanted += pixels(columns[end++].width);
        }
        const bool whole = wanted <= room;
        if (used > 0 && whole && used + wanted > room) {
            starts.push_back(begin);
            used = 0;
        }
        for (; begin < end; ++begin) {
            const int next = pixels(columns[begin].width);
            if (used > 0 && used + next > room) {
                starts.push_back(begin);
                used = 0;
            }
            used += next;
        }
    }
    return starts;
}

/// A3 across at the smallest print that is still read easily; then as large as the same number of
/// pages allows.
void divide(SheetLayout& layout, std::size_t repeated)
{
    constexpr int k_paper = 1'480; // pixels of A3 between the margins, a little to spare
    constexpr int k_least_scale = 67;
    int fixed = pixels(k_serial_width);
    int rest = 0;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        (i < repeated ? fixed : rest) += pixels(layout.columns[i].width);
    }
    const int most = std::max(k_paper * 100 / k_least_scale - fixed, 1);
    layout.page_starts = pages_of(layout, repeated, most);
    int room = std::min(most, rest);
    constexpr int k_step = 10;
    while (room > k_step &&
           pages_of(layout, repeated, room - k_step).size() == layout.page_starts.size()) {
        room -= k_step;
    }
    layout.page_starts = pages_of(layout, repeated, room);
}

/// Rows that stand for all of a table whose rows are made while they are written: all of a short
/// one, else some stretches.
[[nodiscard]] ResultTable rows_seen(const Sheet& sheet)
{
    ResultTable seen = *sheet.table; // without rows
    constexpr std::size_t k_stretches = 16;
    constexpr std::size_t k_stretch = k_sample / k_stretches;
    const std::size_t count = sheet.source->rows();
    if (count <= 2 * k_sample) {
        sheet.source->add(0, count, seen);
        return seen;
    }
    for (std::size_t nth = 0; nth < k_stretches; ++nth) {
        const std::size_t begin = (count - k_stretch) * nth / (k_stretches - 1);
        sheet.source->add(begin, begin + k_stretch, seen);
    }
    return seen;
}

} // namespace

const SheetLayout::Column* SheetLayout::find(std::string_view name) const noexcept
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& each) {
        return each.cells->spec().name == name;
    });
    return found == columns.end() ? nullptr : &*found;
}

SheetLayout layout_of(const Sheet& sheet, Lang lang)
{
    SheetLayout layout;
    const auto made = sheet.source == nullptr ? std::nullopt : std::optional{rows_seen(sheet)};
    const ResultTable& rows = made ? *made : *sheet.table;
    for (std::size_t nth = 0; nth < rows.columns().size(); ++nth) {
        const ResultColumn& cells = sheet.table->columns()[nth];
        const ColumnSpec& spec = cells.spec();
        if (!is_shown(*sheet.table, spec, lang)) {
            continue;
        }
        std::string heading = heading_of(spec, lang);
        const int width =
            std::max(heading_width(heading), cells_width(rows, rows.columns()[nth], lang));
        layout.heading_lines =
            std::max(layout.heading_lines, lines_of(heading, static_cast<std::size_t>(width) - 1));
        layout.columns.push_back(
            {&cells, column_letters(layout.columns.size()), std::move(heading), width});
    }
    divide(layout, std::min<std::size_t>(static_cast<std::size_t>(sheet.frozen_columns) - 1,
                                         layout.columns.size()));
    return layout;
}

std::size_t width_of(std::string_view text)
{
    std::size_t width = 0;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        const bool begins = (byte & 0xC0U) != 0x80U;
        width += begins ? (byte >= 0xE0U ? 2U : 1U) : 0U;
    }
    return width;
}

std::size_t lines_of(std::string_view text, std::size_t width)
{
    std::size_t lines = 1;
    std::size_t used = 0; // of the line
    std::size_t word = 0; // of narrow characters at its end
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        if ((byte & 0xC0U) == 0x80U) {
            continue;
        }
        if (byte == '\n') {
            ++lines;
            used = word = 0;
            continue;
        }
        const std::size_t wide = byte >= 0xE0U ? 2 : 1;
        if (used + wide > width && byte != ' ') {
            ++lines;
            used = wide == 1 && word < used ? word : 0; // a word goes on in the next line whole
        }
        used += wide;
        word = wide == 1 && byte != ' ' ? word + 1 : 0;
    }
    return lines;
}

std::string column_letters(std::size_t shown_column)
{
    std::array<char, 8> name{};
    lxw_col_to_name(name.data(), static_cast<lxw_col_t>(shown_column + 1), 0);
    return name.data();
}

} // namespace tenglong::tools
