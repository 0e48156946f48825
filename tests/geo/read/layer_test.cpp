#include "geo/read/layer.hpp"

#include "core/base/error.hpp"
#include "geo/read/file_bytes.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/values.hpp"

#include <cpl_string.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <utility>

namespace tenglong::geo {

namespace {

class LayerFiles : public testing::Test {
protected:
    LayerFiles()
        : m_folder{std::filesystem::temp_directory_path() /
                   ("tenglong-layer-" + std::to_string(getpid()))}
    {
        std::filesystem::create_directories(m_folder);
    }
    ~LayerFiles() override { std::filesystem::remove_all(m_folder); }
    LayerFiles(const LayerFiles&) = delete;
    LayerFiles& operator=(const LayerFiles&) = delete;
    LayerFiles(LayerFiles&&) = delete;
    LayerFiles& operator=(LayerFiles&&) = delete;

    [[nodiscard]] std::string file(const std::string& name, const std::string& content)
    {
        std::string path = (m_folder / name).string();
        std::ofstream{path, std::ios::binary} << content;
        return path;
    }

    [[nodiscard]] VectorLayer read(const std::string& path, InputKind kind,
                                   const std::string& crs = {})
    {
        InputSpec spec;
        spec.kind = kind;
        spec.section = key_of(kind);
        spec.path = path;
        spec.crs = crs;
        return read_layer(spec, m_issues, m_workers);
    }

    [[nodiscard]] bool has_issue(const std::string& kind, std::int64_t row = 0) const
    {
        return std::any_of(m_issues.begin(), m_issues.end(), [&](const Issue& issue) {
            return issue.kind == kind && (row == 0 || issue.place.row == row);
        });
    }

    std::filesystem::path m_folder;
    std::vector<Issue> m_issues;
    Workers m_workers{1};
};

/// Two parcels of 用途 工业 as a Shapefile whose texts are GBK.
[[nodiscard]] std::string gbk_shapefile(const std::filesystem::path& folder)
{
    start_gdal();
    std::string path = (folder / "p.shp").string();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
    const DatasetPtr dataset{driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    OGRSpatialReference reference;
    reference.importFromEPSG(4549);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    CPLStringList options;
    options.SetNameValue("ENCODING", "GBK");
    OGRLayer& layer = *dataset->CreateLayer("p", &reference, wkbPolygon, options.List());
    for (const char* name : {"宗地代码", "权利人"}) {
        OGRFieldDefn field{name, OFTString};
        field.SetWidth(30);
        layer.CreateField(&field);
    }
    for (const char* holder : {"诸暨市大唐袜业有限公司", "绍兴市柯桥区轻纺厂"}) {
        OGRFeature feature{layer.GetLayerDefn()};
        feature.SetField(0, "330681001001GB00001");
        feature.SetField(1, holder);
        OGRLinearRing ring;
        for (const auto& [x, y] : {std::pair{500000.0, 3300000.0},
                                   {500010.0, 3300000.0},
                                   {500010.0, 3300010.0},
                                   {500000.0, 3300000.0}}) {
            ring.addPoint(x, y);
        }
        OGRPolygon polygon;
        polygon.addRing(&ring);
        feature.SetGeometry(&polygon);
        EXPECT_EQ(layer.CreateFeature(&feature), OGRERR_NONE);
    }
    return path;
}

constexpr const char* k_parcels = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"ZDDM":"330681001001GB00001","ZDMJ":100.5},
 "geometry":{"type":"Polygon","coordinates":[[[120,30],[120.001,30],[120.001,30.001],[120,30]]]}},
{"type":"Feature","properties":{"ZDDM":"330681001001GB00002","ZDMJ":null},"geometry":null},
{"type":"Feature","properties":{"ZDDM":"330681001001GB00003","ZDMJ":7},
 "geometry":{"type":"LineString","coordinates":[[120,30],[120.001,30]]}}]})";

} // namespace

TEST_F(LayerFiles, RowsWithoutAnAreaStayRowsAndAreIssues)
{
    const VectorLayer layer = read(file("a.geojson", k_parcels), InputKind::parcels);
    ASSERT_EQ(layer.table.rows(), 3U);
    ASSERT_EQ(layer.shapes.size(), 3U);
    EXPECT_EQ(layer.shapes[0].points().size(), 4U);
    EXPECT_TRUE(layer.shapes[1].empty());
    EXPECT_TRUE(layer.shapes[2].empty());
    EXPECT_TRUE(has_issue("geometry_missing", 2));
    EXPECT_TRUE(has_issue("geometry_not_areal", 3));
    EXPECT_EQ(layer.table.text("parcel_code", 2), "330681001001GB00003");
    EXPECT_DOUBLE_EQ(layer.table.find("area_registered_m2")->numbers[0], 100.5);
    EXPECT_TRUE(layer.table.find("area_registered_m2")->missing(1));
    EXPECT_TRUE(layer.crs.crs.in_degrees());
}

// Expected: sha256sum of coreutils over the same bytes.
TEST_F(LayerFiles, HashIsTheOneThatSha256sumPrints)
{
    const std::string path = file("a.csv", "企业名称,税收(万元)\n甲公司,1\n");
    const VectorLayer layer = read(path, InputKind::enterprises);
    EXPECT_EQ(layer.bytes, 40U);
    EXPECT_EQ(layer.hash, "725af1224dea1c0082419681904e28d7d5e300c3a4bd051924edbc7720560900");
    EXPECT_TRUE(layer.points.empty());
}

TEST_F(LayerFiles, CoordinateColumnsOfATableGivePoints)
{
    const std::string path = file("a.csv", "企业名称,经度,纬度\n甲公司,120.1,30.1\n乙公司,,\n");
    const VectorLayer layer = read(path, InputKind::enterprises, "EPSG:4490");
    ASSERT_EQ(layer.points.size(), 2U);
    EXPECT_EQ(layer.points[0], (Point{120.1, 30.1}));
    EXPECT_TRUE(std::isnan(layer.points[1].x));
}

TEST_F(LayerFiles, TextsInGbkAreReadWhateverTheCpgSays)
{
    const std::string path = gbk_shapefile(m_folder);
    for (const char* cpg : {"", "UTF-8", "GBK"}) {
        std::filesystem::remove(m_folder / "p.cpg");
        if (*cpg != '\0') {
            static_cast<void>(file("p.cpg", cpg));
        }
        m_issues.clear();
        const VectorLayer layer = read(path, InputKind::parcels);
        ASSERT_EQ(layer.table.rows(), 2U);
        EXPECT_EQ(layer.table.text("holder", 0), "诸暨市大唐袜业有限公司") << cpg;
        EXPECT_EQ(layer.table.text("holder", 1), "绍兴市柯桥区轻纺厂") << cpg;
        EXPECT_EQ(layer.table.row_number(0), 1);
        EXPECT_EQ(has_issue("encoding_contradicted"), std::string{cpg} == "UTF-8");
        EXPECT_EQ(has_issue("encoding_found"), *cpg == '\0');
    }
}

TEST_F(LayerFiles, AMissingShxIsMadeElsewhere)
{
    const std::string path = gbk_shapefile(m_folder);
    std::filesystem::remove(m_folder / "p.shx");
    const VectorLayer layer = read(path, InputKind::parcels);
    EXPECT_EQ(layer.table.rows(), 2U);
    EXPECT_EQ(layer.shapes[1].points().size(), 4U);
    EXPECT_EQ(layer.crs.crs.epsg, 4549);
    EXPECT_TRUE(has_issue("shx_missing"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "p.shx"));
}

TEST_F(LayerFiles, ADbfThatEndsEarlyIsAnError)
{
    const std::string path = gbk_shapefile(m_folder);
    std::filesystem::resize_file(m_folder / "p.dbf",
                                 std::filesystem::file_size(m_folder / "p.dbf") - 30);
    static_cast<void>(read(path, InputKind::parcels));
    EXPECT_TRUE(has_issue("dbf_cut_short"));
    EXPECT_TRUE(has_issue("row_counts_differ"));
}

TEST_F(LayerFiles, AShapefileIsReadFromAZip)
{
    static_cast<void>(gbk_shapefile(m_folder));
    const std::string path = (m_folder / "p.zip").string();
    void* zip = CPLCreateZip(path.c_str(), nullptr);
    for (const char* ending : {".shp", ".shx", ".dbf", ".prj"}) {
        const std::string bytes = read_file((m_folder / "p").string() + ending);
        CPLCreateFileInZip(zip, (std::string{"data/p"} + ending).c_str(), nullptr);
        CPLWriteFileInZip(zip, bytes.data(), static_cast<int>(bytes.size()));
        CPLCloseFileInZip(zip);
    }
    CPLCloseZip(zip);
    const VectorLayer layer = read(path, InputKind::parcels);
    EXPECT_EQ(layer.table.rows(), 2U);
    EXPECT_EQ(layer.table.text("holder", 1), "绍兴市柯桥区轻纺厂");
}

TEST_F(LayerFiles, AZipThatLeadsOutOfItselfIsRefused)
{
    const std::string path = (m_folder / "p.zip").string();
    void* zip = CPLCreateZip(path.c_str(), nullptr);
    CPLCreateFileInZip(zip, "../p.shp", nullptr);
    CPLWriteFileInZip(zip, "x", 1);
    CPLCloseFileInZip(zip);
    CPLCloseZip(zip);
    EXPECT_THROW(static_cast<void>(read(path, InputKind::parcels)), Error);
    EXPECT_FALSE(std::filesystem::exists(m_folder.parent_path() / "p.shp"));
}

// A square of 100 m with a hole of 20 m: 1 ha less 0.04 ha, as written in its line.
TEST_F(LayerFiles, PlotsOfTheExchangeTextAreReadNorthingFirstWithTheirHoles)
{
    const std::string text = R"([属性描述]
格式版本号=1.01版本
坐标系=2000国家大地坐标系
几度分带=3
投影类型=高斯克吕格
计量单位=米
带号=40
[地块坐标]
10,0.96,P001,一号地块,面,H51G001001,工业用地,,@
J1,1,3300000.0,40500000.0
J2,1,3300000.0,40500100.0
J3,1,3300100.0,40500100.0
J4,1,3300100.0,40500000.0
J1,1,3300000.0,40500000.0
J5,2,3300040.0,40500040.0
J6,2,3300060.0,40500040.0
J7,2,3300060.0,40500060.0
J8,2,3300040.0,40500060.0
J5,2,3300040.0,40500040.0
4,1.0,P002,二号地块,面,,工业用地,,@
J1,1,3300000.0,40500200.0
J2,1,x,40500300.0
)";
    const VectorLayer layer = read(file("plots.txt", text), InputKind::candidates);
    ASSERT_EQ(layer.table.rows(), 2U);
    EXPECT_EQ(layer.table.row_number(0), 9);
    ASSERT_EQ(layer.shapes[0].part_count(), 1U);
    EXPECT_EQ(layer.shapes[0].part(0).ring_count(), 2U);
    EXPECT_EQ(layer.shapes.points[1], (Point{40500100.0, 3300000.0}));
    EXPECT_EQ(layer.crs.crs.epsg, 4528);
    EXPECT_TRUE(layer.shapes[1].empty());
    EXPECT_TRUE(has_issue("plot_line_unreadable", 22));
    EXPECT_EQ(layer.table.text("code", 0), "P001");
    std::vector<Issue> issues;
    EXPECT_EQ(numbers(layer.table, *layer.table.find("area_stated_m2"), issues)[0], 9600.0);
}

/// Copies a layer into a new file; GDAL numbers the rows.
void copy_layer(const std::string& from, const std::string& to, const char* driver_name)
{
    const DatasetPtr source = open_vector(from);
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driver_name);
    const DatasetPtr target{driver->Create(to.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    OGRLayer& layer = *source->GetLayer(0);
    CPLStringList options;
    options.SetNameValue("SPATIAL_INDEX", "NO"); // which would change the order
    OGRLayer& copy = *target->CreateLayer("a", layer.GetSpatialRef(), wkbUnknown, options.List());
    for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i) {
        copy.CreateField(layer.GetLayerDefn()->GetFieldDefn(i));
    }
    while (const FeaturePtr feature{layer.GetNextFeature()}) {
        OGRFeature row{copy.GetLayerDefn()};
        row.SetFrom(feature.get());
        row.SetFID(OGRNullFID);
        EXPECT_EQ(copy.CreateFeature(&row), OGRERR_NONE);
    }
}

/// GeoPackages are read in batches, GeoJSON by features.
TEST_F(LayerFiles, BatchesAndFeaturesAreReadAlike)
{
    const std::string json = file("a.geojson", k_parcels);
    const VectorLayer by_features = read(json, InputKind::parcels);
    const std::string path = (m_folder / "a.gpkg").string();
    copy_layer(json, path, "GPKG");
    m_issues.clear();
    const VectorLayer layer = read(path, InputKind::parcels);
    ASSERT_EQ(layer.table.rows(), 3U);
    EXPECT_EQ(layer.shapes.points, by_features.shapes.points);
    EXPECT_EQ(layer.shapes.feature_start, by_features.shapes.feature_start);
    for (std::size_t row = 0; row < 3; ++row) {
        EXPECT_EQ(layer.table.text("parcel_code", row), by_features.table.text("parcel_code", row));
        EXPECT_EQ(layer.table.row_number(row), by_features.table.row_number(row));
    }
    EXPECT_EQ(layer.table.find("area_registered_m2")->numbers[0], 100.5);
    EXPECT_TRUE(layer.table.find("area_registered_m2")->missing(1));
    EXPECT_TRUE(has_issue("geometry_missing", 2));
    EXPECT_TRUE(has_issue("geometry_not_areal", 3));
}

TEST_F(LayerFiles, AConditionChoosesRowsInChineseToo)
{
    InputSpec spec;
    spec.section = "parcels";
    spec.path = gbk_shapefile(m_folder);
    spec.where = "\"权利人\" LIKE '绍兴%'";
    const VectorLayer layer = read_layer(spec, m_issues, m_workers);
    ASSERT_EQ(layer.table.rows(), 1U);
    EXPECT_EQ(layer.table.text("holder", 0), "绍兴市柯桥区轻纺厂");
    EXPECT_EQ(layer.table.row_number(0), 2);
    spec.where = "\"权利人\" LIKE";
    EXPECT_THROW(static_cast<void>(read_layer(spec, m_issues, m_workers)), UsageError);
}

TEST_F(LayerFiles, OfSeveralLayersTheOneThatFitsIsReadAndATieIsAsked)
{
    const std::string json = file("a.geojson", k_parcels);
    const std::string path = (m_folder / "a.gpkg").string();
    copy_layer(json, path, "GPKG");
    {
        const DatasetPtr dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE)};
        ASSERT_NE(dataset->CreateLayer("notes", nullptr, wkbNone, nullptr), nullptr);
    }
    EXPECT_EQ(read(path, InputKind::parcels).table.rows(), 3U);
    {
        const DatasetPtr dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE)};
        ASSERT_NE(dataset->CopyLayer(dataset->GetLayerByName("a"), "b", nullptr), nullptr);
    }
    EXPECT_THROW(static_cast<void>(read(path, InputKind::parcels)), UsageError);
}

/// GDAL's writer of FlatGeobuf leaves out the row without geometry; its reader gives the others.
TEST_F(LayerFiles, FlatGeobufIsReadInBatches)
{
    const std::string json = file("a.geojson", k_parcels);
    const std::string path = (m_folder / "a.fgb").string();
    copy_layer(json, path, "FlatGeobuf");
    const VectorLayer layer = read(path, InputKind::parcels);
    ASSERT_EQ(layer.table.rows(), 2U);
    EXPECT_EQ(layer.table.text("parcel_code", 1), "330681001001GB00003");
    EXPECT_EQ(layer.table.row_number(1), 2);
    EXPECT_EQ(layer.shapes[0].points().size(), 4U);
}

/// As a GeoPackage is left by a program that still has it open.
TEST_F(LayerFiles, AGeoPackageInWalModeIsReadWithoutWritingBesideIt)
{
    const std::string json = file("a.geojson", k_parcels);
    const std::string path = (m_folder / "a.gpkg").string();
    copy_layer(json, path, "GPKG");
    {
        std::fstream header{path, std::ios::in | std::ios::out | std::ios::binary};
        header.seekp(18); // versions of the write and read formats; 2: WAL
        header.write("\x02\x02", 2);
    }
    const auto written = std::filesystem::last_write_time(path);
    const VectorLayer layer = read(path, InputKind::parcels);
    EXPECT_EQ(layer.table.rows(), 3U);
    EXPECT_EQ(std::filesystem::last_write_time(path), written);
    EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
    EXPECT_FALSE(std::filesystem::exists(path + "-shm"));
}

TEST_F(LayerFiles, ATableIsNoLayerOfParcels)
{
    const std::string path = file("a.csv", "宗地代码\n330681001001GB00001\n");
    EXPECT_THROW(static_cast<void>(read(path, InputKind::parcels)), UsageError);
}

TEST_F(LayerFiles, AFileInNoKnownFormatIsRefusedWithWhatToDo)
{
    const std::string path = file("noise.shp", std::string(300, '\x7f'));
    try {
        (void)read(path, InputKind::parcels);
        FAIL() << "it was read";
    } catch (const Error& error) {
        EXPECT_NE(error.text().en.find("'" + path + "'"), std::string::npos);
        EXPECT_EQ(error.text().en.find(": -"), std::string::npos);
    }
}

} // namespace tenglong::geo
