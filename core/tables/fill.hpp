#pragma once

#include "core/base/issue.hpp"
#include "core/facts/fact_table.hpp"
#include "core/tables/result_table.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong {

/// Which rows of a source, and in which order.
using Rows = std::vector<std::uint32_t>;

/// Fills every column of `table` that is still empty and has the name of a fact of this subject,
/// one row for each subject in `rows`. Members of sets become codes; numbers of a column of whole
/// numbers are rounded.
void fill_from_facts(ResultTable& table, const FactTable& facts,
                     std::span<const std::uint32_t> rows);
/// All subjects in their order.
void fill_from_facts(ResultTable& table, const FactTable& facts);

/// Fills every column of `table` that is still empty and has the name and the type of a column of
/// `source`, one row for each in `rows`. The dictionary of the source's column comes with it.
void fill_from_table(ResultTable& table, const ResultTable& source,
                     std::span<const std::uint32_t> rows);

/// The table `parcels` with every column that is a fact; the others are empty, for the steps that
/// know them: add their cells, then call complete().
[[nodiscard]] ResultTable parcels_table(const FactTable& parcels);

/// The table `issues`, in the order given. Nothing of an issue is left out: the shape of a row is
/// its spot, in the columns x and y.
[[nodiscard]] ResultTable issues_table(std::span<const Issue> issues);

/// The 底数清单 of the parcels. \pre `parcels` is the table of these facts, row by row.
[[nodiscard]] ResultTable base_list(const ResultTable& parcels, const FactTable& facts);

/// The 治理清单: the rows of `parcels` whose status is neither missing nor `normal`. `reasons`, for
/// each row of `parcels` or empty, goes into the column of that name, `states`, codes apart by
/// k_code_separator, into `production_state`; `year` is that of the run.
/// Treatment has not begun for any of them. \pre as base_list().
[[nodiscard]] ResultTable treatment_list(const ResultTable& parcels, const FactTable& facts,
                                         std::span<const std::string> reasons,
                                         std::span<const std::string> states, int year);

} // namespace tenglong
