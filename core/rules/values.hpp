#pragma once

#include "core/facts/fact_table.hpp"
#include "core/rules/expression.hpp"
#include "core/rules/truth.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <vector>

namespace tenglong {

/// The numbers of a chunk of subjects (dates as days since 1970), and which of them are present.
struct Numbers {
    std::array<double, k_chunk_rows> values;
    Bits present;
};

/// Which subjects of a chunk have a fact at all. \pre count <= k_chunk_rows.
[[nodiscard]] Bits present_bits(const FactColumn* column, std::size_t first, std::size_t count);

/// Turns a byte for each subject (0 or 1) into bits.
[[nodiscard]] Bits packed(const std::array<std::uint8_t, k_chunk_rows>& bytes) noexcept;

/// Figures of lookup tables for the codes that occur in a fact table, found once for each code.
class TableCache {
public:
    TableCache(std::span<const LookupTable> tables, const FactTable& facts);

    /// Prepares a table looked up by `fact`. Not to be called from several threads.
    void prepare(std::size_t table, FactId fact);

    /// NaN where no entry fits. \pre prepared
    [[nodiscard]] double find(std::size_t table, FactId fact, TextId code) const;

private:
    std::span<const LookupTable> m_tables;
    const FactTable* m_facts;
    std::map<std::pair<std::size_t, FactId>, std::vector<double>> m_figures; ///< by TextId
};

/// The value of an expression for subjects [first, first + count).
/// \pre of kind number or date; its tables are prepared; count <= k_chunk_rows.
void evaluate(const Expression& expression, const FactTable& facts, const TableCache& tables,
              std::size_t first, std::size_t count, Numbers& out);

} // namespace tenglong
