#include "geo/read/layer.hpp"

#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

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
        const std::string path = (m_folder / name).string();
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

TEST_F(LayerFiles, ATableIsNoLayerOfParcels)
{
    const std::string path = file("a.csv", "宗地代码\n330681001001GB00001\n");
    EXPECT_THROW(static_cast<void>(read(path, InputKind::parcels)), UsageError);
}

} // namespace tenglong::geo
