#include "geo/mask/leaks.hpp"

#include "core/base/error.hpp"
#include "tests/geo/write/support.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {
namespace {

const Secrets k_secrets{"诸暨市甲纺织有限公司", "A&B 有限公司", "330681001001GB00001"};

TEST(Leaks, AreFoundInAnySpelling)
{
    EXPECT_EQ(find_leak("x诸暨市甲纺织有限公司y", k_secrets), "诸暨市甲纺织有限公司");
    EXPECT_EQ(find_leak("<v>A&amp;B 有限公司</v>", k_secrets), "A&B 有限公司");
    EXPECT_EQ(find_leak("code 330681001001GB00001", k_secrets), "330681001001GB00001");
    // 诸暨市甲纺织有限公司 as iconv -t GBK writes it.
    EXPECT_EQ(find_leak("\xD6\xEE\xF4\xDF\xCA\xD0\xBC\xD7\xB7\xC4\xD6\xAF\xD3\xD0\xCF\xDE\xB9\xAB"
                        "\xCB\xBE",
                        k_secrets),
              "诸暨市甲纺织有限公司");
    EXPECT_EQ(find_leak("诸暨市乙纺织有限公司, 330681001001GB00002", k_secrets), std::nullopt);
    EXPECT_EQ(find_leak("诸暨市甲纺织有限公", k_secrets), std::nullopt); // cut short at the end
}

class LeakFilesTest : public ::testing::Test {
protected:
    test::Scratch m_scratch;
};

TEST_F(LeakFilesTest, EveryFormatThatHasTheNameIsCaught)
{
    const SpatialTable parcels = test::three_parcels();
    const auto caught = [this](const char* name, const auto& write) {
        const auto folder = m_scratch / name;
        std::filesystem::create_directory(folder);
        write(folder / name);
        EXPECT_THROW(expect_no_leaks(folder, k_secrets), Error) << name;
        EXPECT_NO_THROW(expect_no_leaks(folder, {"嘉兴市丁纺织有限公司"})) << name;
    };
    const WriteOptions options = test::zone_40();
    const std::vector<SpatialTable> tables{parcels};
    caught("a.gpkg", [&](const auto& path) { write_geopackage(path, tables, options); });
    caught("a.geojson", [&](const auto& path) { write_geojson(path, parcels, options); });
    caught("a.csv", [&](const auto& path) { write_csv(path, parcels.table, options); });
    caught("a.shp",
           [&](const auto& path) { static_cast<void>(write_shapefile(path, parcels, options)); });
    caught("a.ods", [&](const auto& path) { write_with_gdal("ODS", path, tables, options); });
}

TEST_F(LeakFilesTest, AnOutputThatFailsInspectionIsNotMovedInPlace)
{
    WriteOptions options = test::zone_40();
    options.replace.inspect = [](const std::filesystem::path& folder) {
        expect_no_leaks(folder, k_secrets);
    };
    const auto path = m_scratch / "a.csv";
    EXPECT_THROW(write_csv(path, test::three_parcels().table, options), Error);
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_TRUE(std::filesystem::is_empty(m_scratch.path()));
}

} // namespace
} // namespace tenglong::geo
