#include "tools/gen/write/layer.hpp"

#include "core/base/error.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cstdio>
#include <fstream>

namespace tenglong::tools::gen {

namespace {

struct Close {
    void operator()(GDALDataset* dataset) const noexcept { GDALClose(dataset); }
};

struct DestroyFeature {
    void operator()(OGRFeature* feature) const noexcept { OGRFeature::DestroyFeature(feature); }
};

[[nodiscard]] std::unique_ptr<OGRLinearRing> ring_of(const Plane& plane, const Ring& ring)
{
    auto result = std::make_unique<OGRLinearRing>();
    result->setNumPoints(static_cast<int>(ring.size()) + 1);
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const Coordinate at = plane.at(ring[i % ring.size()]);
        result->setPoint(static_cast<int>(i), at.x, at.y);
    }
    return result;
}

[[nodiscard]] std::unique_ptr<OGRPolygon> polygon_of(const Plane& plane, const Polygon& polygon)
{
    auto result = std::make_unique<OGRPolygon>();
    result->addRingDirectly(ring_of(plane, polygon.shell).release());
    for (const Ring& hole : polygon.holes) {
        result->addRingDirectly(ring_of(plane, hole).release());
    }
    return result;
}

[[nodiscard]] OGRFieldType type_of(ColumnType type)
{
    switch (type) {
    case ColumnType::number:
        return OFTReal;
    case ColumnType::integer:
        return OFTInteger64;
    case ColumnType::date:
        return OFTDate;
    case ColumnType::text:
        break;
    }
    return OFTString;
}

void set_field(OGRFeature& feature, int field, const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        feature.SetField(field, text->c_str());
    } else if (const auto* number = std::get_if<double>(&value)) {
        feature.SetField(field, *number);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        feature.SetField(field, static_cast<GIntBig>(*integer));
    } else if (const auto* date = std::get_if<Date>(&value)) {
        feature.SetField(field, date->year(), date->month(), date->day());
    }
}

} // namespace

void prepare_gdal()
{
    GDALAllRegister();
    CPLSetConfigOption("OGR_CURRENT_DATE", "2024-01-01T00:00:00.000Z");
    CPLSetConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF");
    CPLSetConfigOption("OGR_SQLITE_CACHE", "128");
}

struct LayerFile::Impl {
    std::string path;
    const Plane& plane;
    bool shapefile = false;
    std::unique_ptr<GDALDataset, Close> dataset;
    OGRLayer* layer = nullptr;
    Geometry geometry = Geometry::polygon;
    std::int64_t rows = 0;

    void write(std::unique_ptr<OGRGeometry> shape, const Row& row);
};

LayerFile::LayerFile(const std::string& path, const Plane& plane)
    : m_impl{std::make_unique<Impl>(
          Impl{path, plane, path.ends_with(".shp"), nullptr, nullptr, Geometry::polygon, 0})}
{
    std::remove(path.c_str());
    GDALDriver* driver =
        GetGDALDriverManager()->GetDriverByName(m_impl->shapefile ? "ESRI Shapefile" : "GPKG");
    m_impl->dataset.reset(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!m_impl->dataset) {
        throw Error{msg("cannot write '{}': {}", path, std::string{CPLGetLastErrorMsg()})};
    }
}

LayerFile::~LayerFile() = default;

void LayerFile::begin(const std::string& layer, const std::vector<Column>& columns,
                      Geometry geometry)
{
    Impl& file = *m_impl;
    if (!file.shapefile) {
        if (file.layer != nullptr) {
            file.dataset->CommitTransaction();
        }
        file.dataset->StartTransaction(FALSE);
    }
    char** options = nullptr;
    if (file.shapefile) {
        options = CSLSetNameValue(options, "ENCODING", "LDID/77");
        options = CSLSetNameValue(options, "DBF_DATE_LAST_UPDATE", "2024-01-01");
    } else {
        options = CSLSetNameValue(options, "GEOMETRY_NAME", "geom");
    }
    const OGRwkbGeometryType type = geometry == Geometry::line           ? wkbLineString
                                    : geometry == Geometry::multipolygon ? wkbMultiPolygon
                                                                         : wkbPolygon;
    OGRSpatialReference reference = file.plane.reference();
    file.layer = file.dataset->CreateLayer(layer.c_str(), &reference, type, options);
    CSLDestroy(options);
    if (file.layer == nullptr) {
        throw Error{msg("cannot write '{}': {}", file.path, std::string{CPLGetLastErrorMsg()})};
    }
    for (const Column& column : columns) {
        OGRFieldDefn field{column.name.c_str(), type_of(column.type)};
        if (file.shapefile && column.width > 0) {
            field.SetWidth(column.width);
            field.SetPrecision(column.type == ColumnType::number ? column.decimals : 0);
        }
        file.layer->CreateField(&field);
    }
    file.geometry = geometry;
    file.rows = 0;
}

void LayerFile::Impl::write(std::unique_ptr<OGRGeometry> shape, const Row& row)
{
    const std::unique_ptr<OGRFeature, DestroyFeature> feature{
        OGRFeature::CreateFeature(layer->GetLayerDefn())};
    feature->SetGeometryDirectly(shape.release());
    for (std::size_t i = 0; i < row.size(); ++i) {
        set_field(*feature, static_cast<int>(i), row[i]);
    }
    if (layer->CreateFeature(feature.get()) != OGRERR_NONE) {
        throw Error{msg("cannot write '{}': {}", path, std::string{CPLGetLastErrorMsg()})};
    }
    ++rows;
}

void LayerFile::add(const Shape& shape, const Row& row)
{
    if (m_impl->geometry == Geometry::polygon && shape.size() == 1) {
        m_impl->write(polygon_of(m_impl->plane, shape.front()), row);
        return;
    }
    auto multi = std::make_unique<OGRMultiPolygon>();
    for (const Polygon& polygon : shape) {
        multi->addGeometryDirectly(polygon_of(m_impl->plane, polygon).release());
    }
    m_impl->write(std::move(multi), row);
}

void LayerFile::add_line(const std::vector<Point>& line, const Row& row)
{
    auto result = std::make_unique<OGRLineString>();
    for (const Point& point : line) {
        const Coordinate at = m_impl->plane.at(point);
        result->addPoint(at.x, at.y);
    }
    m_impl->write(std::move(result), row);
}

void LayerFile::close()
{
    Impl& file = *m_impl;
    if (!file.shapefile && file.layer != nullptr &&
        file.dataset->CommitTransaction() != OGRERR_NONE) {
        throw Error{msg("cannot write '{}': {}", file.path, std::string{CPLGetLastErrorMsg()})};
    }
    file.dataset.reset();
    if (file.shapefile) {
        // The mark in the DBF is for readers that look there; this one for those that look here.
        std::ofstream mark{file.path.substr(0, file.path.size() - 3) + "cpg", std::ios::binary};
        mark << "GBK";
    }
}

std::int64_t LayerFile::rows() const noexcept
{
    return m_impl->rows;
}

} // namespace tenglong::tools::gen
