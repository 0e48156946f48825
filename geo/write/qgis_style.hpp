#pragma once

#include "core/tables/result_table.hpp"

#include <string>

namespace tenglong::geo {

/// A QGIS style (QML) for a layer: shapes coloured by the dictionary of the column that the table
/// names, if it names one, and columns called by their labels.
[[nodiscard]] std::string qgis_style(const ResultTable& table, Lang lang);

} // namespace tenglong::geo
