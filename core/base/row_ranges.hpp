#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tenglong {

/// Numbers of rows as people write them: "2-4, 7, 9-12". Sorted, each once.
///
/// Lists that a cell of a spreadsheet cannot hold end in "..."; whoever shows one gives the count.
[[nodiscard]] std::string row_ranges(std::vector<std::int64_t> rows);

} // namespace tenglong
