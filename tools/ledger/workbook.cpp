#include "tools/ledger/workbook.hpp"

#include "core/base/error.hpp"
#include "core/tables/cell_text.hpp"
#include "core/tables/totals.hpp"
#include "tools/ledger/formats.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace tenglong::tools {

namespace {

constexpr std::uint32_t k_heading_row = 3; ///< title, subtitle, bands, headings
constexpr std::uint32_t k_first_row = 4;
/// A sheet has 1,048,576 rows; the headings and the totals are among them.
constexpr std::size_t k_most_rows = 1'000'000;
/// Above it the workbook is written row by row, so that memory does not grow with it.
constexpr std::size_t k_in_memory = 50'000;
/// Links that a sheet holds.
constexpr std::size_t k_most_links = 65'530;
/// Characters that a cell holds.
constexpr std::size_t k_most_text = 32'767;

[[nodiscard]] lxw_col_t sheet_column(std::size_t column)
{
    return static_cast<lxw_col_t>(column + 1); // the serial number stands before
}

[[nodiscard]] std::string letters(std::size_t column)
{
    std::array<char, 8> name{};
    lxw_col_to_name(name.data(), sheet_column(column), 0);
    return name.data();
}

/// The width of a text in narrow characters: what takes three bytes or more is twice as wide.
[[nodiscard]] std::size_t width_of(std::string_view text)
{
    std::size_t width = 0;
    for (const char each : text) {
        const auto byte = static_cast<unsigned char>(each);
        const bool begins = (byte & 0xC0U) != 0x80U;
        width += begins ? (byte >= 0xE0U ? 2U : 1U) : 0U;
    }
    return width;
}

/// From the key of a row to the first row of that key in the table that it leads to.
using Links = std::unordered_map<std::string_view, std::size_t>;

[[nodiscard]] Links links_of(const ResultTable* table)
{
    Links links;
    if (table == nullptr || table->key().empty()) {
        return links;
    }
    const ResultColumn& keys = (*table)[table->key()];
    // What lies on a second sheet is not linked: its rows are counted anew.
    for (std::size_t row = 0; row < std::min(table->rows(), k_most_rows); ++row) {
        if (keys.present(row)) {
            links.emplace(keys.text(row), row);
        }
    }
    return links;
}

/// One table, or a stretch of a long one, on one sheet.
class SheetWriter {
public:
    SheetWriter(lxw_worksheet& sheet, const Sheet& plan, const Links& links, Formats& formats,
                Lang lang, std::size_t begin, std::size_t end)
        : m_sheet{&sheet}, m_plan{&plan}, m_links{&links}, m_formats{&formats}, m_lang{lang},
          m_begin{begin}, m_end{end}
    {}

    void write()
    {
        set_up();
        write_headings();
        for (std::size_t row = m_begin; row < m_end; ++row) {
            write_row(row);
        }
        write_totals();
    }

private:
    [[nodiscard]] const ResultTable& table() const { return *m_plan->table; }
    [[nodiscard]] std::uint32_t line(std::size_t row) const
    {
        return k_first_row + static_cast<std::uint32_t>(row - m_begin);
    }
    [[nodiscard]] lxw_col_t last_column() const
    {
        return sheet_column(table().columns().size() - 1);
    }

    void text(std::uint32_t row, lxw_col_t column, const std::string& value, lxw_format* format)
    {
        worksheet_write_string(m_sheet, row, column, value.c_str(), format);
    }

    void set_up()
    {
        worksheet_set_landscape(m_sheet);
        constexpr std::uint8_t k_a3 = 8;
        worksheet_set_paper(m_sheet, k_a3);
        worksheet_set_margins(m_sheet, 0.4, 0.4, 0.5, 0.6);
        worksheet_fit_to_pages(m_sheet, pages_across(), 0);
        worksheet_repeat_columns(m_sheet, 0, static_cast<lxw_col_t>(m_plan->frozen_columns - 1));
        worksheet_repeat_rows(m_sheet, k_heading_row - 1, k_heading_row);
        worksheet_center_horizontally(m_sheet);
        worksheet_set_footer(m_sheet, m_lang == Lang::zh ? "&L&A&C第 &P 页  共 &N 页"
                                                         : "&L&A&CPage &P of &N");
        worksheet_freeze_panes(m_sheet, k_first_row,
                               static_cast<lxw_col_t>(m_plan->frozen_columns));
        worksheet_set_column(m_sheet, 0, 0, 6, nullptr);
        for (std::size_t i = 0; i < table().columns().size(); ++i) {
            worksheet_set_column(m_sheet, sheet_column(i), sheet_column(i),
                                 table().columns()[i].spec().width, nullptr);
        }
        if (m_end > m_begin) {
            worksheet_autofilter(m_sheet, k_heading_row, 0, line(m_end) - 1, last_column());
        }
    }

    /// Pages side by side on which a wide table stays readable; each begins with the frozen
    /// columns.
    [[nodiscard]] std::uint16_t pages_across() const
    {
        constexpr int k_readable = 260; // narrow characters on A3 across, at about 7 points
        int repeated = 6;
        int rest = 0;
        for (std::size_t i = 0; i < table().columns().size(); ++i) {
            const bool frozen = static_cast<int>(i) + 1 < m_plan->frozen_columns;
            (frozen ? repeated : rest) += table().columns()[i].spec().width;
        }
        const int room = std::max(k_readable - repeated, 1);
        return static_cast<std::uint16_t>(std::max((rest + room - 1) / room, 1));
    }

    void write_headings()
    {
        worksheet_set_row(m_sheet, 0, 30, nullptr);
        text(0, 0, table().title().in(m_lang), m_formats->title());
        text(1, 0, m_plan->subtitle.in(m_lang), m_formats->subtitle());
        write_bands();
        worksheet_set_row(m_sheet, k_heading_row, 42, nullptr);
        text(k_heading_row, 0, m_lang == Lang::zh ? "序号" : "no.", m_formats->heading());
        for (std::size_t i = 0; i < table().columns().size(); ++i) {
            text(k_heading_row, sheet_column(i), table().columns()[i].spec().heading().in(m_lang),
                 m_formats->heading());
        }
    }

    void write_bands()
    {
        const auto columns = table().columns();
        for (std::size_t begin = 0; begin < columns.size();) {
            const Text& band = columns[begin].spec().group;
            std::size_t end = begin + 1;
            while (end < columns.size() && columns[end].spec().group == band) {
                ++end;
            }
            if (!band.empty() && end - begin > 1) {
                worksheet_merge_range(m_sheet, k_heading_row - 1, sheet_column(begin),
                                      k_heading_row - 1, sheet_column(end - 1),
                                      band.in(m_lang).c_str(), m_formats->heading());
            } else if (!band.empty()) {
                text(k_heading_row - 1, sheet_column(begin), band.in(m_lang), m_formats->heading());
            }
            begin = end;
        }
    }

    /// Lines that the texts of a row take when they are wrapped, as the spreadsheet program does
    /// it: not every one makes rows higher by itself.
    [[nodiscard]] std::size_t lines_of(std::size_t row) const
    {
        std::size_t most = 1;
        for (const ResultColumn& column : table().columns()) {
            const bool wraps = column.spec().is_textual();
            if (wraps && column.present(row) && !column.text(row).empty()) {
                const auto room = static_cast<std::size_t>(std::max(column.spec().width - 1, 1));
                const std::size_t wide = width_of(shown_text(column, row, m_lang));
                most = std::max(most, (wide + room - 1) / room);
            }
        }
        constexpr std::size_t k_most_lines = 8;
        return std::min(most, k_most_lines);
    }

    void write_row(std::size_t row)
    {
        if (const std::size_t lines = lines_of(row); lines > 1) {
            constexpr double k_line_points = 13.5;
            worksheet_set_row(m_sheet, line(row), k_line_points * static_cast<double>(lines),
                              nullptr);
        }
        const ColumnSpec serial{.type = ColumnType::integer};
        worksheet_write_number(m_sheet, line(row), 0, static_cast<double>(row + 1),
                               m_formats->cell(serial));
        for (std::size_t i = 0; i < table().columns().size(); ++i) {
            write_cell(table().columns()[i], i, row);
        }
    }

    void write_cell(const ResultColumn& column, std::size_t index, std::size_t row)
    {
        const ColumnSpec& spec = column.spec();
        lxw_format* format = m_formats->cell(spec, ground(column, row));
        if (!column.present(row)) {
            worksheet_write_blank(m_sheet, line(row), sheet_column(index), format);
        } else if (spec.type == ColumnType::number || spec.type == ColumnType::integer) {
            worksheet_write_number(m_sheet, line(row), sheet_column(index), column.figure(row),
                                   format);
        } else if (spec.type == ColumnType::date && column.date(row) >= Date(1900, 3, 1)) {
            // Days since 1899-12-30, as spreadsheets count them from March 1900 on.
            constexpr int k_epoch = 25'569;
            worksheet_write_number(m_sheet, line(row), sheet_column(index),
                                   column.date(row).days() + k_epoch, format);
        } else if (const auto target = target_of(column, row)) {
            const std::string url = fmt::format(
                "internal:'{}'!A{}", m_plan->linked->title().in(m_lang), k_first_row + *target + 1);
            worksheet_write_url_opt(m_sheet, line(row), sheet_column(index), url.c_str(), format,
                                    std::string{column.text(row)}.c_str(), nullptr);
            ++m_link_count;
        } else {
            text(line(row), sheet_column(index), fitted(shown_text(column, row, m_lang)), format);
        }
    }

    /// The row that the key of this row leads to.
    [[nodiscard]] std::optional<std::size_t> target_of(const ResultColumn& column,
                                                       std::size_t row) const
    {
        if (column.spec().name != table().key() || m_link_count >= k_most_links) {
            return std::nullopt;
        }
        const auto found = m_links->find(column.text(row));
        return found == m_links->end() ? std::nullopt : std::optional{found->second};
    }

    /// A text that a cell can hold; the end of a longer one is marked as cut.
    [[nodiscard]] static std::string fitted(std::string shown)
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
        return shown;
    }

    [[nodiscard]] static std::optional<Colour> ground(const ResultColumn& column, std::size_t row)
    {
        const ColumnSpec& spec = column.spec();
        if (!spec.words || spec.many || !column.present(row)) {
            return std::nullopt;
        }
        const DictionaryEntry* entry = spec.words->find(column.text(row));
        constexpr double k_strength = 0.35;
        return entry != nullptr && entry->colour ? std::optional{entry->colour->tint(k_strength)}
                                                 : std::nullopt;
    }

    void write_totals()
    {
        const auto columns = table().columns();
        const bool any = std::any_of(columns.begin(), columns.end(), [](const ResultColumn& each) {
            return each.spec().total.kind != Total::Kind::none;
        });
        if (!any || m_end == m_begin) {
            return;
        }
        const std::uint32_t row = line(m_end);
        text(row, 0, m_lang == Lang::zh ? "合计" : "total", m_formats->total({}));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            write_total(columns[i], i, row);
        }
    }

    /// The cells of a column on this sheet: B5:B104.
    [[nodiscard]] std::string range(std::size_t column) const
    {
        const std::string name = letters(column);
        return fmt::format("{0}{1}:{0}{2}", name, k_first_row + 1, line(m_end));
    }
    [[nodiscard]] std::string range(const std::string& name) const
    {
        return range(*table().find(name));
    }

    [[nodiscard]] std::string formula(const Total& total, std::size_t column) const
    {
        switch (total.kind) {
        case Total::Kind::sum:
            return fmt::format("=SUM({})", range(column));
        case Total::Kind::difference:
            return fmt::format("=SUM({})-SUM({})", range(total.first), range(total.second));
        case Total::Kind::ratio:
            // Over the rows that have both figures.
            return fmt::format(R"(=SUMIF({1},"<>",{0})/SUMIF({0},"<>",{1}))", range(total.first),
                               range(total.second));
        case Total::Kind::none:
            break;
        }
        return {};
    }

    void write_total(const ResultColumn& column, std::size_t index, std::uint32_t row)
    {
        ColumnSpec shown = column.spec();
        lxw_format* format = m_formats->total(shown);
        // A stretch of a long table has no stored total: the program that opens it computes it.
        const auto whole = m_begin == 0 && m_end == table().rows();
        const auto value = total_of(table(), column);
        if (!value) {
            worksheet_write_blank(m_sheet, row, sheet_column(index), format);
        } else {
            worksheet_write_formula_num(m_sheet, row, sheet_column(index),
                                        formula(shown.total, index).c_str(), format,
                                        whole ? *value : 0.0);
        }
    }

    lxw_worksheet* m_sheet;
    const Sheet* m_plan;
    const Links* m_links;
    std::size_t m_link_count = 0;
    Formats* m_formats;
    Lang m_lang;
    std::size_t m_begin;
    std::size_t m_end;
};

void set_properties(lxw_workbook& workbook, Date as_of)
{
    lxw_doc_properties properties{};
    constexpr std::int64_t k_day = 86'400;
    properties.created = static_cast<time_t>(as_of.days() * k_day);
    workbook_set_properties(&workbook, &properties);
}

void write_table(lxw_workbook& workbook, const Sheet& sheet, Formats& formats, Lang lang)
{
    const std::size_t rows = sheet.table->rows();
    const Links links = links_of(sheet.linked);
    for (std::size_t begin = 0, part = 1; part == 1 || begin < rows; begin += k_most_rows, ++part) {
        std::string name = sheet.table->title().in(lang);
        name = part == 1 ? name : fmt::format("{} ({})", name, part);
        lxw_worksheet* page = workbook_add_worksheet(&workbook, name.c_str());
        if (page == nullptr) {
            throw Error{msg("cannot write spreadsheet '{}': {}", name, std::string{"sheet name"})};
        }
        SheetWriter{*page, sheet, links, formats, lang, begin, std::min(rows, begin + k_most_rows)}
            .write();
    }
}

} // namespace

void write_workbook(const std::filesystem::path& path, std::span<const Sheet> sheets,
                    const WorkbookOptions& options)
{
    std::size_t most = 0;
    for (const Sheet& sheet : sheets) {
        most = std::max(most, sheet.table->rows());
    }
    lxw_workbook_options how{};
    how.constant_memory = most > k_in_memory ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* workbook = workbook_new_opt(path.c_str(), &how);
    if (workbook == nullptr) {
        throw Error{msg("cannot write spreadsheet '{}': {}", path.string(), std::string{"memory"})};
    }
    set_properties(*workbook, options.as_of);
    Formats formats{*workbook};
    for (const Sheet& sheet : sheets) {
        write_table(*workbook, sheet, formats, options.lang);
    }
    if (const lxw_error fault = workbook_close(workbook); fault != LXW_NO_ERROR) {
        throw Error{msg("cannot write spreadsheet '{}': {}", path.string(),
                        std::string{lxw_strerror(fault)})};
    }
}

} // namespace tenglong::tools
