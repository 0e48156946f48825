#pragma once

#include "tools/gen/write/value.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tenglong::tools::gen {

/// A spreadsheet with a header of two rows: groups merged across their columns, columns without a
/// group merged over both rows. The same rows give the same bytes.
class Workbook {
public:
    /// With a `title`, that stands merged in a row above the header.
    Workbook(const std::string& path, const std::string& sheet, std::vector<Column> columns,
             const std::string& title);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    Workbook(Workbook&&) = delete;
    Workbook& operator=(Workbook&&) = delete;

    void add(const Row& row);

    /// A line merged over the table's width: a note below it.
    void add_note(const std::string& text);

    /// \throws Error if the file cannot be written.
    void close();

    /// Number of the last row written, from 1.
    [[nodiscard]] std::int64_t rows() const noexcept;

private:
    struct Book;
    std::unique_ptr<Book> m_book;
};

} // namespace tenglong::tools::gen
