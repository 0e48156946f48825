#pragma once

#include "core/tables/result_table.hpp"
#include "geo/geometry/point.hpp"
#include "geo/geometry/polygons.hpp"

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

    [[nodiscard]] const Polygons* polygons() const noexcept;
    [[nodiscard]] const RowPoints* points() const noexcept;
};

/// The table `issues` as a layer: its points stand in the columns x and y.
[[nodiscard]] SpatialTable issues_layer(ResultTable issues);

/// \throws std::logic_error if columns differ in length, if there is not a shape for each row, or
/// if the table declares another kind of shape.
void check(const SpatialTable& layer);

} // namespace tenglong::geo
