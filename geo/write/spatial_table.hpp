#pragma once

#include "core/tables/result_table.hpp"
#include "core/tables/row_source.hpp"
#include "geo/geometry/point.hpp"
#include "geo/geometry/polygons.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace tenglong::geo {

/// A point a row; a row may have none.
using RowPoints = std::vector<std::optional<Point>>;

/// A result table and the shape of each row, in the order of the rows. The shapes are shared, so
/// that a layer costs no copy of the parcels; a table without shapes has none.
struct SpatialTable {
    ResultTable table;
    std::variant<std::monostate, std::shared_ptr<const Polygons>, std::shared_ptr<const RowPoints>>
        shapes{};
    /// Makes the rows while they are written; `table` has none then, and there are no shapes.
    std::shared_ptr<const RowSource> source{};

    [[nodiscard]] std::size_t rows() const noexcept
    {
        return source ? source->rows() : table.rows();
    }

    [[nodiscard]] const Polygons* polygons() const noexcept;
    [[nodiscard]] const RowPoints* points() const noexcept;
};

/// The table `issues` as a layer: its points stand in the columns x and y.
[[nodiscard]] SpatialTable issues_layer(ResultTable issues);

/// Visits all rows, in their order: the table itself, or one stretch after the other of what its
/// source makes. `first` is the row that a stretch begins with.
void for_each_stretch(const SpatialTable& layer,
                      const std::function<void(const ResultTable& rows, std::size_t first)>& visit);

/// The table with all its rows in memory: for writers that need them so.
[[nodiscard]] SpatialTable gathered(const SpatialTable& layer);

/// The rows that are no place on the map: all of a table without shapes.
[[nodiscard]] std::size_t rows_without_shape(const SpatialTable& table);

/// \throws std::logic_error if columns differ in length, if there is not a shape for each row, or
/// if the table declares another kind of shape.
void check(const SpatialTable& layer);

} // namespace tenglong::geo
