#include "geo/line/region_names.hpp"

#include "geo/measure/zones.hpp"

namespace tenglong::geo {

std::string region_of(const Table& table, std::size_t row)
{
    for (const char* field : {"region", "town"}) {
        if (const TableColumn* column = table.find(field);
            column != nullptr && !column->missing(row)) {
            return std::string{table.text(field, row)};
        }
    }
    return {};
}

std::vector<std::string> town_names(const Survey& survey, const Layer& shapes, Workers& workers)
{
    std::vector<std::string> names(shapes.shapes.size());
    std::vector<double> largest(names.size(), 0.0);
    const auto towns = survey.zones.find(InputKind::towns);
    if (towns == survey.zones.end() || names.empty()) {
        return names;
    }
    for (const ZoneLayer& layer : towns->second) {
        const ZoneShares shares = zone_shares(shapes, Zones{layer.layer.shapes, workers}, workers);
        for (std::size_t i = 0; i < names.size(); ++i) {
            for (std::uint32_t k = shares.pair_start[i]; k < shares.pair_start[i + 1]; ++k) {
                std::string_view name = layer.table.text("name", shares.zone[k]);
                name = name.empty() ? layer.table.text("town", shares.zone[k]) : name;
                if (!name.empty() && shares.shared_m2[k] > largest[i]) {
                    largest[i] = shares.shared_m2[k];
                    names[i] = std::string{name};
                }
            }
        }
    }
    return names;
}

} // namespace tenglong::geo
