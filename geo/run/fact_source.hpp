#pragma once

#include "core/facts/fact_table.hpp"
#include "geo/write/spatial_table.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace tenglong::geo {

/// A fact that has a column in a table of facts.
struct FactCells {
    const FactColumn* facts = nullptr;
    const FactDeclaration* declared = nullptr;
};

/// Whether a present value can stand in a cell: a number that is none, or infinite, cannot.
[[nodiscard]] bool has_cell(const FactColumn& column, std::size_t row);

/// The table of facts, whose rows are made from them while they are written.
/// \param sources  the number of each source of the facts
/// \param sets  the set of origins of each row
[[nodiscard]] SpatialTable facts_layer(std::shared_ptr<const FactTable> facts,
                                       const std::vector<FactCells>& cells,
                                       const std::vector<std::uint32_t>& sources,
                                       std::vector<std::uint32_t> sets);

} // namespace tenglong::geo
