#pragma once

#include "core/base/date.hpp"
#include "core/base/issue.hpp"
#include "geo/write/partial.hpp"
#include "geo/write/spatial_table.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// What every writer needs to know.
struct WriteOptions {
    std::string crs;      ///< of the shapes: "EPSG:4528" or WKT
    Replace replace{};    ///< whether an output that is there may be replaced
    Date as_of{};         ///< stands in files for the time of writing, so that equal runs are equal
    Lang lang = Lang::zh; ///< of titles
    /// Is told how many more rows have been written, for a line of progress; may be empty.
    std::function<void(std::size_t)> written{};
};

// Each writes its output whole or not at all (Partial), every cell with all its digits.
// \throws Error if it cannot, UsageError if the output is there already.

/// Layers and tables in one file, coloured in QGIS by the columns that the tables name; columns
/// have their Chinese labels as aliases.
void write_geopackage(const std::filesystem::path& path, std::span<const SpatialTable> tables,
                      const WriteOptions& options);

/// RFC 7946: longitude and latitude to seven decimals, shells counter-clockwise, with `bbox`; `id`
/// is the row, from 1, as in the GeoPackage. CGCS2000 is taken as WGS 84, from which it differs by
/// centimetres. \throws Error for a coordinate system whose way to WGS 84 is not known.
void write_geojson(const std::filesystem::path& path, const SpatialTable& table,
                   const WriteOptions& options);

enum class DbfEncoding : std::uint8_t { gbk, utf8 };

struct ShapefileOptions {
    DbfEncoding encoding = DbfEncoding::gbk;
    std::uint64_t most_bytes = 0x7FFFFFFF; ///< of each file: 2 GB, beyond which readers fail
};

/// A Shapefile with the short names of the columns, and beside it NAME_字段说明.csv that explains
/// them. Characters that GBK lacks become 〓, texts longer than 254 bytes are cut between
/// characters; each is an issue that names the row. \throws Error if a file would be too large.
[[nodiscard]] std::vector<Issue> write_shapefile(const std::filesystem::path& path,
                                                 const SpatialTable& table,
                                                 const WriteOptions& options,
                                                 const ShapefileOptions& shapefile = {});

/// UTF-8 with a byte order mark, CRLF, a header of column names; what a spreadsheet program would
/// take for a formula is written with an apostrophe before it.
void write_csv(const std::filesystem::path& path, const ResultTable& table,
               const WriteOptions& options);
/// The same, of a table whose rows may be made while they are written.
void write_csv(const std::filesystem::path& path, const SpatialTable& layer,
               const WriteOptions& options);

/// With a spatial index. \throws Error if a row has no shape, because the format drops such rows.
void write_flatgeobuf(const std::filesystem::path& path, const SpatialTable& table,
                      const WriteOptions& options);

/// Any other file that GDAL can make, by the name of its driver.
void write_with_gdal(const std::string& driver, const std::filesystem::path& path,
                     std::span<const SpatialTable> tables, const WriteOptions& options);

} // namespace tenglong::geo
