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

void write_csv(const std::filesystem::path& path, const ResultTable& table,
               const WriteOptions& options)
{
    Partial partial{path, options.replace};
    TextFile file{partial.main()};
    file.add("\xEF\xBB\xBF");
    std::string line;
    const auto end_line = [&] {
        line += "\r\n";
        file.add(line);
        line.clear();
    };
    for (const ResultColumn& column : table.columns()) {
        line += line.empty() ? "" : ",";
        line += column.spec().name;
    }
    end_line();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        bool first = true;
        for (const ResultColumn& column : table.columns()) {
            line += first ? "" : ",";
            first = false;
            std::string cell = plain_text(column, row);
            constexpr std::string_view k_starts_formula = "=+-@\t\r";
            if (column.spec().is_textual() && !cell.empty() &&
                k_starts_formula.find(cell.front()) != std::string_view::npos) {
                cell.insert(0, 1, '\'');
            }
            add_csv_cell(line, cell);
        }
        end_line();
    }
    file.close();
    partial.commit();
}

} // namespace tenglong::geo
