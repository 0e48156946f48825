#include "geo/survey/buildings.hpp"

#include "geo/measure/areas.hpp"
#include "geo/survey/order.hpp"

namespace tenglong::geo {

namespace {

template <class Value>
[[nodiscard]] std::vector<Value> in_order(const std::vector<Value>& values,
                                          const std::vector<std::uint32_t>& order)
{
    std::vector<Value> result;
    result.reserve(order.size());
    for (const std::uint32_t at : order) {
        result.push_back(values[at]);
    }
    return result;
}

void append(BuildingFloors& to, const BuildingFloors& from)
{
    to.floor_m2.insert(to.floor_m2.end(), from.floor_m2.begin(), from.floor_m2.end());
    to.floor_high_twice_m2.insert(to.floor_high_twice_m2.end(), from.floor_high_twice_m2.begin(),
                                  from.floor_high_twice_m2.end());
    to.surveyed += from.surveyed;
    to.estimated += from.estimated;
    to.unknown += from.unknown;
}

} // namespace

Buildings gather_buildings(std::vector<VectorLayer>& layers, double high_storey_m, Workers& workers,
                           std::vector<Issue>& issues)
{
    Buildings all;
    Polygons shapes;
    std::vector<RowRef> rows;
    std::vector<const Table*> tables;
    for (std::uint32_t input = 0; input < layers.size(); ++input) {
        VectorLayer& layer = layers[input];
        tables.push_back(&layer.table);
        while (layer.shapes.size() < layer.table.rows()) {
            layer.shapes.close_feature();
        }
        const auto outline_m2 = plane_areas(layer.shapes, workers);
        append(all.floors, building_floors(layer.table, outline_m2, high_storey_m, issues));
        for (std::uint32_t row = 0; row < layer.table.rows(); ++row) {
            rows.push_back({input, row});
        }
        if (input == 0) {
            shapes = std::move(layer.shapes);
        } else {
            shapes.append(layer.shapes, 0, layer.shapes.size());
        }
        layer.shapes = {};
    }
    const auto order = order_by_place(shapes, rows, tables, workers);
    for (VectorLayer& layer : layers) {
        all.sources.push_back({layer.table.file(), layer.table.layer(), 0});
        all.row_numbers.push_back(std::move(layer.table.row_numbers()));
    }
    layers.clear();
    all.layer = measured(reordered(std::move(shapes), order), workers);
    all.floors.floor_m2 = in_order(all.floors.floor_m2, order);
    all.floors.floor_high_twice_m2 = in_order(all.floors.floor_high_twice_m2, order);
    all.rows = in_order(rows, order);
    return all;
}

} // namespace tenglong::geo
