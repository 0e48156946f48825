#include "geo/measure/layer.hpp"

#include "geo/measure/areas.hpp"

#include <utility>

namespace tenglong::geo {

Layer measured(Polygons clean_shapes, Workers& workers)
{
    Layer layer;
    layer.shapes = std::move(clean_shapes);
    layer.boxes = boxes(layer.shapes, workers);
    layer.areas = plane_areas(layer.shapes, workers);
    return layer;
}

} // namespace tenglong::geo
