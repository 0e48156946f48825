#pragma once

#include "tools/gen/write/value.hpp"

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools::gen {

enum class Charset : std::uint8_t { utf8, utf8_with_mark, gbk };

/// A file of text that is written once, from the first byte to the last.
class TextFile {
public:
    /// \throws Error if the file cannot be made.
    explicit TextFile(const std::string& path);
    void write(std::string_view bytes);

    /// \throws Error if anything could not be written.
    void close();

private:
    std::string m_path;
    std::ofstream m_file;
};

/// A table of text with commas between the cells, quoted where need be.
class CsvFile {
public:
    /// Writes the header. Lines end with "\r\n" unless the charset is plain UTF-8.
    CsvFile(const std::string& path, std::vector<Column> columns, Charset charset);

    void add(const Row& row);

    /// A line that is no row of the table: a note below it, a second header.
    void add_text(const std::vector<std::string>& cells);

    void close() { m_file.close(); }

    [[nodiscard]] std::int64_t lines() const noexcept { return m_lines; }

private:
    TextFile m_file;
    std::vector<Column> m_columns;
    Charset m_charset;
    std::int64_t m_lines = 0;
};

} // namespace tenglong::tools::gen
