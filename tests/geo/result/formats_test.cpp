#include "geo/result/formats.hpp"

#include "core/base/error.hpp"
#include "geo/read/gdal.hpp"
#include "tests/geo/write/support.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {
namespace {

using test::three_parcels;
using test::zone_40;
using Kind = ExportFormat::Kind;

TEST(ExportFormat, FollowsTheEndingUnlessItIsNamed)
{
    EXPECT_EQ(export_format("", "a.gpkg").kind, Kind::geopackage);
    EXPECT_EQ(export_format("", "a.GeoJSON").kind, Kind::geojson);
    EXPECT_EQ(export_format("", "folder/a.shp").kind, Kind::shapefile);
    EXPECT_EQ(export_format("", "a.csv").kind, Kind::csv);
    EXPECT_EQ(export_format("", "a.xlsx").kind, Kind::xlsx);
    EXPECT_EQ(export_format("", "PG:dbname=land").kind, Kind::postgis);
    EXPECT_EQ(export_format("fgb", "a.bin").kind, Kind::flatgeobuf);
    EXPECT_EQ(export_format("", "a.tab").driver, "MapInfo File");
    EXPECT_EQ(export_format("dxf", "a").driver, "DXF");
}

TEST(ExportFormat, WhatCannotBeWrittenIsRefused)
{
    EXPECT_THROW(static_cast<void>(export_format("", "a.nothing")), UsageError);
    EXPECT_THROW(static_cast<void>(export_format("", "a")), UsageError);
    EXPECT_THROW(static_cast<void>(export_format("word", "a.gpkg")), UsageError);
}

TEST(ExportFormat, SaysWhichHoldSeveralTables)
{
    EXPECT_TRUE(export_format("gpkg", "a").holds_many());
    EXPECT_TRUE(export_format("sqlite", "a").holds_many());
    EXPECT_FALSE(export_format("geojson", "a").holds_many());
    EXPECT_FALSE(export_format("shp", "a").holds_many());
}

/// A driver of GDAL that has no writer of its own here.
class OtherDriver : public ::testing::TestWithParam<const char*> {};

TEST_P(OtherDriver, GivesBackWhatWasWritten)
{
    const test::Scratch scratch;
    const auto path = scratch / GetParam();
    const std::vector<SpatialTable> tables{three_parcels()};

    static_cast<void>(write_tables(export_format("", path.string()), path, tables, zone_40(), {}));

    const GdalMessages messages;
    const DatasetPtr data = open_vector(path.string());
    ASSERT_TRUE(data) << messages.reason();
    OGRLayer* layer = data->GetLayer(0);
    ASSERT_EQ(layer->GetFeatureCount(), 3);
    std::size_t found = 0;
    for (const auto& row : *layer) {
        const std::string code = row->GetFieldAsString("parcel_code");
        found += code.starts_with("330681001001GB0000") ? 1 : 0;
        const int tax = row->GetFieldIndex("tax_wan");
        if (code.back() == '1') {
            EXPECT_STREQ(row->GetFieldAsString("holder"), "诸暨市甲纺织有限公司");
            EXPECT_NEAR(row->GetFieldAsDouble("area_mu"), 14.4, 1e-9);
            EXPECT_FALSE(row->IsFieldSetAndNotNull(tax) && row->GetFieldAsDouble(tax) != 0.0);
        }
    }
    EXPECT_EQ(found, 3U);
    EXPECT_FALSE(std::filesystem::exists(path.string() + ".partial"));
}

INSTANTIATE_TEST_SUITE_P(Files, OtherDriver,
                         ::testing::Values("a.sqlite", "a.gml", "a.ods", "a.geojsonl"),
                         [](const auto& each) { return std::string{each.param}.substr(2); });

} // namespace
} // namespace tenglong::geo
