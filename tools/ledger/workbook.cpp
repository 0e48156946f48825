#include "tools/ledger/workbook.hpp"

#include "core/base/error.hpp"
#include "core/tables/totals.hpp"
#include "tools/ledger/formats.hpp"
#include "tools/ledger/package.hpp"
#include "tools/ledger/sheet_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace tenglong::tools {

namespace {

/// \param column  among those that the sheet shows
[[nodiscard]] lxw_col_t sheet_column(std::size_t column)
{
    return static_cast<lxw_col_t>(column + 1); // the serial number stands before
}

/// One table, or a stretch of a long one, on one sheet: all but its rows.
class SheetWriter {
public:
    SheetWriter(lxw_worksheet& sheet, const Sheet& plan, const SheetLayout& layout,
                Formats& formats, Lang lang, std::size_t begin, std::size_t end, std::string note)
        : m_sheet{&sheet}, m_plan{&plan}, m_layout{&layout}, m_formats{&formats}, m_lang{lang},
          m_begin{begin}, m_end{end}, m_note{std::move(note)}
    {}

    void write()
    {
        set_up();
        write_headings();
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
        return sheet_column(m_layout->columns.size() - 1);
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
        // How wide a column is printed depends on the fonts that are there: the program that
        // prints finds the scale.
        worksheet_fit_to_pages(m_sheet,
                               static_cast<std::uint16_t>(m_layout->page_starts.size() + 1), 0);
        break_pages();
        worksheet_repeat_columns(m_sheet, 0, static_cast<lxw_col_t>(m_plan->frozen_columns - 1));
        worksheet_repeat_rows(m_sheet, k_heading_row - 1, k_heading_row);
        worksheet_center_horizontally(m_sheet);
        worksheet_set_footer(m_sheet, m_lang == Lang::zh ? "&L&A&C第 &P 页  共 &N 页"
                                                         : "&L&A&CPage &P of &N");
        worksheet_freeze_panes(m_sheet, k_first_row,
                               static_cast<lxw_col_t>(m_plan->frozen_columns));
        worksheet_set_default_row(m_sheet, 18, LXW_FALSE);
        worksheet_set_column(m_sheet, 0, 0, 6, nullptr);
        for (std::size_t i = 0; i < m_layout->columns.size(); ++i) {
            worksheet_set_column(m_sheet, sheet_column(i), sheet_column(i),
                                 m_layout->columns[i].width, nullptr);
        }
        if (m_end > m_begin) {
            worksheet_autofilter(m_sheet, k_heading_row, 0, line(m_end) - 1, last_column());
        }
    }

    void break_pages()
    {
        if (!m_layout->page_starts.empty()) {
            std::vector<lxw_col_t> breaks;
            for (const std::size_t start : m_layout->page_starts) {
                breaks.push_back(sheet_column(start));
            }
            breaks.push_back(0); // ends the list
            worksheet_set_v_pagebreaks(m_sheet, breaks.data());
        }
    }

    void write_headings()
    {
        worksheet_set_row(m_sheet, 0, 30, nullptr);
        text(0, 0, table().title().in(m_lang), m_formats->title());
        text(1, 0, m_plan->subtitle.in(m_lang) + m_note, m_formats->subtitle());
        write_bands();
        worksheet_set_row(m_sheet, k_heading_row,
                          6.0 + 14.0 * static_cast<double>(m_layout->heading_lines), nullptr);
        text(k_heading_row, 0, m_lang == Lang::zh ? "序号" : "no.", m_formats->heading());
        for (std::size_t i = 0; i < m_layout->columns.size(); ++i) {
            text(k_heading_row, sheet_column(i), m_layout->columns[i].heading,
                 m_formats->heading());
        }
    }

    /// Whether a band goes on from the column before: it is told anew on each page, and beside the
    /// columns that every page repeats.
    [[nodiscard]] bool goes_on(std::size_t column) const
    {
        const auto& starts = m_layout->page_starts;
        const auto band = [&](std::size_t each) -> const Text& {
            return m_layout->columns[each].cells->spec().group;
        };
        return column < m_layout->columns.size() && band(column) == band(column - 1) &&
               static_cast<int>(column) + 1 != m_plan->frozen_columns &&
               std::find(starts.begin(), starts.end(), column) == starts.end();
    }

    void write_bands()
    {
        const auto& columns = m_layout->columns;
        for (std::size_t begin = 0, end = 0; begin < columns.size(); begin = end) {
            const Text& band = columns[begin].cells->spec().group;
            end = begin + 1;
            while (goes_on(end)) {
                ++end;
            }
            if (!band.empty() && end - begin > 1) {
                worksheet_merge_range(m_sheet, k_heading_row - 1, sheet_column(begin),
                                      k_heading_row - 1, sheet_column(end - 1),
                                      band.in(m_lang).c_str(), m_formats->heading());
            } else if (!band.empty()) {
                text(k_heading_row - 1, sheet_column(begin), band.in(m_lang), m_formats->heading());
            }
        }
    }

    void write_totals()
    {
        const auto& columns = m_layout->columns;
        const bool any = std::any_of(columns.begin(), columns.end(), [](const auto& each) {
            return each.cells->spec().total.kind != Total::Kind::none;
        });
        if (!any || m_end == m_begin) {
            return;
        }
        const std::uint32_t row = line(m_end);
        text(row, 0, m_lang == Lang::zh ? "合计" : "total", m_formats->total({}));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            write_total(*columns[i].cells, i, row);
        }
    }

    /// The cells of a column on this sheet: B5:B104.
    [[nodiscard]] std::string range(const SheetLayout::Column& column) const
    {
        return fmt::format("{0}{1}:{0}{2}", column.letters, k_first_row + 1, line(m_end));
    }
    [[nodiscard]] std::string range(const std::string& name) const
    {
        return range(*m_layout->find(name));
    }

    [[nodiscard]] std::string formula(const Total& total, std::size_t column) const
    {
        switch (total.kind) {
        case Total::Kind::sum:
            return fmt::format("=SUM({})", range(m_layout->columns[column]));
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
        const auto value = total_of(table(), column, {m_begin, m_end});
        if (!value) {
            worksheet_write_blank(m_sheet, row, sheet_column(index), format);
        } else {
            worksheet_write_formula_num(m_sheet, row, sheet_column(index),
                                        formula(shown.total, index).c_str(), format, *value);
        }
    }

    lxw_worksheet* m_sheet;
    const Sheet* m_plan;
    const SheetLayout* m_layout;
    Formats* m_formats;
    Lang m_lang;
    std::size_t m_begin;
    std::size_t m_end;
    std::string m_note;
};

void set_properties(lxw_workbook& workbook, Date as_of)
{
    lxw_doc_properties properties{};
    constexpr std::int64_t k_day = 86'400;
    properties.created = static_cast<time_t>(as_of.days() * k_day);
    workbook_set_properties(&workbook, &properties);
}

/// A workbook without its rows, at a place of its own until it has been read back.
class Frame {
public:
    explicit Frame(const std::filesystem::path& path)
        : m_path{path}, m_folder{path.parent_path().string()}
    {
        m_path += ".frame";
        lxw_workbook_options how{};
        // Its pieces lie beside it, so that a killed run leaves them where the next one sweeps.
        how.tmpdir = m_folder.empty() ? nullptr : m_folder.data();
        m_workbook = workbook_new_opt(m_path.c_str(), &how);
        if (m_workbook == nullptr) {
            throw Error{
                msg("cannot write spreadsheet '{}': {}", path.string(), std::string{"memory"})};
        }
    }
    ~Frame()
    {
        if (m_workbook != nullptr) {
            workbook_close(m_workbook);
        }
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;
    Frame(Frame&&) = delete;
    Frame& operator=(Frame&&) = delete;

    [[nodiscard]] lxw_workbook& workbook() { return *m_workbook; }

    [[nodiscard]] std::vector<PackagePart> parts()
    {
        if (const lxw_error fault = workbook_close(std::exchange(m_workbook, nullptr));
            fault != LXW_NO_ERROR) {
            throw Error{msg("cannot write spreadsheet '{}': {}", m_path.string(),
                            std::string{lxw_strerror(fault)})};
        }
        return parts_of(m_path);
    }

private:
    std::filesystem::path m_path;
    std::string m_folder;
    lxw_workbook* m_workbook = nullptr;
};

/// Keys of a stretch of a table that lead to another sheet, or would if a sheet held more links.
[[nodiscard]] std::size_t count_links(const Sheet& sheet, const Links& links, std::size_t begin,
                                      std::size_t end)
{
    if (links.empty() || sheet.table->key().empty()) {
        return 0;
    }
    const ResultColumn& keys = (*sheet.table)[sheet.table->key()];
    std::size_t count = 0;
    for (std::size_t row = begin; row < end; ++row) {
        count += keys.present(row) && links.contains(keys.text(row)) ? 1 : 0;
    }
    return count;
}

/// What a subtitle adds where not everything stands on one sheet: which rows these are, and that
/// not all of their keys lead to another sheet. Empty where nothing is to be said.
[[nodiscard]] std::string note_of(const Sheet& sheet, const Links& links,
                                  const WorkbookOptions& options, std::size_t begin,
                                  std::size_t end)
{
    constexpr std::string_view k_gap = "    ";
    const std::size_t rows = sheet.rows();
    std::string note;
    if (rows > options.most_rows) {
        note += k_gap;
        note += msg("sheet {} of {}: rows {} to {}; totals are of this sheet alone",
                    begin / options.most_rows + 1,
                    (rows + options.most_rows - 1) / options.most_rows, begin + 1, end)
                    .in(options.lang);
    }
    if (const std::size_t linked = count_links(sheet, links, begin, end);
        linked > options.most_links) {
        note += k_gap;
        note += msg("a sheet holds {} links; look up the last {} codes in '{}'", options.most_links,
                    linked - options.most_links, sheet.linked->title().in(options.lang))
                    .in(options.lang);
    }
    return note;
}

void add_pages(lxw_workbook& workbook, const Sheet& sheet, Formats& formats,
               const WorkbookOptions& options, const Links& links, std::vector<SheetRows>& pages)
{
    const Lang lang = options.lang;
    const std::size_t rows = sheet.rows();
    const SheetLayout layout = layout_of(sheet, lang);
    for (std::size_t begin = 0, part = 1; part == 1 || begin < rows;
         begin += options.most_rows, ++part) {
        const std::string name = sheet_name(*sheet.table, lang, part);
        lxw_worksheet* page = workbook_add_worksheet(&workbook, name.c_str());
        if (page == nullptr) {
            throw Error{msg("cannot write spreadsheet '{}': {}", name, std::string{"sheet name"})};
        }
        const std::size_t end = std::min(rows, begin + options.most_rows);
        SheetWriter{*page, sheet, layout, formats,
                    lang,  begin, end,    note_of(sheet, links, options, begin, end)}
            .write();
        pages.emplace_back(sheet, layout, links, formats, options, begin, end);
    }
}

/// Puts the rows of a sheet between its headings and its totals.
void fill_sheet(const std::string& frame, SheetRows& rows, PackageWriter& package)
{
    const auto at = [&](std::string_view text) { return std::min(frame.find(text), frame.size()); };
    const std::size_t totals = at(fmt::format(R"(<row r="{}")", rows.row_behind()));
    const std::size_t first_behind = std::min(totals, at("</sheetData>"));
    const std::size_t behind_links = at("<printOptions");
    const std::size_t range = at(R"(<dimension ref=")");
    const std::size_t range_end = std::min(frame.find("/>", range), frame.size());
    const std::string_view whole{frame};
    package.add(whole.substr(0, range));
    package.add(fmt::format(R"(<dimension ref="{}")", rows.range(totals < frame.size())));
    package.add(whole.substr(range_end, first_behind - range_end));
    std::string xml;
    for (std::size_t row = rows.begin(); row < rows.end(); ++row) {
        rows.add(row, xml);
        constexpr std::size_t k_enough = 1U << 18U;
        if (xml.size() > k_enough) {
            package.add(xml);
            xml.clear();
        }
    }
    package.add(xml);
    package.add(whole.substr(first_behind, behind_links - first_behind));
    package.add(rows.links());
    package.add(whole.substr(behind_links));
}

} // namespace

void write_workbook(const std::filesystem::path& path, std::span<const Sheet> sheets,
                    const WorkbookOptions& options)
{
    Frame frame{path};
    set_properties(frame.workbook(), options.as_of);
    Formats formats{frame.workbook()};
    std::deque<Links> links; // pages refer to them
    const ResultTable* linked = nullptr;
    std::vector<SheetRows> pages;
    for (const Sheet& sheet : sheets) {
        if (links.empty() || sheet.linked != linked) { // often several lead to the same table
            links.push_back(links_of(sheet));
            linked = sheet.linked;
        }
        add_pages(frame.workbook(), sheet, formats, options, links.back(), pages);
    }
    PackageWriter package{path};
    for (const PackagePart& part : frame.parts()) {
        package.begin(part.name);
        const auto page = std::find_if(pages.begin(), pages.end(), [&](const SheetRows& rows) {
            return part.name == fmt::format("xl/worksheets/sheet{}.xml", &rows - pages.data() + 1);
        });
        if (page == pages.end()) {
            package.add(part.content);
        } else {
            fill_sheet(part.content, *page, package);
        }
        package.end();
    }
    package.close();
}

} // namespace tenglong::tools
