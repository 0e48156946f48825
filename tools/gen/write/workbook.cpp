#include "tools/gen/write/workbook.hpp"

#include "core/base/error.hpp"

#include <xlsxwriter.h>

namespace tenglong::tools::gen {

struct Workbook::Book {
    std::string path;
    std::vector<Column> columns;
    lxw_workbook* file = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format* head = nullptr;
    lxw_format* text = nullptr;
    lxw_format* note = nullptr;
    lxw_row_t row = 0;

    void write_header();
    void write_cell(lxw_col_t column, const Value& value) const;
    [[nodiscard]] lxw_col_t last() const { return static_cast<lxw_col_t>(columns.size() - 1); }
};

void Workbook::Book::write_header()
{
    std::size_t begin = 0;
    while (begin < columns.size()) {
        std::size_t end = begin + 1;
        const std::string& group = columns[begin].group;
        while (!group.empty() && end < columns.size() && columns[end].group == group) {
            ++end;
        }
        const auto from = static_cast<lxw_col_t>(begin);
        const auto to = static_cast<lxw_col_t>(end - 1);
        const lxw_row_t below = row + 1;
        if (group.empty()) {
            worksheet_merge_range(sheet, row, from, below, from, columns[begin].name.c_str(), head);
        } else {
            if (from == to) {
                worksheet_write_string(sheet, row, from, group.c_str(), head);
            } else {
                worksheet_merge_range(sheet, row, from, row, to, group.c_str(), head);
            }
            for (std::size_t k = begin; k < end; ++k) {
                worksheet_write_string(sheet, below, static_cast<lxw_col_t>(k),
                                       columns[k].name.c_str(), head);
            }
        }
        begin = end;
    }
    row += 2;
}

void Workbook::Book::write_cell(lxw_col_t column, const Value& value) const
{
    if (const auto* number = std::get_if<double>(&value)) {
        worksheet_write_number(sheet, row, column, *number, nullptr);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        worksheet_write_number(sheet, row, column, static_cast<double>(*integer), nullptr);
    } else if (!std::holds_alternative<std::monostate>(value)) {
        worksheet_write_string(sheet, row, column, text_of(value, columns[column]).c_str(), text);
    }
}

Workbook::Workbook(const std::string& path, const std::string& sheet, std::vector<Column> columns,
                   const std::string& title)
    : m_book{std::make_unique<Book>()}
{
    Book& book = *m_book;
    book.path = path;
    book.columns = std::move(columns);
    book.file = workbook_new(path.c_str());
    lxw_doc_properties properties{};
    properties.created = 1704067200; // 2024-01-01, so that equal cities give equal bytes
    workbook_set_properties(book.file, &properties);
    book.sheet = workbook_add_worksheet(book.file, sheet.c_str());
    book.head = workbook_add_format(book.file);
    format_set_bold(book.head);
    format_set_align(book.head, LXW_ALIGN_CENTER);
    format_set_text_wrap(book.head);
    book.text = workbook_add_format(book.file);
    format_set_num_format(book.text, "@"); // codes keep all of their digits
    book.note = workbook_add_format(book.file);
    format_set_align(book.note, LXW_ALIGN_LEFT);
    if (!title.empty()) {
        worksheet_merge_range(book.sheet, 0, 0, 0, book.last(), title.c_str(), book.head);
        book.row = 1;
    }
    book.write_header();
}

Workbook::~Workbook()
{
    if (m_book->file != nullptr) {
        workbook_close(m_book->file);
    }
}

void Workbook::add(const Row& row)
{
    for (std::size_t i = 0; i < row.size(); ++i) {
        m_book->write_cell(static_cast<lxw_col_t>(i), row[i]);
    }
    ++m_book->row;
}

void Workbook::add_note(const std::string& text)
{
    Book& book = *m_book;
    worksheet_merge_range(book.sheet, book.row, 0, book.row, book.last(), text.c_str(), book.note);
    ++book.row;
}

std::int64_t Workbook::rows() const noexcept
{
    return static_cast<std::int64_t>(m_book->row);
}

void Workbook::close()
{
    const lxw_error error = workbook_close(m_book->file);
    m_book->file = nullptr;
    if (error != LXW_NO_ERROR) {
        throw Error{msg("cannot write '{}': {}", m_book->path, lxw_strerror(error))};
    }
}

} // namespace tenglong::tools::gen
