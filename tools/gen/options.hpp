#pragma once

#include "core/base/date.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tenglong::tools::gen {

enum class LayerFormat : std::uint8_t { shapefile, geopackage };
enum class TableFormat : std::uint8_t { automatic, spreadsheet, csv };

/// What decides the city: equal options give equal bytes.
struct Options {
    std::int64_t parcels = 300; ///< rows of the parcel layer, before noise doubles some
    std::uint64_t seed = 1;
    std::string out;                     ///< folder; made if it is not there
    int epsg = 4549;                     ///< a Gauss-Krueger zone in metres, or 4490 for degrees
    bool noise = false;                  ///< add the bad habits of the field
    std::string policy = "zhuji-2021";   ///< the profile that the job file names
    Date as_of{2023, 12, 31};            ///< every planted date is counted from it
    std::vector<std::string> town_names; ///< used first; the rest is invented
    LayerFormat layers = LayerFormat::shapefile;      ///< of parcels and buildings
    TableFormat enterprises = TableFormat::automatic; ///< automatic: csv above 20,000 parcels
};

} // namespace tenglong::tools::gen
