#include "geo/survey/centre_lines.hpp"

#include "geo/survey/columns.hpp"

namespace tenglong::geo {

void add_centre_lines(const VectorLayer& layer, Survey& survey)
{
    const NumberCells width{layer.table, "road_width_m", survey.issues};
    const Lines& lines = layer.lines;
    Lines& roads = survey.roads;
    for (std::size_t row = 0; row < lines.size(); ++row) {
        for (auto l = lines.feature_start[row]; l < lines.feature_start[row + 1]; ++l) {
            const auto points = lines.line(static_cast<std::size_t>(l));
            roads.points.insert(roads.points.end(), points.begin(), points.end());
            roads.close_line();
            roads.close_feature();
            survey.road_width_m.push_back(width.at(row));
        }
    }
}

} // namespace tenglong::geo
