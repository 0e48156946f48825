#pragma once

#include "core/reclaim/rollup.hpp"
#include "core/tables/result_table.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace tenglong {

/// What stands for the name of the parcels that belong to none.
[[nodiscard]] Text elsewhere_name();

/// Adds the cells of one row to the columns of a roll-up that have none yet in it: what a table
/// says from elsewhere stays. Amounts that nobody has are missing, never zero.
/// \pre the columns of a roll-up have the cells of all earlier rows
void add_rollup_cells(ResultTable& table, std::size_t row, const RegionSums& region);

/// Adds a row for each region to `units` or `towns`, those that belong to none as the last;
/// complete. `outline_mu`: areas of the units' own outlines by name, where they are known.
void fill_rollup(ResultTable& table, const Rollup& rollup,
                 const std::map<std::string, double>& outline_mu = {}, Lang lang = Lang::zh);

} // namespace tenglong
