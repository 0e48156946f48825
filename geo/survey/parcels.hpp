#pragma once

#include "core/facts/fact_table.hpp"
#include "geo/measure/layer.hpp"
#include "geo/read/layer.hpp"
#include "geo/survey/order.hpp"

#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// The parcels of a base, in their order, and which row of which input each one is.
struct ParcelBase {
    Polygons shapes;
    std::vector<RowRef> rows;
    std::vector<std::string> keys; ///< parcel_key() of the code, else of the unit code
};

/// Puts the parcels of all inputs in order and drops what is there twice. Rows with the same code
/// and shape are one parcel, and so are a shape with a code and the same shape without. Other
/// codes on the same shape, and other shapes under the same code, stay and are issues.
[[nodiscard]] ParcelBase parcel_base(std::vector<VectorLayer>& layers, Workers& workers,
                                     std::vector<Issue>& issues);

/// Writes what the rows of the parcels state, from all inputs.
void put_parcel_columns(FactTable& parcels, const ParcelBase& base,
                        std::span<const VectorLayer> layers, std::vector<Issue>& issues);

} // namespace tenglong::geo
