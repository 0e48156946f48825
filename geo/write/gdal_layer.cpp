#include "geo/write/gdal_layer.hpp"

#include "core/base/error.hpp"
#include "core/tables/cell_text.hpp"
#include "geo/write/sqlite_rows.hpp"

#include <cpl_error.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <mutex>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::vector<const char*> pointers(const std::vector<std::string>& texts)
{
    std::vector<const char*> result;
    result.reserve(texts.size() + 1);
    for (const std::string& text : texts) {
        result.push_back(text.c_str());
    }
    result.push_back(nullptr);
    return result;
}

// GDAL takes option lists that it does not change as char**.
[[nodiscard]] char** options_of(const std::vector<const char*>& list)
{
    return const_cast<char**>(list.data()); // NOLINT(*-const-cast)
}

/// Whether a driver has fields of a type, by what it says of itself; one that says nothing has.
[[nodiscard]] bool has_type(GDALDataset& output, std::string_view type)
{
    GDALDriver* driver = output.GetDriver();
    const char* types =
        driver == nullptr ? nullptr : driver->GetMetadataItem(GDAL_DMD_CREATIONFIELDDATATYPES);
    return types == nullptr ||
           fmt::format(" {} ", types).find(fmt::format(" {} ", type)) != std::string::npos;
}

[[nodiscard]] bool is_driver(GDALDataset& output, std::string_view name)
{
    GDALDriver* driver = output.GetDriver();
    return driver != nullptr && driver->GetDescription() == name;
}

/// Whole numbers of a driver that has none of 64 bits, e.g. MapInfo: of 32 if all fit.
[[nodiscard]] OGRFieldType whole_type(GDALDataset& output, const ResultColumn& column)
{
    if (has_type(output, "Integer64")) {
        return OFTInteger64;
    }
    for (const std::int64_t value : column.integers()) {
        if (value < std::numeric_limits<std::int32_t>::min() ||
            value > std::numeric_limits<std::int32_t>::max()) {
            return OFTReal;
        }
    }
    return OFTInteger;
}

[[nodiscard]] bool has_missing(const ResultColumn& column)
{
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.present(row)) {
            return true;
        }
    }
    return false;
}

[[nodiscard]] OGRFieldType field_type(GDALDataset& output, const ResultColumn& column)
{
    // A figure that is missing would be read as 0 there: as text it stays empty.
    if (is_driver(output, "MapInfo File") && has_missing(column)) {
        return OFTString;
    }
    switch (column.spec().type) {
    case ColumnType::number:
        return OFTReal;
    case ColumnType::integer:
        return whole_type(output, column);
    case ColumnType::date:
        return has_type(output, "Date") ? OFTDate : OFTString;
    case ColumnType::yes_no:
        return OFTInteger;
    default:
        return OFTString;
    }
}

/// The characters of the longest text of a column, at least 1 and at most what a DBF holds.
[[nodiscard]] int dbf_width(const ResultColumn& column, const LayerPlan& plan)
{
    constexpr std::size_t k_most = 254;
    std::size_t most = 1;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.present(row)) {
            // In the worst case: a character of UTF-8 takes fewer bytes in GBK.
            most =
                std::max(most, plan.text ? plan.text(column, row).size() : column.text(row).size());
        }
    }
    return static_cast<int>(std::min(most, k_most));
}

[[nodiscard]] bool define_field(GDALDataset& output, OGRLayer& layer, const ResultColumn& column,
                                const LayerPlan& plan)
{
    const ColumnSpec& spec = column.spec();
    const std::string& name = plan.short_names ? spec.dbf : spec.name;
    OGRFieldDefn field{name.c_str(), field_type(output, column)};
    field.SetAlternativeName(spec.label.zh.c_str());
    if (spec.type == ColumnType::yes_no && field.GetType() == OFTInteger) {
        field.SetSubType(OFSTBoolean);
    } else if (spec.type == ColumnType::json && !plan.dbf_widths) {
        field.SetSubType(OFSTJSON);
    }
    if (plan.dbf_widths) {
        if (spec.type == ColumnType::number) {
            field.SetWidth(20);
            field.SetPrecision(6);
        } else if (spec.type == ColumnType::integer) {
            field.SetWidth(18);
        } else if (spec.is_textual()) {
            field.SetWidth(dbf_width(column, plan));
        }
    }
    return layer.CreateField(&field) == OGRERR_NONE;
}

void set_field(OGRFeature& feature, int field, const ResultColumn& column, std::size_t row,
               const LayerPlan& plan)
{
    if (!column.present(row)) {
        feature.SetFieldNull(field);
        return;
    }
    switch (column.spec().type) {
    case ColumnType::number:
        feature.SetField(field, column.number(row));
        break;
    case ColumnType::integer:
        feature.SetField(field, static_cast<GIntBig>(column.integer(row)));
        break;
    case ColumnType::yes_no:
        feature.SetField(field, column.yes_no(row) ? 1 : 0);
        break;
    case ColumnType::date: {
        const Date day = column.date(row);
        if (feature.GetFieldDefnRef(field)->GetType() == OFTString) {
            feature.SetField(field, day.iso().c_str());
        } else {
            feature.SetField(field, day.year(), day.month(), day.day());
        }
        break;
    }
    default:
        feature.SetField(field, plan.text ? plan.text(column, row).c_str()
                                          : std::string{column.text(row)}.c_str());
    }
}

[[nodiscard]] std::unique_ptr<OGRPolygon> polygon_of(const PartView& part)
{
    auto polygon = std::make_unique<OGRPolygon>();
    for (const RingView ring : part.rings()) {
        auto line = std::make_unique<OGRLinearRing>();
        line->setNumPoints(static_cast<int>(ring.size()), FALSE);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            line->setPoint(static_cast<int>(i), ring[i].x, ring[i].y);
        }
        line->closeRings();
        polygon->addRingDirectly(line.release());
    }
    return polygon;
}

[[nodiscard]] std::unique_ptr<OGRGeometry> shape_of(const SpatialTable& table, std::size_t row,
                                                    bool always_multi)
{
    if (const RowPoints* points = table.points()) {
        const auto& point = (*points)[row];
        return point ? std::make_unique<OGRPoint>(point->x, point->y) : nullptr;
    }
    const Polygons* polygons = table.polygons();
    if (polygons == nullptr || (*polygons)[row].empty()) {
        return nullptr;
    }
    const FeatureView feature = (*polygons)[row];
    if (!always_multi && feature.part_count() == 1) {
        return polygon_of(feature.part(0));
    }
    auto multi = std::make_unique<OGRMultiPolygon>();
    for (const PartView part : feature.parts()) {
        multi->addGeometryDirectly(polygon_of(part).release());
    }
    return multi;
}

[[nodiscard]] OGRwkbGeometryType geometry_type(const SpatialTable& table, bool always_multi)
{
    switch (table.table.shape()) {
    case ShapeKind::points:
        return wkbPoint;
    case ShapeKind::polygons:
        return always_multi ? wkbMultiPolygon : wkbPolygon;
    case ShapeKind::none:
        break;
    }
    return wkbNone;
}

/// False if a row was refused.
[[nodiscard]] bool add_features(OGRLayer& layer, const SpatialTable& table, const LayerPlan& plan)
{
    OGRFeature feature{layer.GetLayerDefn()};
    bool good = true;
    for_each_stretch(table, [&](const ResultTable& rows, std::size_t first) {
        for (std::size_t row = 0; good && row < rows.rows(); ++row) {
            int field = 0;
            for (const ResultColumn& column : rows.columns()) {
                set_field(feature, field++, column, row, plan);
            }
            feature.SetGeometryDirectly(shape_of(table, first + row, plan.always_multi).release());
            feature.SetFID(OGRNullFID);
            good = layer.CreateFeature(&feature) == OGRERR_NONE;
            if (constexpr std::size_t k_often = 1024;
                plan.written && ((row + 1) % k_often == 0 || row + 1 == rows.rows())) {
                plan.written(row % k_often + 1);
            }
        }
    });
    return good;
}

} // namespace

WriteMessages::WriteMessages()
{
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
    CPLPushErrorHandlerEx(&WriteMessages::collect, this);
    CPLErrorReset();
}

WriteMessages::~WriteMessages()
{
    CPLPopErrorHandler();
}

void WriteMessages::collect(CPLErr severity, CPLErrorNum /*number*/, const char* text)
{
    auto* self = static_cast<WriteMessages*>(CPLGetErrorHandlerUserData());
    if (self != nullptr && severity >= CE_Failure) {
        std::string line{text};
        std::replace(line.begin(), line.end(), '\n', ' ');
        self->m_failures.push_back(std::move(line));
    }
}

ReferencePtr reference_of(const std::string& crs)
{
    const WriteMessages messages;
    ReferencePtr reference{new OGRSpatialReference}; // NOLINT(*-make-unique): it counts owners
    if (reference->SetFromUserInput(crs.c_str()) != OGRERR_NONE) {
        throw Error{msg("'{}' is not a coordinate system: {}", crs, messages.reason())};
    }
    reference->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

OutputPtr create_output(const std::string& driver, const std::string& path,
                        const std::vector<std::string>& options)
{
    const WriteMessages messages;
    GDALDriver* maker = GetGDALDriverManager()->GetDriverByName(driver.c_str());
    if (maker == nullptr ||
        !CPLTestBool(CSLFetchNameValueDef(maker->GetMetadata(), GDAL_DCAP_CREATE, "NO"))) {
        throw UsageError{msg("'{}' is not a format that can be written here", driver)};
    }
    const auto list = pointers(options);
    OutputPtr output{maker->Create(path.c_str(), 0, 0, 0, GDT_Unknown, options_of(list))};
    if (!output) {
        throw Error{msg("cannot write '{}': {}", path, messages.reason())};
    }
    return output;
}

void close_output(OutputPtr output, const WriteMessages& messages, const std::string& path)
{
    output->FlushCache(true);
    output.reset();
    if (messages.failed()) {
        throw Error{msg("cannot write '{}': {}", path, messages.reason())};
    }
}

void write_layer(GDALDataset& output, const SpatialTable& table, OGRSpatialReference& reference,
                 const LayerPlan& plan, const WriteMessages& messages)
{
    check(table);
    const auto fail = [&] {
        throw Error{msg("cannot write layer '{}': {}", plan.name, messages.reason())};
    };
    const auto list = pointers(plan.options);
    const OGRwkbGeometryType type = geometry_type(table, plan.always_multi);
    OGRLayer* layer = output.CreateLayer(plan.name.c_str(), type == wkbNone ? nullptr : &reference,
                                         type, options_of(list));
    if (layer == nullptr) {
        fail();
    }
    for (const ResultColumn& column : table.table.columns()) {
        if (!define_field(output, *layer, column, plan)) {
            fail();
        }
    }
    if (layer->GetLayerDefn()->GetFieldCount() < static_cast<int>(table.table.columns().size())) {
        fail(); // cells go by the number of their field
    }
    const bool in_one = output.TestCapability(ODsCTransactions) != 0;
    if (in_one && output.StartTransaction() != OGRERR_NONE) {
        fail();
    }
    if (!insert_rows(output, *layer, table, plan.written) && !add_features(*layer, table, plan)) {
        fail();
    }
    if (in_one && output.CommitTransaction() != OGRERR_NONE) {
        fail();
    }
}

} // namespace tenglong::geo
