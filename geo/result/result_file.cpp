#include "geo/result/result_file.hpp"

#include "core/base/error.hpp"
#include "core/base/suggestion.hpp"
#include "core/base/text.hpp"
#include "geo/geometry/wkb.hpp"
#include "geo/result/columns_of.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

namespace tenglong::geo {

namespace {

namespace fs = std::filesystem;

/// Tables of the file that hold no results.
[[nodiscard]] bool is_other(std::string_view name)
{
    const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '_';
    });
    return !plain || name == "layer_styles" || is_ascii_digit(name.front()) || name.front() == '_';
}

[[nodiscard]] fs::path geopackage_of(const fs::path& result)
{
    std::error_code fault;
    return fs::is_directory(result, fault) ? result / "result.gpkg" : result;
}

void add_polygons(Polygons& shapes, const OGRFeature& feature, std::vector<unsigned char>& bytes)
{
    const OGRGeometry* shape = feature.GetGeometryRef();
    if (shape == nullptr) {
        shapes.close_feature();
        return;
    }
    bytes.resize(shape->WkbSize());
    // A curve, which no result has, is written as lines.
    if (shape->hasCurveGeometry() != 0) {
        const std::unique_ptr<OGRGeometry> straight{shape->getLinearGeometry()};
        bytes.resize(straight->WkbSize());
        straight->exportToWkb(wkbNDR, bytes.data(), wkbVariantIso);
    } else {
        shape->exportToWkb(wkbNDR, bytes.data(), wkbVariantIso);
    }
    append_wkb(shapes, std::as_bytes(std::span{bytes}));
}

/// A name or a value as SQL has it, whatever is in it.
[[nodiscard]] std::string quoted(std::string_view text, char mark)
{
    std::string result{mark};
    for (const char c : text) {
        result.append(c == mark ? 2 : 1, c);
    }
    return result + mark;
}

[[nodiscard]] std::optional<Point> point_of(const OGRFeature& feature)
{
    const OGRGeometry* shape = feature.GetGeometryRef();
    if (shape == nullptr || shape->IsEmpty() != 0 ||
        wkbFlatten(shape->getGeometryType()) != wkbPoint) {
        return std::nullopt;
    }
    return Point{shape->toPoint()->getX(), shape->toPoint()->getY()};
}

/// Reads every row of a layer.
class LayerReader {
public:
    LayerReader(OGRLayer& layer, ResultTable table) : m_layer{&layer}, m_table{std::move(table)}
    {
        OGRFeatureDefn& fields = *layer.GetLayerDefn();
        for (const ResultColumn& column : m_table.columns()) {
            m_fields.push_back(fields.GetFieldIndex(column.spec().name.c_str()));
        }
    }

    [[nodiscard]] SpatialTable read()
    {
        auto shapes = std::make_shared<Polygons>();
        auto points = std::make_shared<RowPoints>();
        std::vector<unsigned char> bytes;
        m_layer->ResetReading();
        while (const FeaturePtr feature{m_layer->GetNextFeature()}) {
            add_row(*feature);
            if (m_table.shape() == ShapeKind::polygons) {
                add_polygons(*shapes, *feature, bytes);
            } else if (m_table.shape() == ShapeKind::points) {
                points->push_back(point_of(*feature));
            }
        }
        const ShapeKind kind = m_table.shape();
        SpatialTable result{std::move(m_table)};
        if (kind == ShapeKind::polygons) {
            result.shapes = std::shared_ptr<const Polygons>{std::move(shapes)};
        } else if (kind == ShapeKind::points) {
            result.shapes = std::shared_ptr<const RowPoints>{std::move(points)};
        }
        return result;
    }

private:
    void add_row(const OGRFeature& feature)
    {
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            ResultColumn& column = m_table.columns()[i];
            m_fields[i] < 0 ? column.add_missing() : add_cell(column, feature, m_fields[i]);
        }
    }

    OGRLayer* m_layer;
    ResultTable m_table;
    std::vector<int> m_fields;
};

[[nodiscard]] std::string name_of(const OGRSpatialReference& reference)
{
    const char* authority = reference.GetAuthorityName(nullptr);
    const char* code = reference.GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr && std::string_view{authority} == "EPSG") {
        return fmt::format("EPSG:{}", code);
    }
    char* wkt = nullptr;
    reference.exportToWkt(&wkt);
    std::string text = wkt == nullptr ? "" : wkt;
    CPLFree(wkt);
    return text;
}

} // namespace

ResultFile::ResultFile(const fs::path& result) : m_path{geopackage_of(result)}
{
    start_gdal();
    const GdalMessages messages;
    std::error_code fault;
    if (!fs::exists(m_path, fault)) {
        throw Error{
            msg("there is no result '{}'; make one with: tenglong analyze JOB", m_path.string())};
    }
    m_data = open_vector(m_path.string(), {"GPKG"});
    if (!m_data && messages.failures().empty()) {
        throw Error{msg("'{}' is no GeoPackage, and so no result", m_path.string())};
    }
    if (!m_data) {
        throw Error{msg("cannot read result '{}': {}", m_path.string(), messages.reason())};
    }
    find_tables();
    if (m_names.empty()) {
        throw Error{msg("'{}' holds no tables of a result", m_path.string())};
    }
    find_crs();
    find_day();
}

void ResultFile::find_tables()
{
    for (OGRLayer* layer : m_data->GetLayers()) {
        if (std::string name = layer->GetName(); !is_other(name)) {
            m_names.push_back(std::move(name));
        }
    }
}

void ResultFile::find_crs()
{
    for (OGRLayer* layer : m_data->GetLayers()) {
        if (const OGRSpatialReference* reference = layer->GetSpatialRef()) {
            m_crs = name_of(*reference);
            return;
        }
    }
}

void ResultFile::find_day()
{
    // The day of the run stands there in place of the time of writing.
    OGRLayer* days =
        m_data->ExecuteSQL("SELECT max(last_change) FROM gpkg_contents", nullptr, "SQLITE");
    if (days == nullptr) {
        return;
    }
    if (const FeaturePtr row{days->GetNextFeature()}) {
        m_as_of = Date::parse(std::string{row->GetFieldAsString(0)}.substr(0, 10)).value_or(Date{});
    }
    m_data->ReleaseResultSet(days);
}

bool ResultFile::has(std::string_view name) const noexcept
{
    return std::find(m_names.begin(), m_names.end(), name) != m_names.end();
}

SpatialTable ResultFile::read(const std::string& name) const
{
    return read_rows(name, nullptr);
}

SpatialTable ResultFile::read_where(const std::string& name, std::string_view column,
                                    std::string_view value) const
{
    return read_rows(name,
                     fmt::format("{} = {}", quoted(column, '"'), quoted(value, '\'')).c_str());
}

OGRLayer& ResultFile::layer(const std::string& name) const
{
    if (!has(name)) {
        throw UsageError{with_suggestion(msg("'{}' has no table '{}'; it has {}", m_path.string(),
                                             name, fmt::format("{}", fmt::join(m_names, ", "))),
                                         name, m_names)};
    }
    return *m_data->GetLayerByName(name.c_str());
}

std::vector<std::string> ResultFile::columns(const std::string& name) const
{
    const OGRFeatureDefn& fields = *layer(name).GetLayerDefn();
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(fields.GetFieldCount()));
    for (int i = 0; i < fields.GetFieldCount(); ++i) {
        names.emplace_back(fields.GetFieldDefn(i)->GetNameRef());
    }
    return names;
}

SpatialTable ResultFile::read_rows(const std::string& name, const char* filter) const
{
    OGRLayer& layer = this->layer(name);
    const GdalMessages messages;
    if (layer.SetAttributeFilter(filter) != OGRERR_NONE) {
        throw Error{msg("cannot read result '{}': {}", m_path.string(), messages.reason())};
    }
    SpatialTable table = LayerReader{layer, table_for(name, *layer.GetLayerDefn())}.read();
    if (!messages.failures().empty()) {
        throw Error{msg("cannot read result '{}': {}", m_path.string(), messages.reason())};
    }
    return table;
}

} // namespace tenglong::geo
