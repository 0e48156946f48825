#include "tools/cli/commands/export.hpp"

#include "core/base/error.hpp"
#include "geo/read/gdal.hpp"
#include "tests/geo/write/support.hpp"
#include "tools/cli/parser.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace tenglong::tools {
namespace {

namespace test = geo::test;

class ExportTest : public ::testing::Test {
protected:
    ExportTest()
    {
        const std::vector<geo::SpatialTable> tables{test::three_parcels(), {run_table()}};
        geo::write_geopackage(m_scratch / "result.gpkg", tables, test::zone_40());
    }

    /// Runs the command with the result as its argument; what it prints.
    [[nodiscard]] std::string run(std::vector<std::string> words) const
    {
        const Command root{.name = "tenglong", .summary = {}, .children = {export_command()}};
        words.insert(words.begin(), {"export", m_scratch.path().string()});
        std::ostringstream out;
        std::ostringstream err;
        Console console{.out = out, .err = err, .lang = Lang::en};
        const Request request = parse(root, words, console.command);
        EXPECT_EQ(request.command->run(console), ExitCode::done);
        EXPECT_EQ(err.str(), "");
        return out.str();
    }

    [[nodiscard]] std::string place(const char* name) const { return (m_scratch / name).string(); }

    test::Scratch m_scratch;
};

[[nodiscard]] std::int64_t rows_of(const std::string& path, int layer = 0)
{
    geo::start_gdal();
    const geo::DatasetPtr data = geo::open_vector(path);
    return data && data->GetLayerCount() > layer ? data->GetLayer(layer)->GetFeatureCount() : -1;
}

TEST_F(ExportTest, TheParcelsAreWhatAFormatOfOneTableGets)
{
    EXPECT_EQ(run({"--to", place("a.geojson")}),
              "'parcels': 3 rows in '" + place("a.geojson") + "'\n");
    EXPECT_EQ(rows_of(place("a.geojson")), 3);
}

TEST_F(ExportTest, EveryTableGoesWhereThereIsRoomForAll)
{
    static_cast<void>(run({"--to", place("a.gpkg"), "--table", "all"}));
    EXPECT_EQ(rows_of(place("a.gpkg"), 0), 3);
    EXPECT_EQ(rows_of(place("a.gpkg"), 1), 0);
    EXPECT_THROW(static_cast<void>(run({"--to", place("a.csv"), "--table", "all"})), UsageError);
}

TEST_F(ExportTest, ASheetHasTheTableWithItsHeadings)
{
    static_cast<void>(run({"--to", place("a.xlsx"), "--table", "parcels"}));
    EXPECT_GE(rows_of(place("a.xlsx")), 3);
    EXPECT_FALSE(std::filesystem::exists(place("a.xlsx.partial")));
}

TEST_F(ExportTest, NothingIsReplacedUnasked)
{
    std::ofstream{place("a.xlsx")} << "mine";
    EXPECT_THROW(static_cast<void>(run({"--to", place("a.xlsx")})), UsageError);
    EXPECT_EQ(test::bytes_of(place("a.xlsx")), "mine");
    static_cast<void>(run({"--to", place("a.xlsx"), "--overwrite"}));
    EXPECT_NE(test::bytes_of(place("a.xlsx")), "mine");
}

TEST_F(ExportTest, TheResultItselfIsNeverWrittenOver)
{
    const std::string before = test::bytes_of(place("result.gpkg"));
    EXPECT_THROW(static_cast<void>(run({"--to", place("result.gpkg"), "--overwrite"})), UsageError);
    EXPECT_EQ(test::bytes_of(place("result.gpkg")), before);
}

TEST_F(ExportTest, AShapefileIsInTheEncodingAskedFor)
{
    static_cast<void>(run({"--to", place("a.shp"), "--encoding", "utf8"}));
    EXPECT_EQ(test::bytes_of(place("a.cpg")), "UTF-8");
}

TEST_F(ExportTest, WhatIsMaskedHasNoNameAndMatchesTheNextExportWithThatKey)
{
    std::ofstream{place("key")} << "a secret of sixteen characters and more\n";
    for (const char* name : {"a.gpkg", "a.xlsx", "a.shp", "a.geojson", "a.csv", "b.csv"}) {
        static_cast<void>(
            run({"--to", place(name), "--table", "parcels", "--mask-key", place("key")}));
        EXPECT_EQ(test::bytes_of(place(name)).find("330681001001GB00001"), std::string::npos);
    }
    EXPECT_EQ(test::bytes_of(place("a.csv")), test::bytes_of(place("b.csv")));
    // Three parcels: what one or two of them have is starred.
    EXPECT_EQ(test::bytes_of(place("a.csv")).find("9600"), std::string::npos);
    EXPECT_NE(test::bytes_of(place("a.csv")).find('*'), std::string::npos);
}

TEST_F(ExportTest, AKeyThatCouldBeGuessedIsRefused)
{
    std::ofstream{place("key")} << "1234\n";
    EXPECT_THROW(static_cast<void>(run({"--to", place("a.csv"), "--mask-key", place("key")})),
                 UsageError);
    EXPECT_FALSE(std::filesystem::exists(place("a.csv")));
}

} // namespace
} // namespace tenglong::tools
