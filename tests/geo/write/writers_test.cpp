#include "geo/write/writers.hpp"

#include "core/base/error.hpp"
#include "core/tables/fill.hpp"
#include "tests/geo/write/support.hpp"

#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <memory>

namespace tenglong::geo {
namespace {

using test::bytes_of;
using test::three_parcels;
using test::zone_40;

class WritersTest : public ::testing::Test {
protected:
    WritersTest() { GDALAllRegister(); }

    [[nodiscard]] static std::unique_ptr<GDALDataset> open(const std::filesystem::path& path)
    {
        return std::unique_ptr<GDALDataset>{
            GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY)};
    }

    test::Scratch m_scratch;
};

/// What every format must give back of the three parcels, under the names that it uses.
void expect_three_parcels(OGRLayer& layer, bool short_names, double tolerance)
{
    const auto name = [short_names](const char* full, const char* brief) {
        return short_names ? brief : full;
    };
    ASSERT_EQ(layer.GetFeatureCount(), 3);
    std::vector<OGRFeatureUniquePtr> rows(3);
    for (auto& each : layer) {
        const std::string code = each->GetFieldAsString(name("parcel_code", "ZDDM"));
        rows.at(static_cast<std::size_t>(code.back() - '1')) = std::move(each);
    }
    ASSERT_TRUE(rows[0] && rows[1] && rows[2]);
    EXPECT_STREQ(rows[0]->GetFieldAsString(name("holder", "QLR")), "诸暨市甲纺织有限公司");
    EXPECT_EQ(rows[0]->GetFieldAsInteger(name("enterprise_count", "QYS")), 2);
    EXPECT_NEAR(rows[1]->GetFieldAsDouble(name("area_mu", "YDMJ_MU")), 7.5, 1e-6);
    // Missing is not zero, and zero is not missing.
    const char* tax = name("tax_wan", "SS");
    EXPECT_FALSE(rows[0]->IsFieldSetAndNotNull(rows[0]->GetFieldIndex(tax)));
    EXPECT_TRUE(rows[1]->IsFieldSetAndNotNull(rows[1]->GetFieldIndex(tax)));
    EXPECT_EQ(rows[1]->GetFieldAsDouble(tax), 0.0);
    // By hand: 100² less the hole of 20², and twice 50².
    const auto area = [](const OGRFeature& row) {
        const OGRGeometry* shape = row.GetGeometryRef();
        return shape == nullptr ? -1.0
               : wkbFlatten(shape->getGeometryType()) == wkbPolygon
                   ? shape->toPolygon()->get_Area()
                   : shape->toMultiPolygon()->get_Area();
    };
    if (tolerance >= 0.0) {
        EXPECT_NEAR(area(*rows[0]), 9600.0, tolerance);
        EXPECT_NEAR(area(*rows[1]), 5000.0, tolerance);
    }
    const OGRGeometry* none = rows[2]->GetGeometryRef();
    EXPECT_TRUE(none == nullptr || none->IsEmpty());
}

TEST_F(WritersTest, AGeoPackageGivesBackWhatWasWritten)
{
    const auto path = m_scratch / "result.gpkg";
    std::vector<SpatialTable> tables{three_parcels()};
    tables.push_back({run_table()});
    write_geopackage(path, tables, zone_40());

    const auto data = open(path);
    ASSERT_TRUE(data);
    OGRLayer* layer = data->GetLayerByName("parcels");
    ASSERT_NE(layer, nullptr);
    expect_three_parcels(*layer, false, 1e-6);
    EXPECT_STREQ(layer->GetSpatialRef()->GetAuthorityCode(nullptr), "4528");
    EXPECT_NE(data->GetLayerByName("run"), nullptr);
    OGRLayer* styles = data->GetLayerByName("layer_styles");
    ASSERT_NE(styles, nullptr);
    const std::unique_ptr<OGRFeature> style{styles->GetNextFeature()};
    EXPECT_STREQ(style->GetFieldAsString("f_table_name"), "parcels");
    const std::string qml = style->GetFieldAsString("styleqml");
    EXPECT_NE(qml.find("低容积率"), std::string::npos);
    EXPECT_NE(qml.find("用地面积（亩）"), std::string::npos);
}

TEST_F(WritersTest, AGeoPackageIsTheSameToTheByteEachTime)
{
    const std::vector<SpatialTable> tables{three_parcels()};
    write_geopackage(m_scratch / "a.gpkg", tables, zone_40());
    ::usleep(1'100'000); // another second of the clock
    write_geopackage(m_scratch / "b.gpkg", tables, zone_40());
    EXPECT_EQ(bytes_of(m_scratch / "a.gpkg"), bytes_of(m_scratch / "b.gpkg"));
}

/// More rows than are made at once.
class Counting : public RowSource {
public:
    [[nodiscard]] std::size_t rows() const noexcept override { return 9001; }
    void add(std::size_t begin, std::size_t end, ResultTable& table) const override
    {
        for (std::size_t row = begin; row < end; ++row) {
            table["kind"].add_text(row % 2 == 0 ? "input" : "job");
            table["rows"].add_integer(static_cast<std::int64_t>(row));
            table.complete();
        }
    }
};

// Held in memory or made on the way out: the file is the same.
TEST_F(WritersTest, RowsThatAreMadeWhileTheyAreWrittenAreAllThere)
{
    const SpatialTable made{.table = run_table(), .source = std::make_shared<Counting>()};
    const SpatialTable held = gathered(made);
    EXPECT_EQ(made.rows(), 9001U);
    EXPECT_EQ(held.table.rows(), 9001U);
    write_geopackage(m_scratch / "made.gpkg", {&made, 1}, zone_40());
    write_geopackage(m_scratch / "held.gpkg", {&held, 1}, zone_40());
    EXPECT_EQ(bytes_of(m_scratch / "made.gpkg"), bytes_of(m_scratch / "held.gpkg"));
    const auto data = open(m_scratch / "made.gpkg");
    ASSERT_TRUE(data);
    OGRLayer* layer = data->GetLayerByName("run");
    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->GetFeatureCount(), 9001);
    const std::unique_ptr<OGRFeature> last{layer->GetFeature(9001)};
    ASSERT_NE(last, nullptr);
    EXPECT_EQ(last->GetFieldAsInteger64("rows"), 9000);
    write_geojson(m_scratch / "made.geojson", made, zone_40());
    write_geojson(m_scratch / "held.geojson", held, zone_40());
    EXPECT_EQ(bytes_of(m_scratch / "made.geojson"), bytes_of(m_scratch / "held.geojson"));
}

TEST_F(WritersTest, GeoJsonIsLongitudeFirstAndShellsRunCounterClockwise)
{
    const auto path = m_scratch / "parcels.geojson";
    write_geojson(path, three_parcels(), zone_40());

    const std::string text = bytes_of(path);
    EXPECT_EQ(text.find("\"crs\""), std::string::npos);
    // An easting of 40,500,000 is the meridian 120°E by definition of zone 40. The latitude of
    // northing 3,300,000 is the meridian arc turned back; cs2cs EPSG:4528 EPSG:4490
    // says 29.8185545.
    EXPECT_NE(text.find("[120,29.8185545]"), std::string::npos);
    const auto data = open(path);
    ASSERT_TRUE(data);
    expect_three_parcels(*data->GetLayer(0), false, -1.0);
    data->GetLayer(0)->ResetReading();
    const std::unique_ptr<OGRFeature> first{data->GetLayer(0)->GetNextFeature()};
    EXPECT_EQ(first->GetFID(), 1);
    OGRPolygon* polygon = first->GetGeometryRef()->toPolygon();
    EXPECT_FALSE(polygon->getExteriorRing()->isClockwise());
    EXPECT_TRUE(polygon->getInteriorRing(0)->isClockwise());
}

TEST_F(WritersTest, GeoJsonRefusesADatumThatLiesElsewhere)
{
    WriteOptions xian = zone_40();
    xian.crs = "EPSG:2364"; // Xian 1980, zone 40
    EXPECT_THROW(write_geojson(m_scratch / "a.geojson", three_parcels(), xian), Error);
    EXPECT_TRUE(std::filesystem::is_empty(m_scratch.path()));
}

TEST_F(WritersTest, AShapefileIsReadRightByBothItsMarks)
{
    const auto path = m_scratch / "parcels.shp";
    const std::vector<Issue> issues = write_shapefile(path, three_parcels(), zone_40());

    EXPECT_TRUE(issues.empty());
    EXPECT_EQ(bytes_of(m_scratch / "parcels.dbf").at(29), '\x4D'); // language driver 77: GBK
    EXPECT_EQ(bytes_of(m_scratch / "parcels.cpg"), "GBK");
    {
        const auto data = open(path);
        ASSERT_TRUE(data);
        expect_three_parcels(*data->GetLayer(0), true, 1e-6);
    }
    std::filesystem::remove(m_scratch / "parcels.cpg");
    const auto data = open(path);
    expect_three_parcels(*data->GetLayer(0), true, 1e-6);
    EXPECT_NE(bytes_of(m_scratch / "parcels_字段说明.csv").find("ZDDM,parcel_code,宗地代码"),
              std::string::npos);
}

TEST_F(WritersTest, AShapefileListsWhatItCannotHold)
{
    SpatialTable parcels{parcels_table()};
    parcels.table["parcel_code"].add_text("330681001001GB00009");
    parcels.table["holder"].add_text("㙍山村");
    std::string many;
    for (int i = 0; i < 130; ++i) {
        many += "厂";
    }
    parcels.table["town"].add_text(many);
    parcels.table.complete();
    auto shapes = std::make_shared<Polygons>();
    test::add_square(*shapes, {40'500'000.0, 3'300'000.0}, 10.0);
    shapes->close_part();
    shapes->close_feature();
    parcels.shapes = std::shared_ptr<const Polygons>{shapes};

    const auto issues = write_shapefile(m_scratch / "a.shp", parcels, zone_40());

    ASSERT_EQ(issues.size(), 2U);
    EXPECT_EQ(issues[0].kind, "characters_not_in_gbk");
    EXPECT_EQ(issues[0].subject, "330681001001GB00009");
    EXPECT_NE(issues[0].text.zh.find("㙍"), std::string::npos);
    EXPECT_EQ(issues[1].kind, "text_cut");
    const auto data = open(m_scratch / "a.shp");
    const std::unique_ptr<OGRFeature> row{data->GetLayer(0)->GetNextFeature()};
    EXPECT_STREQ(row->GetFieldAsString("QLR"), "〓山村");
    // 127 characters of two bytes are 254.
    EXPECT_EQ(std::string{row->GetFieldAsString("XZMC")}, many.substr(0, std::size_t{127} * 3));

    const auto in_utf8 =
        write_shapefile(m_scratch / "b.shp", parcels, zone_40(), {.encoding = DbfEncoding::utf8});
    ASSERT_EQ(in_utf8.size(), 1U);
    EXPECT_EQ(in_utf8[0].kind, "text_cut");
}

TEST_F(WritersTest, AShapefileThatWouldBeTooLargeIsRefusedBeforeItIsWritten)
{
    write_shapefile(m_scratch / "a.shp", three_parcels(), zone_40()).clear();
    const auto bytes = std::filesystem::file_size(m_scratch / "a.shp");
    EXPECT_THROW(static_cast<void>(write_shapefile(m_scratch / "b.shp", three_parcels(), zone_40(),
                                                   {.most_bytes = bytes / 2})),
                 Error);
    EXPECT_FALSE(std::filesystem::exists(m_scratch / "b.shp"));
    EXPECT_FALSE(std::filesystem::exists(m_scratch / "b.shp.partial"));
}

TEST_F(WritersTest, AFlatGeobufGivesBackWhatWasWrittenAndRefusesToDropARow)
{
    // The third parcel has no shape; GDAL 3.6 left it out and said nothing.
    EXPECT_THROW(write_flatgeobuf(m_scratch / "parcels.fgb", three_parcels(), zone_40()), Error);
    EXPECT_TRUE(std::filesystem::is_empty(m_scratch.path()));

    const SpatialTable all = three_parcels();
    auto shapes = std::make_shared<Polygons>();
    shapes->append(*all.polygons(), 0, 2);
    SpatialTable two{parcels_table(), std::shared_ptr<const Polygons>{shapes}};
    const std::vector<std::uint32_t> rows{0, 1};
    fill_from_table(two.table, all.table, rows);
    write_flatgeobuf(m_scratch / "parcels.fgb", two, zone_40());

    const auto data = open(m_scratch / "parcels.fgb");
    ASSERT_TRUE(data);
    ASSERT_EQ(data->GetLayer(0)->GetFeatureCount(), 2);
    double area = 0.0;
    for (const auto& row : *data->GetLayer(0)) {
        area += row->GetGeometryRef()->toMultiPolygon()->get_Area();
    }
    EXPECT_NEAR(area, 9600.0 + 5000.0, 1e-6);
}

TEST_F(WritersTest, ACsvKeepsSpreadsheetsFromRunningIt)
{
    write_csv(m_scratch / "parcels.csv", three_parcels().table, zone_40());
    const std::string text = bytes_of(m_scratch / "parcels.csv");
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBFparcel_code,holder,"));
    EXPECT_NE(text.find("330681001001GB00002,'=cmd|' /C calc'!A0,"), std::string::npos);
    EXPECT_NE(text.find("\"low_plot_ratio,low_efficiency\""), std::string::npos);
    EXPECT_TRUE(text.ends_with("\r\n"));
}

TEST_F(WritersTest, NothingIsWrittenOverUnasked)
{
    const auto path = m_scratch / "parcels.csv";
    write_csv(path, three_parcels().table, zone_40());
    const std::string before = bytes_of(path);
    EXPECT_THROW(write_csv(path, run_table(), zone_40()), UsageError);
    EXPECT_EQ(bytes_of(path), before);

    WriteOptions replace = zone_40();
    replace.replace.overwrite = true;
    write_csv(path, run_table(), replace);
    EXPECT_NE(bytes_of(path), before);

    replace.replace.inputs = {path};
    EXPECT_THROW(write_csv(path, run_table(), replace), UsageError);
}

TEST_F(WritersTest, AFormatThatGdalDoesNotKnowLeavesNothingBehind)
{
    const std::vector<SpatialTable> tables{three_parcels()};
    EXPECT_THROW(write_with_gdal("NoSuchFormat", m_scratch / "a.xyz", tables, zone_40()),
                 UsageError);
    EXPECT_TRUE(std::filesystem::is_empty(m_scratch.path()));
}

} // namespace
} // namespace tenglong::geo
