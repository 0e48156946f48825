#pragma once

#include "core/tables/result_table.hpp"

#include <functional>
#include <span>

namespace tenglong {

// The tables of a result, each empty and with its columns declared. Their ids are the layers and
// tables of result.gpkg.

// Layers: a row is a shape.
[[nodiscard]] ResultTable parcels_table();
[[nodiscard]] ResultTable vacant_table();
[[nodiscard]] ResultTable blocks_table();
[[nodiscard]] ResultTable line_before_table();
[[nodiscard]] ResultTable line_after_table();
[[nodiscard]] ResultTable changes_table();
[[nodiscard]] ResultTable changes_lost_table();
[[nodiscard]] ResultTable issues_table();

// Tables without shapes.
[[nodiscard]] ResultTable enterprises_table();
[[nodiscard]] ResultTable evidence_table();
[[nodiscard]] ResultTable indicators_table();
[[nodiscard]] ResultTable account_table();
// Parcels rolled up; in each a row for those that belong to none, so that rows add up to the whole.
[[nodiscard]] ResultTable units_table();
[[nodiscard]] ResultTable towns_table();
[[nodiscard]] ResultTable parks_table();
/// The whole area, then its counties where parcels name them.
[[nodiscard]] ResultTable regions_table();
/// Land supplied by year: of the whole area, of its counties and towns.
[[nodiscard]] ResultTable supply_table();
/// What each measure frees: land, energy, carbon; of all, of counties and of towns.
[[nodiscard]] ResultTable measures_table();
[[nodiscard]] ResultTable run_table();

// Of `tenglong plan`: what became of each candidate (a layer), what was due and is met, and how
// much more may be occupied.
[[nodiscard]] ResultTable plan_table();
[[nodiscard]] ResultTable plan_needs_table();
[[nodiscard]] ResultTable plan_room_table();

// Lists that a bureau prints and files; sheets of the ledger, not part of result.gpkg.
/// 底数清单: what is known of every parcel.
[[nodiscard]] ResultTable base_list_table();
/// 治理清单: the parcels to be treated, with columns that the bureau goes on filling in.
[[nodiscard]] ResultTable treatment_list_table();

/// A function that declares a table.
using TableMaker = ResultTable (*)();

/// All of the above, in this order.
[[nodiscard]] std::span<const TableMaker> standard_tables() noexcept;

} // namespace tenglong
