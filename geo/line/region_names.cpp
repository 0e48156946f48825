#include "geo/line/region_names.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/line/overlay.hpp"
#include "geo/measure/zones.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace tenglong::geo {

namespace {

/// What the account takes for nothing: borders of towns are drawn by others.
constexpr double k_rounding_m2 = 0.01;

/// All rows of the towns layers.
struct Towns {
    Polygons shapes;
    std::vector<std::string> names;

    explicit Towns(const Survey& survey)
    {
        const auto found = survey.zones.find(InputKind::towns);
        if (found == survey.zones.end()) {
            return;
        }
        for (const ZoneLayer& layer : found->second) {
            for (std::size_t row = 0; row < layer.table.rows(); ++row) {
                const std::string_view name = layer.table.text("name", row);
                names.emplace_back(name.empty() ? layer.table.text("town", row) : name);
            }
            shapes.append(layer.layer.shapes, 0, layer.layer.shapes.size());
        }
    }
};

RegionPart whole(std::string region, const FeatureView& shape)
{
    RegionPart part{std::move(region), {}};
    part.ground.append(shape);
    return part;
}

/// Cuts a shape along the towns that have a share of it.
std::vector<RegionPart> cut(const FeatureView& shape, const Towns& towns,
                            const std::map<std::string, std::vector<std::uint32_t>>& shared)
{
    std::vector<RegionPart> parts;
    RegionPart rest = whole({}, shape);
    for (const auto& [name, zones] : shared) {
        RegionPart part{name, {}};
        for (const std::uint32_t zone : zones) {
            const FeatureView town = towns.shapes[zone];
            part.ground.append(common_ground(rest.ground[0], town)[0]);
            rest.ground = ground_without(rest.ground[0], town);
        }
        part.ground = joined_ground(part.ground);
        if (area(part.ground[0]) >= k_rounding_m2) {
            parts.push_back(std::move(part));
        }
    }
    if (parts.empty() || area(rest.ground[0]) >= k_rounding_m2) {
        parts.push_back(std::move(rest));
    }
    return parts;
}

std::string text_of(const Table& table, std::size_t row, std::string_view field)
{
    const TableColumn* column = table.find(field);
    return column == nullptr || column->missing(row) ? std::string{}
                                                     : std::string{table.text(field, row)};
}

} // namespace

std::string region_of(const Table& table, std::size_t row)
{
    return text_of(table, row, "region");
}

std::string town_of(const Table& table, std::size_t row)
{
    return text_of(table, row, "town");
}

std::vector<std::vector<RegionPart>> parts_by_town(const Survey& survey, const Layer& shapes,
                                                   Workers& workers)
{
    std::vector<std::vector<RegionPart>> all(shapes.shapes.size());
    const Towns towns{survey};
    if (towns.names.empty() || all.empty()) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i].push_back(whole({}, shapes.shapes[i]));
        }
        return all;
    }
    const ZoneShares shares = zone_shares(shapes, Zones{towns.shapes, workers}, workers);
    workers.each(all.size(), 1, [&](std::size_t i, std::size_t /*end*/) {
        std::map<std::string, std::vector<std::uint32_t>> shared;
        for (std::uint32_t k = shares.pair_start[i]; k < shares.pair_start[i + 1]; ++k) {
            if (shares.shared_m2[k] > 0.0 && !towns.names[shares.zone[k]].empty()) {
                shared[towns.names[shares.zone[k]]].push_back(shares.zone[k]);
            }
        }
        const bool inside = shapes.areas[i] - shares.inside_m2[i] < k_rounding_m2;
        all[i] = shared.size() == 1 && inside
                     ? std::vector{whole(shared.begin()->first, shapes.shapes[i])}
                     : cut(shapes.shapes[i], towns, shared);
    });
    return all;
}

void name_whole(std::vector<RegionPart>& parts, const FeatureView& shape, const std::string& region,
                const std::string& town)
{
    const bool nowhere = parts.size() == 1 && parts.front().region.empty();
    if (!region.empty()) {
        parts = {whole(region, shape)};
    } else if (nowhere) {
        parts.front().region = town;
    }
}

std::string joined_regions(const std::vector<RegionPart>& parts)
{
    std::vector<std::pair<double, std::string_view>> names;
    for (const RegionPart& part : parts) {
        if (!part.region.empty()) {
            names.emplace_back(-area(part.ground[0]), part.region);
        }
    }
    std::ranges::sort(names);
    std::string joined;
    for (const auto& [area_m2, name] : names) {
        joined += (joined.empty() ? "" : "、") + std::string{name};
    }
    return joined;
}

} // namespace tenglong::geo
