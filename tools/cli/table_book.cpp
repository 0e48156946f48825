#include "tools/cli/table_book.hpp"

#include <vector>

namespace tenglong::tools {

void write_table_book(const std::filesystem::path& path, std::span<const geo::SpatialTable> tables,
                      const WorkbookOptions& options)
{
    const std::string day = options.as_of.iso();
    std::vector<Sheet> sheets;
    sheets.reserve(tables.size());
    for (const geo::SpatialTable& each : tables) {
        sheets.push_back({.table = &each.table,
                          .subtitle = {"基准日：" + day, "as of: " + day},
                          .source = each.source.get()});
    }
    write_workbook(path, sheets, options);
}

} // namespace tenglong::tools
