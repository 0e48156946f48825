#pragma once

#include "geo/write/writers.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// How tables leave a result.
struct ExportFormat {
    enum class Kind : std::uint8_t {
        geopackage,
        geojson,
        shapefile,
        flatgeobuf,
        csv,
        xlsx,    ///< written by whoever has a spreadsheet writer
        postgis, ///< a database, see write_postgis()
        gdal,    ///< any other driver
    };

    Kind kind = Kind::geopackage;
    std::string driver{}; ///< of `gdal`

    /// Whether one output holds several tables.
    [[nodiscard]] bool holds_many() const;

    /// Whether every row of a table is kept: FlatGeobuf drops those without a shape.
    [[nodiscard]] bool holds(const SpatialTable& table) const;

    /// What its files end in, without the dot; empty if it makes none.
    [[nodiscard]] std::string ending() const;
};

/// The format by name ("gpkg", "geojson", "shp", "fgb", "csv", "xlsx", "postgis", or the name of a
/// driver of GDAL, whatever its case), or, if the name is empty, by what the output is called: its
/// ending, or "PG:". \throws UsageError that says what can be written.
[[nodiscard]] ExportFormat export_format(std::string_view name, const std::string& output);

/// Writes tables into a file. What a format cannot hold, e.g. characters that GBK lacks, is told
/// as issues. \pre not xlsx nor postgis; one table only, unless the format holds several.
[[nodiscard]] std::vector<Issue> write_tables(const ExportFormat& format,
                                              const std::filesystem::path& output,
                                              std::span<const SpatialTable> tables,
                                              const WriteOptions& options,
                                              const ShapefileOptions& shapefile);

} // namespace tenglong::geo
