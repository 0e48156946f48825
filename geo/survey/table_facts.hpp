#pragma once

#include "core/base/issue.hpp"
#include "core/facts/fact_table.hpp"
#include "geo/read/table.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// Which row of a table a subject's facts come from.
inline constexpr std::uint32_t k_no_row = 0xFFFFFFFFU;

/// Writes what a table says into the facts of subjects: every column whose field is a fact of that
/// name, typed and in the fact's unit, with file, layer and row. Flags that put a member into a
/// set (消防违法: 是) become that set. A cell that cannot be understood stays missing, and an issue
/// names it.
///
/// A value that is there already stays.
///
/// \param row_of for each subject its row in the table, or k_no_row
/// \param only the facts that may be written; empty: all
/// \return the table as a source of these facts
SourceId put_table_facts(FactTable& facts, const Table& table,
                         std::span<const std::uint32_t> row_of, std::vector<Issue>& issues,
                         std::span<const std::string_view> only = {});

/// Writes class of enterprises as their table states it ("B", "B类"), for where nobody evaluates
/// them anew. What is no letter from A to D stays as it is written.
void put_stated_classes(FactTable& enterprises, const Table& table,
                        std::span<const std::uint32_t> row_of);

} // namespace tenglong::geo
