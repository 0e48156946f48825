#pragma once

#include "geo/write/spatial_table.hpp"

#include <ogrsf_frmts.h>

#include <cstddef>
#include <functional>

namespace tenglong::geo {

/// Puts the rows of a table without shapes straight into the SQLite file of a GeoPackage that is
/// being written, which takes half the time of features. The layer is there, empty, with a field
/// for each column, and its rows end as GDAL would have written them. Where the dataset is no such
/// file nothing is written and the answer is false.
/// \param written  told of rows as they are written, how many more; may be empty
/// \throws Error with SQLite's reason.
[[nodiscard]] bool insert_rows(GDALDataset& output, OGRLayer& layer, const SpatialTable& table,
                               const std::function<void(std::size_t)>& written);

} // namespace tenglong::geo
