#pragma once

#include "geo/read/layer_columns.hpp"
#include "geo/read/layer_shapes.hpp"

#include <cstdint>
#include <string>

class OGRLayer;

namespace tenglong::geo {

/// Reads a layer in batches of columns, where its driver makes them without going through features
/// (GeoPackage, FlatGeobuf). Rows are the identities plus `first_number`. False, with nothing read,
/// where it cannot: then go by features.
[[nodiscard]] bool read_batches(OGRLayer& layer, const std::string& driver,
                                std::int64_t first_number, LayerColumns& columns,
                                LayerShapes& shapes);

} // namespace tenglong::geo
