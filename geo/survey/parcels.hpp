#pragma once

#include "core/facts/fact_table.hpp"
#include "geo/measure/layer.hpp"
#include "geo/read/layer.hpp"
#include "geo/survey/order.hpp"

#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// One of several rows of a parcel.
struct ParcelRow {
    std::uint32_t parcel = 0;
    RowRef row;
    double ground_m2 = 0.0; ///< that it draws, in the plane
    bool repeats = false;   ///< a shape that another row of the parcel has, or none
};

/// The parcels of a base, in their order, and which row of which input each one is.
struct ParcelBase {
    Polygons shapes;
    std::vector<RowRef> rows;      ///< of several, the one that leads
    std::vector<std::string> keys; ///< parcel_key() of the code, else of the unit code
    /// All rows of the parcels that have several: by parcel, the leading one first, then those with
    /// more ground.
    std::vector<ParcelRow> several;

    /// How many rows of a parcel are read for its cells, at most: one if there are no parcels of
    /// several rows.
    [[nodiscard]] std::size_t ranks() const;
    /// For each parcel its row of that rank in an input, k_no_row where it has none there. Rank 0
    /// is the leading row.
    [[nodiscard]] std::vector<std::uint32_t> rows_in(std::uint32_t input, std::size_t rank) const;
};

/// Puts the parcels of all inputs in order. Rows with the same code are one parcel, whose ground is
/// that of all of them; so are a shape with a code and the same shape without. Other codes on the
/// same shape stay. All of these are issues.
[[nodiscard]] ParcelBase parcel_base(std::vector<VectorLayer>& layers, Workers& workers,
                                     std::vector<Issue>& issues);

/// Writes what the rows of the parcels state, from all inputs.
/// \param tolerance the share by which a registered area may differ from the ground it is for
void put_parcel_columns(FactTable& parcels, const ParcelBase& base,
                        std::span<const VectorLayer> layers, double tolerance,
                        std::vector<Issue>& issues);

/// Names the rows of parcels without a code of their own or of a unit on them: nothing can be
/// joined to them by a code. One issue an input. \pre put_parcel_columns()
void report_uncoded(const ParcelBase& base, const FactTable& parcels,
                    std::span<const VectorLayer> layers, std::vector<Issue>& issues);

} // namespace tenglong::geo
