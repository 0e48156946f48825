#include "geo/result/formats.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "geo/read/gdal.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <sstream>
#include <utility>

namespace tenglong::geo {

namespace {

using Kind = ExportFormat::Kind;

/// Names and endings of the formats that have a writer of their own.
constexpr std::array<std::pair<std::string_view, Kind>, 13> k_own{
    {{"gpkg", Kind::geopackage},
     {"geopackage", Kind::geopackage},
     {"geojson", Kind::geojson},
     {"json", Kind::geojson},
     {"shp", Kind::shapefile},
     {"shapefile", Kind::shapefile},
     {"esri shapefile", Kind::shapefile},
     {"fgb", Kind::flatgeobuf},
     {"flatgeobuf", Kind::flatgeobuf},
     {"csv", Kind::csv},
     {"xlsx", Kind::xlsx},
     {"postgis", Kind::postgis},
     {"postgresql", Kind::postgis}}};

[[nodiscard]] std::optional<ExportFormat> own_format(const std::string& name)
{
    for (const auto& [key, kind] : k_own) {
        if (key == name) {
            return ExportFormat{kind};
        }
    }
    return std::nullopt;
}

[[nodiscard]] bool yes(GDALDriver& driver, const char* key)
{
    return CPLTestBool(CSLFetchNameValueDef(driver.GetMetadata(), key, "NO"));
}

[[nodiscard]] bool has_ending(GDALDriver& driver, const std::string& ending)
{
    const std::string all = std::string{" "} +
                            CSLFetchNameValueDef(driver.GetMetadata(), GDAL_DMD_EXTENSIONS, "") +
                            " ";
    return !ending.empty() && all.find(" " + ending + " ") != std::string::npos;
}

/// A driver that makes files with tables, by its name or by the ending of the file.
[[nodiscard]] std::optional<ExportFormat> gdal_format(const std::string& name,
                                                      const std::string& ending)
{
    start_gdal();
    GDALDriverManager& all = *GetGDALDriverManager();
    for (int i = 0; i < all.GetDriverCount(); ++i) {
        GDALDriver& driver = *all.GetDriver(i);
        if (!yes(driver, GDAL_DCAP_VECTOR) || !yes(driver, GDAL_DCAP_CREATE)) {
            continue;
        }
        const std::string is = driver.GetDescription();
        if (name.empty() ? has_ending(driver, ending) : to_lower(is) == name) {
            return ExportFormat{Kind::gdal, is};
        }
    }
    return std::nullopt;
}

} // namespace

bool ExportFormat::holds_many() const
{
    if (kind == Kind::gdal) {
        GDALDriver* maker = GetGDALDriverManager()->GetDriverByName(driver.c_str());
        return maker != nullptr && yes(*maker, GDAL_DCAP_MULTIPLE_VECTOR_LAYERS);
    }
    return kind == Kind::geopackage || kind == Kind::xlsx || kind == Kind::postgis;
}

bool ExportFormat::holds(const SpatialTable& table) const
{
    const bool spatial_only =
        kind == Kind::flatgeobuf || (kind == Kind::gdal && driver == "FlatGeobuf");
    return !spatial_only || rows_without_shape(table) == 0;
}

std::string ExportFormat::ending() const
{
    switch (kind) {
    case Kind::geopackage:
        return "gpkg";
    case Kind::geojson:
        return "geojson";
    case Kind::shapefile:
        return "shp";
    case Kind::flatgeobuf:
        return "fgb";
    case Kind::csv:
        return "csv";
    case Kind::xlsx:
        return "xlsx";
    case Kind::postgis:
        return {};
    case Kind::gdal:
        break;
    }
    GDALDriver* maker = GetGDALDriverManager()->GetDriverByName(driver.c_str());
    if (maker == nullptr) {
        return {};
    }
    std::istringstream all{
        CSLFetchNameValueDef(maker->GetMetadata(), GDAL_DMD_EXTENSION,
                             CSLFetchNameValueDef(maker->GetMetadata(), GDAL_DMD_EXTENSIONS, ""))};
    std::string first;
    all >> first;
    return first;
}

ExportFormat export_format(std::string_view name, const std::string& output)
{
    if (name.empty() && output.starts_with("PG:")) {
        return {Kind::postgis};
    }
    std::string ending = std::filesystem::path{output}.extension().string();
    ending = to_lower(ending.empty() ? ending : ending.substr(1));
    const std::string asked = to_lower(name);
    auto format = own_format(asked.empty() ? ending : asked);
    if (!format) {
        format = gdal_format(asked, ending);
    }
    if (!format) {
        throw UsageError{msg("'{}' is no format that can be written; gpkg, geojson, shp, fgb, csv, "
                             "xlsx, postgis and the drivers of GDAL can, see: ogrinfo --formats",
                             asked.empty() ? output : std::string{name})};
    }
    return *format;
}

std::vector<Issue> write_tables(const ExportFormat& format, const std::filesystem::path& output,
                                std::span<const SpatialTable> tables, const WriteOptions& options,
                                const ShapefileOptions& shapefile)
{
    switch (format.kind) {
    case Kind::geopackage:
        write_geopackage(output, tables, options);
        break;
    case Kind::geojson:
        write_geojson(output, tables.front(), options);
        break;
    case Kind::shapefile:
        return write_shapefile(output, tables.front(), options, shapefile);
    case Kind::flatgeobuf:
        write_flatgeobuf(output, tables.front(), options);
        break;
    case Kind::csv:
        write_csv(output, tables.front(), options);
        break;
    default:
        write_with_gdal(format.driver, output, tables, options);
    }
    return {};
}

} // namespace tenglong::geo
