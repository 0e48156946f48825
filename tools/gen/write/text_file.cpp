#include "tools/gen/write/text_file.hpp"

#include "core/base/error.hpp"

#include <cpl_string.h>

namespace tenglong::tools::gen {

namespace {

void append_cell(std::string& line, std::string_view cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        line += cell;
        return;
    }
    line += '"';
    for (const char c : cell) {
        line += c == '"' ? "\"\"" : std::string(1, c);
    }
    line += '"';
}

[[nodiscard]] std::string to_gbk(const std::string& text)
{
    char* recoded = CPLRecode(text.c_str(), "UTF-8", "GBK");
    std::string bytes{recoded};
    CPLFree(recoded);
    return bytes;
}

} // namespace

TextFile::TextFile(const std::string& path) : m_path{path}, m_file{path, std::ios::binary}
{
    if (!m_file) {
        throw Error{msg("cannot write '{}': the file cannot be made", path)};
    }
}

void TextFile::write(std::string_view bytes)
{
    m_file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void TextFile::close()
{
    m_file.close();
    if (!m_file) {
        throw Error{msg("cannot write '{}': the disk is full or was taken away", m_path)};
    }
}

CsvFile::CsvFile(const std::string& path, std::vector<Column> columns, Charset charset)
    : m_file{path}, m_columns{std::move(columns)}, m_charset{charset}
{
    if (charset == Charset::utf8_with_mark) {
        m_file.write("\xEF\xBB\xBF");
    }
    std::vector<std::string> names;
    for (const Column& column : m_columns) {
        names.push_back(column.name);
    }
    add_text(names);
}

void CsvFile::add(const Row& row)
{
    std::vector<std::string> cells;
    cells.reserve(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        cells.push_back(text_of(row[i], m_columns[i]));
    }
    add_text(cells);
}

void CsvFile::add_text(const std::vector<std::string>& cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            line += ',';
        }
        append_cell(line, cells[i]);
    }
    line += m_charset == Charset::utf8 ? "\n" : "\r\n";
    m_file.write(m_charset == Charset::gbk ? to_gbk(line) : line);
    ++m_lines;
}

} // namespace tenglong::tools::gen
