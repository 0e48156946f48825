#include "geo/write/spatial_table.hpp"

#include <algorithm>
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

void for_each_stretch(const SpatialTable& layer,
                      const std::function<void(const ResultTable& rows, std::size_t first)>& visit)
{
    if (!layer.source) {
        visit(layer.table, 0);
        return;
    }
    constexpr std::size_t k_stretch = 4096;
    ResultTable rows = layer.table;
    const std::size_t count = layer.source->rows();
    for (std::size_t first = 0; first < count; first += k_stretch) {
        rows.clear();
        layer.source->add(first, std::min(count, first + k_stretch), rows);
        visit(rows, first);
    }
}

SpatialTable gathered(const SpatialTable& layer)
{
    if (!layer.source) {
        return layer;
    }
    SpatialTable whole{layer.table};
    layer.source->add(0, layer.source->rows(), whole.table);
    return whole;
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
    if (layer.source && (table.rows() > 0 || layer.shapes.index() != 0)) {
        fail("has rows besides those of its source");
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

std::size_t rows_without_shape(const SpatialTable& table)
{
    if (const RowPoints* points = table.points()) {
        return static_cast<std::size_t>(std::count_if(
            points->begin(), points->end(), [](const auto& point) { return !point.has_value(); }));
    }
    const Polygons* polygons = table.polygons();
    if (polygons == nullptr) {
        return table.rows();
    }
    std::size_t count = 0;
    for (std::size_t row = 0; row < polygons->size(); ++row) {
        count += (*polygons)[row].empty() ? 1 : 0;
    }
    return count;
}

} // namespace tenglong::geo
