#include "core/base/error.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/layer.hpp"
#include "tests/geo/read/support.hpp"

#include <gtest/gtest.h>

#include <numbers>

// Files of each format are written through GDAL and read back. The first parcel is a square of 100
// m with 10,000 m²; grids are CGCS2000 / 120E.

namespace tenglong::geo {

namespace {

using test::count;
using test::Folder;

constexpr const char* k_square =
    "POLYGON((500000 3300000,500100 3300000,500100 3300100,500000 3300100,500000 3300000))";

struct Row {
    std::int64_t fid = OGRNullFID;
    const char* code = "";
    const char* wkt = k_square;
};

/// Writes a layer; `epsg` 0: without CRS.
std::string write(const Folder& folder, const char* driver_name, std::string_view name,
                  const std::vector<Row>& rows, int epsg = 4549, bool with_code = true)
{
    start_gdal();
    std::string path = folder / name;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driver_name);
    const DatasetPtr dataset{driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    OGRSpatialReference reference;
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (epsg != 0) {
        reference.importFromEPSG(epsg);
    }
    const bool drawing = std::string_view{driver_name} == "DXF";
    const bool one_type = std::string_view{driver_name} == "OpenFileGDB";
    OGRLayer& layer =
        *dataset->CreateLayer(drawing ? "entities" : "parcels", epsg == 0 ? nullptr : &reference,
                              one_type ? wkbPolygon : wkbUnknown, nullptr);
    if (with_code) {
        OGRFieldDefn field{"ZDDM", OFTString};
        EXPECT_EQ(layer.CreateField(&field), OGRERR_NONE);
    }
    for (const Row& row : rows) {
        OGRFeature feature{layer.GetLayerDefn()};
        feature.SetFID(row.fid);
        if (with_code) {
            feature.SetField(0, row.code);
        }
        OGRGeometry* geometry = nullptr;
        OGRGeometryFactory::createFromWkt(row.wkt, nullptr, &geometry);
        feature.SetGeometryDirectly(geometry);
        EXPECT_EQ(layer.CreateFeature(&feature), OGRERR_NONE);
    }
    return path;
}

struct Reading {
    VectorLayer layer;
    std::vector<Issue> issues;
};

Reading read(const std::string& path, const std::string& crs = {},
             InputKind kind = InputKind::parcels)
{
    InputSpec spec;
    spec.kind = kind;
    spec.section = "parcels";
    spec.path = path;
    spec.crs = crs;
    Reading reading;
    Workers workers{1};
    reading.layer = read_layer(spec, reading.issues, workers);
    return reading;
}

/// Statements on a GeoPackage, as another program would leave it.
void change(const std::string& path, const char* sql)
{
    const DatasetPtr dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE)};
    if (OGRLayer* answer = dataset->ExecuteSQL(sql, nullptr, "SQLITE")) {
        dataset->ReleaseResultSet(answer);
    }
}

} // namespace

TEST(Formats, AFileGeodatabaseIsRead)
{
    const Folder folder;
    const auto reading =
        read(write(folder, "OpenFileGDB", "land.gdb",
                   {{OGRNullFID, "330681001001GB00001"}, {OGRNullFID, "330681001001GB00002"}}));

    ASSERT_EQ(reading.layer.table.rows(), 2U);
    EXPECT_EQ(reading.layer.table.text("parcel_code", 1), "330681001001GB00002");
    EXPECT_EQ(reading.layer.table.row_number(0), 1);
    EXPECT_NEAR(area(reading.layer.shapes[0]), -10'000.0, 1e-3); // its shells run clockwise
}

TEST(Formats, KmlIsReadInDegrees)
{
    const Folder folder;
    const auto reading = read(write(
        folder, "KML", "land.kml",
        {{OGRNullFID, "", "POLYGON((120 30,120.001 30,120.001 30.001,120 30))"}}, 4326, false));

    ASSERT_EQ(reading.layer.table.rows(), 1U);
    EXPECT_EQ(reading.layer.shapes.points.front().x, 120.0);
    EXPECT_TRUE(reading.layer.crs.crs.projection == Projection::geographic);
}

TEST(Formats, ClosedLinesOfADrawingAreAreasAndOpenOnesAreNamed)
{
    const Folder folder;
    const auto reading = read(
        write(folder, "DXF", "land.dxf",
              {{OGRNullFID, "",
                "LINESTRING(500000 3300000,500100 3300000,500100 3300100,500000 3300100,500000 "
                "3300000)"},
               {OGRNullFID, "", "LINESTRING(500000 3300000,500100 3300000)"}},
              0, false),
        "EPSG:4549");

    ASSERT_EQ(reading.layer.table.rows(), 2U);
    EXPECT_NEAR(area(reading.layer.shapes[0]), 10'000.0, 1e-6);
    EXPECT_TRUE(reading.layer.shapes[1].empty());
    EXPECT_EQ(count(reading.issues, "geometry_not_areal"), 1U);
}

TEST(Formats, AWrongRowCountInAGeoPackageLosesNoRow)
{
    const Folder folder;
    const std::string path =
        write(folder, "GPKG", "land.gpkg",
              {{OGRNullFID, "330681001001GB00001"}, {OGRNullFID, "330681001001GB00002"}});
    for (const char* said : {"1", "0", "9000000000000000000", "-5"}) {
        SCOPED_TRACE(said);
        change(path, (std::string{"UPDATE gpkg_ogr_contents SET feature_count = "} + said).c_str());
        EXPECT_EQ(read(path).layer.table.rows(), 2U);
    }
}

TEST(Formats, AGeoPackageOnReadOnlyMediaIsRead)
{
    const Folder folder;
    const std::string path =
        write(folder, "GPKG", "land.gpkg", {{OGRNullFID, "330681001001GB00001"}});
    namespace fs = std::filesystem;
    const fs::path parent = fs::path{path}.parent_path();
    fs::permissions(path, fs::perms::owner_read);
    fs::permissions(parent, fs::perms::owner_read | fs::perms::owner_exec);
    const auto rows = read(path).layer.table.rows();
    const auto files = std::distance(fs::directory_iterator{parent}, fs::directory_iterator{});
    fs::permissions(parent, fs::perms::owner_all);

    EXPECT_EQ(rows, 1U);
    EXPECT_EQ(files, 1);
}

TEST(Formats, RowsAreCountedFromOneWhereADatabaseCountsFromZero)
{
    const Folder folder;
    const std::string path =
        write(folder, "GPKG", "land.gpkg",
              {{0, "330681001001GB00001"}, {1, "330681001001GB00002", "LINESTRING(0 0,1 1)"}});
    const auto reading = read(path);

    EXPECT_EQ(reading.layer.table.row_number(0), 1);
    EXPECT_EQ(reading.layer.table.row_number(1), 2);
    EXPECT_EQ(count(reading.issues, "rows_from_zero"), 1U);
}

TEST(Formats, IdentitiesThatADatabaseShowsAreTheRows)
{
    const Folder folder;
    const auto reading = read(write(folder, "GPKG", "land.gpkg", {{17, "330681001001GB00001"}}));

    EXPECT_EQ(reading.layer.table.row_number(0), 17);
    EXPECT_EQ(count(reading.issues, "rows_from_zero"), 0U);
}

TEST(Formats, HeightsAreLeftOutAndSaid)
{
    const Folder folder;
    for (const char* driver : {"GPKG", "GeoJSON"}) { // in batches, and by features
        SCOPED_TRACE(driver);
        const auto reading = read(
            write(folder, driver, std::string{"z."} + driver,
                  {{1, "a",
                    "POLYGON Z((500000 3300000 5,500100 3300000 5,500100 3300100 6,500000 3300000 "
                    "5))"},
                   {2, "b"}}),
            "EPSG:4549");
        EXPECT_EQ(reading.layer.shapes.points[0], (Point{500'000.0, 3'300'000.0}));
        const Issue issue = test::first(reading.issues, "heights_dropped");
        EXPECT_EQ(issue.text.en.substr(0, 2), "1 ") << issue.text.en;
    }
}

TEST(Formats, ArcsBecomeChordsThatKeepTheArea)
{
    const Folder folder;
    // A circle of 50 m about (500050, 3300000): 2,500 pi m².
    const auto reading = read(
        write(folder, "GPKG", "arcs.gpkg",
              {{1, "a",
                "CURVEPOLYGON(CIRCULARSTRING(500000 3300000,500050 3300050,500100 3300000,500050 "
                "3299950,500000 3300000))"}}));
    const double circle_m2 = 2'500.0 * std::numbers::pi;

    EXPECT_NEAR(std::abs(area(reading.layer.shapes[0])), circle_m2, circle_m2 / 15'000.0);
    ASSERT_EQ(reading.layer.linearised.size(), 1U);
    EXPECT_EQ(reading.layer.linearised[0].row, 0U);
    EXPECT_NEAR(std::abs(area(reading.layer.shapes[0])) * reading.layer.linearised[0].area_ratio,
                circle_m2, 1e-6);
}

TEST(Formats, AnArcThatBendsInwardTakesItsAreaAway)
{
    // A square of 100 m with half a circle of 50 m cut out of its lower side, written both ways.
    for (const char* shape :
         {"CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(500000 3300000,500050 3300050,500100 3300000),"
          "(500100 3300000,500100 3300100,500000 3300100,500000 3300000)))",
          "CURVEPOLYGON(COMPOUNDCURVE((500000 3300000,500000 3300100,500100 3300100,500100 "
          "3300000),CIRCULARSTRING(500100 3300000,500050 3300050,500000 3300000)))"}) {
        SCOPED_TRACE(shape);
        const Folder folder;
        const auto reading = read(write(folder, "GPKG", "arcs.gpkg", {{1, "a", shape}}));
        ASSERT_EQ(reading.layer.linearised.size(), 1U);
        const double with_arcs_m2 =
            std::abs(area(reading.layer.shapes[0])) * reading.layer.linearised[0].area_ratio;
        EXPECT_NEAR(with_arcs_m2, 10'000.0 - 1'250.0 * std::numbers::pi, 1e-6);
    }
}

TEST(Formats, ArcsOfRoadsAreNamedOnce)
{
    const Folder folder;
    const auto reading =
        read(write(folder, "GPKG", "roads.gpkg",
                   {{1, "a", "CIRCULARSTRING(500000 3300000,500050 3300050,500100 3300000)"}}),
             "", InputKind::roads);
    EXPECT_EQ(test::first(reading.issues, "curves_linearised").place.row, 1);
    EXPECT_TRUE(reading.layer.linearised.empty());
}

} // namespace tenglong::geo
