#include "tests/tools/gen/city.hpp"
#include "tests/tools/gen/temp_folder.hpp"
#include "tools/gen/generate.hpp"

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <sstream>

namespace tenglong::tools::gen {
namespace {

struct Close {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, Close>;

[[nodiscard]] Dataset open(const std::string& path)
{
    return Dataset{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
}

/// A city written once for all tests that read it.
class Written : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_folder = new TempFolder;
        Options options = City::options_of(300, 6);
        options.out = s_folder->path();
        s_made = generate(options);
    }
    static void TearDownTestSuite()
    {
        delete s_folder;
        s_folder = nullptr;
    }
    [[nodiscard]] static std::string path(const char* name)
    {
        return s_folder->path() + "/" + name;
    }

    inline static TempFolder* s_folder = nullptr;
    inline static Generated s_made;
};

TEST_F(Written, ParcelsReadBackWithTheirChineseAndTheirAreas)
{
    const Dataset file = open(path("parcels.shp"));
    OGRLayer& layer = *file->GetLayer(0);
    EXPECT_EQ(layer.GetFeatureCount(), 300);
    std::istringstream truth{bytes_of(path("truth/parcels.csv"))};
    std::string line;
    std::getline(truth, line);
    for (const auto& feature : layer) {
        std::getline(truth, line);
        EXPECT_TRUE(line.starts_with(feature->GetFieldAsString("ZDDM")));
        EXPECT_STREQ(feature->GetFieldAsString("MJDW"), "平方米");
        const double area = OGR_G_Area(OGRGeometry::ToHandle(feature->GetGeometryRef()));
        EXPECT_NEAR(area, feature->GetFieldAsDouble("ZDMJ"), 0.0005 * area);
    }
}

TEST_F(Written, LayersHaveTheirZone)
{
    for (const char* name : {"parcels.shp", "buildings.shp", "control_line.gpkg", "changes.gpkg",
                             "candidates.gpkg", "base.gpkg"}) {
        const Dataset file = open(path(name));
        for (OGRLayer* layer : file->GetLayers()) {
            OGRSpatialReference zone;
            zone.importFromEPSG(4549);
            zone.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
            EXPECT_TRUE(layer->GetSpatialRef()->IsSame(&zone)) << name;
            EXPECT_GT(layer->GetFeatureCount(), 0) << name << " " << layer->GetName();
            OGREnvelope box;
            ASSERT_EQ(layer->GetExtent(&box), OGRERR_NONE) << name;
            EXPECT_TRUE(box.MinX > 500'000 && box.MaxX < 560'000) << name;
            EXPECT_TRUE(box.MinY > 3'270'000 && box.MaxY < 3'320'000) << name;
        }
    }
}

TEST_F(Written, BaseHasTheLayersOfTheJob)
{
    const Dataset file = open(path("base.gpkg"));
    for (const char* name :
         {"towns", "parks", "units", "planned_use", "farmland", "red_line", "roads", "water"}) {
        EXPECT_NE(file->GetLayerByName(name), nullptr) << name;
    }
}

TEST_F(Written, EnterprisesHaveAHeaderOfTwoRowsAndCodesAsText)
{
    CPLSetConfigOption("OGR_XLSX_HEADERS", "DISABLE");
    CPLSetConfigOption("OGR_XLSX_FIELD_TYPES", "STRING");
    const Dataset file = open(path("enterprises.xlsx"));
    OGRLayer& layer = *file->GetLayer(0);
    EXPECT_EQ(layer.GetFeatureCount(), s_made.enterprises + 2);
    const std::unique_ptr<OGRFeature> groups{layer.GetNextFeature()};
    const std::unique_ptr<OGRFeature> names{layer.GetNextFeature()};
    const std::unique_ptr<OGRFeature> first{layer.GetNextFeature()};
    EXPECT_STREQ(groups->GetFieldAsString(0), "序号");
    EXPECT_STREQ(groups->GetFieldAsString(1), "基本信息");
    EXPECT_STREQ(names->GetFieldAsString(2), "统一社会信用代码");
    EXPECT_EQ(std::string{first->GetFieldAsString(2)}.size(), 18U);
    CPLSetConfigOption("OGR_XLSX_HEADERS", nullptr);
    CPLSetConfigOption("OGR_XLSX_FIELD_TYPES", nullptr);
}

TEST_F(Written, LeasesAreInGbkAndSupplyHasAMark)
{
    // 出租方 in GBK
    EXPECT_NE(bytes_of(path("leases.csv")).find("\xB3\xF6\xD7\xE2\xB7\xBD"), std::string::npos);
    EXPECT_TRUE(bytes_of(path("supply.csv")).starts_with("\xEF\xBB\xBF"));
}

TEST_F(Written, ControlLineHasTheAreaOfTheTotals)
{
    const Dataset file = open(path("control_line.gpkg"));
    double sum = 0.0;
    for (const auto& feature : *file->GetLayer(0)) {
        EXPECT_TRUE(feature->GetGeometryRef()->IsValid());
        sum += OGR_G_Area(OGRGeometry::ToHandle(feature->GetGeometryRef()));
    }
    const std::string totals = bytes_of(path("truth/totals.csv"));
    const auto at = totals.find("line_before_m2,") + 15;
    EXPECT_NEAR(sum, std::stod(totals.substr(at, 30)), 0.01);
}

TEST_F(Written, ParcelsLieInsideOfTheLineAsTheTruthSays)
{
    const Dataset line_file = open(path("control_line.gpkg"));
    OGRMultiPolygon line;
    for (const auto& feature : *line_file->GetLayer(0)) {
        for (const auto* polygon : *feature->GetGeometryRef()->toMultiPolygon()) {
            line.addGeometry(polygon);
        }
    }
    const City city{300, 6};
    const Dataset file = open(path("parcels.shp"));
    OGRLayer& layer = *file->GetLayer(0);
    auto feature = layer.begin();
    for (const Batch& batch : city.batches()) {
        for (const Parcel& parcel : batch.parcels) {
            const std::unique_ptr<OGRGeometry> common{
                (*feature)->GetGeometryRef()->Intersection(&line)};
            const double area = OGR_G_Area(OGRGeometry::ToHandle(common.get()));
            EXPECT_NEAR(area, parcel.in_line_m2, 0.01) << parcel.code;
            ++feature;
        }
    }
}

TEST(WrittenInDegrees, LiesWhereItShould)
{
    const TempFolder folder;
    Options options = City::options_of(60, 6);
    options.out = folder.path();
    options.epsg = 4490;
    generate(options);
    const Dataset file = open(folder.path() + "/parcels.shp");
    OGREnvelope box;
    ASSERT_EQ(file->GetLayer(0)->GetExtent(&box), OGRERR_NONE);
    EXPECT_TRUE(box.MinX > 120.2 && box.MaxX < 120.5);
    EXPECT_TRUE(box.MinY > 29.6 && box.MaxY < 29.9);
}

TEST(WrittenWithZone, HasTheZoneInItsEastings)
{
    const TempFolder folder;
    Options options = City::options_of(60, 6);
    options.out = folder.path();
    options.epsg = 4528;
    generate(options);
    const Dataset file = open(folder.path() + "/parcels.shp");
    OGREnvelope box;
    ASSERT_EQ(file->GetLayer(0)->GetExtent(&box), OGRERR_NONE);
    EXPECT_TRUE(box.MinX > 40'500'000 && box.MaxX < 40'560'000);
}

} // namespace
} // namespace tenglong::tools::gen
