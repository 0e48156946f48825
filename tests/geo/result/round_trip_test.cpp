// Every standard table, with cells that formats like to lose, is written and read back by GDAL.

#include "core/follow/follow_tables.hpp"
#include "core/tables/cell_text.hpp"
#include "core/tables/standard_tables.hpp"
#include "geo/read/gdal.hpp"
#include "geo/result/formats.hpp"
#include "tests/geo/write/support.hpp"

#include <cpl_conv.h>

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace tenglong::geo {
namespace {

/// What a format does to cells. What is not named here it must keep.
struct Format {
    const char* name = nullptr;      ///< of the format, or of a driver of GDAL
    const char* ending = nullptr;    ///< of the file
    const char* label = nullptr;     ///< of the test
    bool spatial = true;             ///< holds shapes
    bool nothing_is_missing = false; ///< an empty text is read as missing
    bool short_names = false;
    double digits = 1e-12; ///< numbers are kept to this part of themselves, or this
    DbfEncoding encoding = DbfEncoding::gbk;
    bool keeps_order = true; ///< of rows; FlatGeobuf sorts them by place
    bool typed = true;       ///< an empty table tells its columns
};

constexpr std::size_t k_rows = 5;

/// A text of 60 Chinese characters: 180 bytes of UTF-8.
[[nodiscard]] std::string long_text()
{
    std::string text;
    for (int i = 0; i < 20; ++i) {
        text += "腾笼换";
    }
    return text;
}

void add_text(ResultColumn& column, std::size_t row)
{
    const std::array<std::string, k_rows> texts{"", "007", long_text(), "甲,乙 \"丙\" & <丁> '戊'",
                                                ""};
    if (column.spec().type == ColumnType::json) {
        column.add_text(row == 2 ? R"({"名":["值",null,0.1]})" : "{}");
    } else if (column.spec().many) {
        column.add_text(row == 1 ? "a,b" : "");
    } else {
        column.add_text(texts[row]);
    }
}

void add_cell(ResultColumn& column, std::size_t row)
{
    constexpr std::array<double, k_rows> k_numbers{0.0, -1234.5678, 1e9 + 0.125, 1.0 / 3.0, 0.0};
    constexpr std::array<std::int64_t, k_rows> k_whole{0, -1, 123'456'789'012, 7, 0};
    if (row == k_rows - 1) {
        column.add_missing();
        return;
    }
    switch (column.spec().type) {
    case ColumnType::number:
        column.add_number(k_numbers[row]);
        break;
    case ColumnType::integer:
        column.add_integer(k_whole[row]);
        break;
    case ColumnType::yes_no:
        column.add_yes_no(row % 2 == 1);
        break;
    case ColumnType::date:
        column.add_date(row == 0 ? Date{1949, 10, 1} : Date{2024, 2, 29});
        break;
    default:
        add_text(column, row);
    }
}

[[nodiscard]] std::shared_ptr<const Polygons> some_polygons()
{
    auto shapes = std::make_shared<Polygons>();
    for (std::size_t row = 0; row < k_rows; ++row) {
        const Point corner{40'500'000.0 + 200.0 * static_cast<double>(row), 3'300'000.25};
        test::add_square(*shapes, corner, 100.0);
        if (row == 1) {
            const Point hole{corner.x + 40.0, corner.y + 40.0};
            shapes->add_ring(std::vector<Point>{hole,
                                                {hole.x, hole.y + 20.0},
                                                {hole.x + 20.0, hole.y + 20.0},
                                                {hole.x + 20.0, hole.y},
                                                hole});
        }
        shapes->close_part();
        if (row == 2) {
            test::add_square(*shapes, {corner.x + 120.0, corner.y}, 30.0);
            shapes->close_part();
        }
        shapes->close_feature();
    }
    return shapes;
}

[[nodiscard]] SpatialTable filled(ResultTable table, std::size_t rows)
{
    for (std::size_t row = 0; row < rows; ++row) {
        for (ResultColumn& column : table.columns()) {
            add_cell(column, row);
        }
    }
    SpatialTable result{std::move(table)};
    if (result.table.shape() == ShapeKind::polygons) {
        result.shapes = rows == 0 ? std::make_shared<const Polygons>() : some_polygons();
    } else if (result.table.shape() == ShapeKind::points) {
        RowPoints points;
        for (std::size_t row = 0; row < rows; ++row) {
            points.emplace_back(Point{40'500'000.5 + static_cast<double>(row), 3'300'000.0});
        }
        result.shapes = std::make_shared<const RowPoints>(std::move(points));
    }
    return result;
}

class RoundTrip : public ::testing::TestWithParam<Format> {
protected:
    [[nodiscard]] std::string place() const
    {
        return (m_scratch.path() / ("a." + std::string{GetParam().ending})).string();
    }

    void write(const SpatialTable& table) const
    {
        start_gdal();
        WriteOptions options = test::zone_40();
        options.replace.overwrite = true;
        const ExportFormat format = export_format(GetParam().name, place());
        const auto issues =
            write_tables(format, place(), {&table, 1}, options, {.encoding = GetParam().encoding});
        EXPECT_TRUE(issues.empty()) << issues.front().text.en;
    }

    void expect_cell(const ResultColumn& column, std::size_t row, const OGRFeature& feature) const
    {
        const ColumnSpec& spec = column.spec();
        const std::string& name = GetParam().short_names ? spec.dbf : spec.name;
        const std::string where = spec.name + " of row " + std::to_string(row);
        int field = feature.GetFieldIndex(name.c_str());
        // Names that a database keeps for itself get a "_" behind them.
        field = field < 0 ? feature.GetFieldIndex((name + "_").c_str()) : field;
        ASSERT_GE(field, 0) << where;
        const bool empty = column.present(row) && spec.is_textual() && column.text(row).empty();
        const bool present = feature.IsFieldSetAndNotNull(field);
        if (!column.present(row) || (empty && GetParam().nothing_is_missing)) {
            const bool nothing = !present || (GetParam().nothing_is_missing &&
                                              *feature.GetFieldAsString(field) == '\0');
            EXPECT_TRUE(nothing) << where << ": " << feature.GetFieldAsString(field);
            return;
        }
        ASSERT_TRUE(present) << where << " is missing";
        expect_value(column, row, feature, field, where);
    }

    void expect_value(const ResultColumn& column, std::size_t row, const OGRFeature& feature,
                      int field, const std::string& where) const
    {
        switch (column.spec().type) {
        case ColumnType::number: {
            const double value = column.number(row);
            EXPECT_NEAR(feature.GetFieldAsDouble(field), value,
                        GetParam().digits * std::max(1.0, std::abs(value)))
                << where;
            break;
        }
        case ColumnType::integer:
            EXPECT_EQ(feature.GetFieldAsInteger64(field), column.integer(row)) << where;
            break;
        case ColumnType::yes_no: {
            const std::string text = feature.GetFieldAsString(field);
            EXPECT_EQ(text == "1" || text == "true", column.yes_no(row)) << where << ": " << text;
            break;
        }
        case ColumnType::date:
            EXPECT_EQ(Date::parse(feature.GetFieldAsString(field)), column.date(row)) << where;
            break;
        default:
            EXPECT_EQ(feature.GetFieldAsString(field), column.text(row)) << where;
        }
    }

    void expect_back(const SpatialTable& table)
    {
        // SQLite lists tables without shapes only if asked.
        CPLSetThreadLocalConfigOption("SQLITE_LIST_ALL_TABLES", "YES");
        const DatasetPtr data = open_vector(place());
        ASSERT_TRUE(data && data->GetLayerCount() > 0) << table.table.id();
        OGRLayer* found = data->GetLayerByName(table.table.id().c_str());
        OGRLayer& layer = found != nullptr ? *found : *data->GetLayer(0);
        ASSERT_EQ(layer.GetFeatureCount(), static_cast<GIntBig>(table.table.rows()));
        layer.ResetReading();
        for (std::size_t row = 0; row < table.table.rows(); ++row) {
            const FeaturePtr feature{layer.GetNextFeature()};
            ASSERT_TRUE(feature);
            const std::size_t at = GetParam().keeps_order ? row : place_of(table, *feature);
            for (const ResultColumn& column : table.table.columns()) {
                expect_cell(column, at, *feature);
            }
            if (GetParam().spatial) {
                expect_shape(table, at, *feature);
            }
        }
    }

    /// The row by where its shape is; see some_polygons().
    [[nodiscard]] static std::size_t place_of(const SpatialTable& table, const OGRFeature& feature)
    {
        OGREnvelope box;
        feature.GetGeometryRef()->getEnvelope(&box);
        const double step = table.polygons() != nullptr ? 200.0 : 1.0;
        return static_cast<std::size_t>((box.MinX - 40'500'000.0) / step);
    }

    /// Parts, rings and, in metres, the area; degrees are looked at by tests of their own.
    void expect_shape(const SpatialTable& table, std::size_t row, const OGRFeature& feature) const
    {
        const OGRGeometry* shape = feature.GetGeometryRef();
        if (table.table.shape() == ShapeKind::none) {
            return;
        }
        ASSERT_NE(shape, nullptr) << table.table.id() << " row " << row;
        if (const Polygons* polygons = table.polygons()) {
            const FeatureView view = (*polygons)[row];
            const std::unique_ptr<OGRGeometry> all{
                OGRGeometryFactory::forceToMultiPolygon(shape->clone())};
            ASSERT_EQ(all->toMultiPolygon()->getNumGeometries(),
                      static_cast<int>(view.part_count()));
            EXPECT_EQ(all->toMultiPolygon()->getGeometryRef(0)->getNumInteriorRings(),
                      static_cast<int>(view.part(0).rings().size()) - 1);
        }
    }

    test::Scratch m_scratch;
};

[[nodiscard]] std::vector<ResultTable> all_tables()
{
    std::vector<ResultTable> tables;
    for (const TableMaker make : standard_tables()) {
        tables.push_back(make());
    }
    tables.push_back(follow_table());
    tables.push_back(roll_up_table());
    return tables;
}

TEST_P(RoundTrip, GivesBackEveryCellOfEveryTable)
{
    for (ResultTable& each : all_tables()) {
        if (GetParam().spatial && each.shape() == ShapeKind::none &&
            !export_format(GetParam().name, place()).holds_many()) {
            continue;
        }
        SCOPED_TRACE(each.id());
        const SpatialTable table = filled(std::move(each), k_rows);
        write(table);
        expect_back(table);
    }
}

TEST_P(RoundTrip, ATableWithoutRowsKeepsItsColumns)
{
    const SpatialTable table = filled(parcels_table(), 0);
    write(table);
    const DatasetPtr data = open_vector(place());
    ASSERT_TRUE(data && data->GetLayerCount() > 0);
    OGRLayer& layer = *data->GetLayer(0);
    EXPECT_EQ(layer.GetFeatureCount(), 0);
    if (GetParam().typed) {
        EXPECT_GE(
            layer.GetLayerDefn()->GetFieldIndex(GetParam().short_names ? "ZDDM" : "parcel_code"),
            0);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Formats, RoundTrip,
    ::testing::Values(
        Format{.name = "gpkg", .ending = "gpkg", .label = "GeoPackage"},
        Format{.name = "geojson", .ending = "geojson", .label = "GeoJson", .typed = false},
        Format{.name = "shp",
               .ending = "shp",
               .label = "ShapefileInGbk",
               .nothing_is_missing = true,
               .short_names = true,
               .digits = 1e-6},
        Format{.name = "shp",
               .ending = "shp",
               .label = "ShapefileInUtf8",
               .nothing_is_missing = true,
               .short_names = true,
               .digits = 1e-6,
               .encoding = DbfEncoding::utf8},
        Format{.name = "fgb", .ending = "fgb", .label = "FlatGeobuf", .keeps_order = false},
        Format{.name = "csv",
               .ending = "csv",
               .label = "Csv",
               .spatial = false,
               .nothing_is_missing = true},
        Format{.name = "SQLite", .ending = "sqlite", .label = "Sqlite"},
        Format{.name = "OpenFileGDB", .ending = "gdb", .label = "FileGeodatabase"},
        Format{.name = "MapInfo File",
               .ending = "tab",
               .label = "MapInfo",
               .nothing_is_missing = true,
               .digits = 1e-9}),
    [](const auto& each) { return std::string{each.param.label}; });

} // namespace
} // namespace tenglong::geo
