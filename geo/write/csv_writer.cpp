#include "core/base/error.hpp"
#include "core/tables/cell_text.hpp"
#include "geo/write/text_file.hpp"
#include "geo/write/writers.hpp"

#include <string>
#include <string_view>

namespace tenglong::geo {

void add_csv_cell(std::string& line, std::string_view cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
        line += cell;
        return;
    }
    line += '"';
    for (const char c : cell) {
        line += c;
        if (c == '"') {
            line += c;
        }
    }
    line += '"';
}

namespace {

class CsvFile {
public:
    explicit CsvFile(const std::filesystem::path& path) : m_file{path}
    {
        m_file.add("\xEF\xBB\xBF");
    }

    void add_header(const ResultTable& table)
    {
        for (const ResultColumn& column : table.columns()) {
            m_line += m_line.empty() ? "" : ",";
            m_line += column.spec().name;
        }
        end_line();
    }

    void add_rows(const ResultTable& table)
    {
        for (std::size_t row = 0; row < table.rows(); ++row) {
            bool first = true;
            for (const ResultColumn& column : table.columns()) {
                m_line += first ? "" : ",";
                first = false;
                std::string cell = plain_text(column, row);
                constexpr std::string_view k_starts_formula = "=+-@\t\r";
                if (column.spec().is_textual() && !cell.empty() &&
                    k_starts_formula.find(cell.front()) != std::string_view::npos) {
                    cell.insert(0, 1, '\'');
                }
                add_csv_cell(m_line, cell);
            }
            end_line();
        }
    }

    void close() { m_file.close(); }

private:
    void end_line()
    {
        m_line += "\r\n";
        m_file.add(m_line);
        m_line.clear();
    }

    TextFile m_file;
    std::string m_line;
};

} // namespace

void write_csv(const std::filesystem::path& path, const ResultTable& table,
               const WriteOptions& options)
{
    Partial partial{path, options.replace};
    CsvFile file{partial.main()};
    file.add_header(table);
    file.add_rows(table);
    file.close();
    partial.commit();
}

void write_csv(const std::filesystem::path& path, const SpatialTable& layer,
               const WriteOptions& options)
{
    Partial partial{path, options.replace};
    CsvFile file{partial.main()};
    file.add_header(layer.table);
    for_each_stretch(layer, [&](const ResultTable& rows, std::size_t) { file.add_rows(rows); });
    file.close();
    partial.commit();
}

} // namespace tenglong::geo
