#pragma once

#include "core/tables/result_table.hpp"

#include <ogrsf_frmts.h>

#include <string>

namespace tenglong::geo {

/// The empty table for a layer of a result: the standard one of that name with the columns that
/// the layer has besides, or, if no standard table has the name, one made from its fields.
[[nodiscard]] ResultTable table_for(const std::string& name, OGRFeatureDefn& fields);

/// Adds the cell of a field to a column; missing if it is null or does not fit.
void add_cell(ResultColumn& column, const OGRFeature& feature, int field);

} // namespace tenglong::geo
