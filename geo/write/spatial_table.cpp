#include "geo/write/spatial_table.hpp"

#include <stdexcept>
#include <utility>

namespace tenglong::geo {

const Polygons* SpatialTable::polygons() const noexcept
{
    const auto* shared = std::get_if<std::shared_ptr<const Polygons>>(&shapes);
    return shared == nullptr ? nullptr : shared->get();
}

const RowPoints* SpatialTable::points() const noexcept
{
    const auto* shared = std::get_if<std::shared_ptr<const RowPoints>>(&shapes);
    return shared == nullptr ? nullptr : shared->get();
}

SpatialTable issues_layer(ResultTable issues)
{
    const ResultColumn& x = issues["x"];
    const ResultColumn& y = issues["y"];
    RowPoints spots(issues.rows());
    for (std::size_t row = 0; row < spots.size(); ++row) {
        if (x.present(row) && y.present(row)) {
            spots[row] = Point{x.number(row), y.number(row)};
        }
    }
    return {std::move(issues), std::make_shared<const RowPoints>(std::move(spots))};
}

void check(const SpatialTable& layer)
{
    const ResultTable& table = layer.table;
    const auto fail = [&table](const char* what) {
        throw std::logic_error{"table '" + table.id() + "' " + what};
    };
    if (!table.is_complete()) {
        fail("has columns of different lengths");
    }
    const Polygons* polygons = layer.polygons();
    const RowPoints* points = layer.points();
    const ShapeKind kind = polygons != nullptr ? ShapeKind::polygons
                           : points != nullptr ? ShapeKind::points
                                               : ShapeKind::none;
    if (kind != ShapeKind::none && kind != table.shape()) {
        fail("declares another kind of shape");
    }
    if ((polygons != nullptr && polygons->size() != table.rows()) ||
        (points != nullptr && points->size() != table.rows())) {
        fail("has not one shape for each row");
    }
}

} // namespace tenglong::geo
