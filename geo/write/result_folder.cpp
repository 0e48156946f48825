#include "geo/write/result_folder.hpp"

#include "geo/write/qgis_style.hpp"
#include "geo/write/text_file.hpp"

#include <algorithm>

namespace tenglong::geo {

namespace {

[[nodiscard]] bool is_geojson(const SpatialTable& table)
{
    const std::string& id = table.table.id();
    return id == "parcels" || id == "blocks" || id == "vacant";
}

} // namespace

std::size_t ResultFolder::rows_of(std::span<const SpatialTable> tables)
{
    std::size_t rows = 0;
    for (const SpatialTable& each : tables) {
        rows += each.rows() * (is_geojson(each) ? 2 : 1);
    }
    return rows;
}

void ResultFolder::write_layers(std::span<const SpatialTable> tables,
                                const WriteOptions& options) const
{
    WriteOptions inside = options;
    inside.replace = {};
    write_geopackage(file("result.gpkg"), tables, inside);
    for (const SpatialTable& each : tables) {
        if (is_geojson(each)) {
            const std::string& id = each.table.id();
            write_geojson(file(id + ".geojson"), each, inside);
            TextFile style{file(id + ".qml")}; // which QGIS takes for a layer of that name
            style.add(qgis_style(each.table, options.lang));
            style.close();
        }
    }
}

std::vector<std::string> ResultFolder::files() const
{
    std::vector<std::string> names;
    for (const std::string& name : result_files()) {
        const std::filesystem::path path = file(name);
        if (!std::filesystem::is_directory(path)) {
            names.insert(names.end(), std::filesystem::exists(path) ? 1 : 0, name);
            continue;
        }
        const auto first = static_cast<std::ptrdiff_t>(names.size());
        for (const auto& each : std::filesystem::directory_iterator{path}) {
            names.push_back(name + "/" + each.path().filename().string());
        }
        std::sort(names.begin() + first, names.end());
    }
    return names;
}

std::vector<std::string> ResultFolder::result_files()
{
    return {"result.gpkg",    "parcels.geojson", "parcels.qml", "blocks.geojson", "blocks.qml",
            "vacant.geojson", "vacant.qml",      "ledger.xlsx", "report.html",    "summary.json",
            "follow.xlsx",    "follow.json",     "formats",     "masked"};
}

} // namespace tenglong::geo
