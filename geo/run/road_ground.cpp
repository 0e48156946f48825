#include "geo/run/road_ground.hpp"

#include "geo/vacant/road_areas.hpp"

namespace tenglong::geo {

namespace {

void add_shaped(Polygons& all, const Polygons& shapes)
{
    for (std::size_t road = 0; road < shapes.size(); ++road) {
        if (!shapes[road].empty()) {
            all.append(shapes[road]);
        }
    }
}

} // namespace

std::optional<Layer> road_ground(const Survey& survey, double usual_width_m, Workers& workers)
{
    Polygons all;
    if (const auto found = survey.zones.find(InputKind::roads); found != survey.zones.end()) {
        for (const ZoneLayer& zone : found->second) {
            add_shaped(all, zone.layer.shapes);
        }
    }
    add_shaped(all, road_areas(survey.roads, survey.road_width_m, usual_width_m, workers));
    return all.size() == 0 ? std::nullopt : std::optional{measured(std::move(all), workers)};
}

} // namespace tenglong::geo
