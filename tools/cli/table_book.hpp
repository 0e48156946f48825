#pragma once

#include "geo/write/spatial_table.hpp"
#include "tools/ledger/workbook.hpp"

#include <filesystem>
#include <span>

namespace tenglong::tools {

/// Writes tables as the sheets of a spreadsheet, each with the day below its title. Overwrites
/// `path`: write into a Partial. \throws Error if it cannot.
void write_table_book(const std::filesystem::path& path, std::span<const geo::SpatialTable> tables,
                      const WorkbookOptions& options);

} // namespace tenglong::tools
