#include "geo/result/result_file.hpp"

#include "core/base/error.hpp"
#include "core/tables/cell_text.hpp"
#include "tests/geo/write/support.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {
namespace {

using test::three_parcels;
using test::zone_40;

class ResultFileTest : public ::testing::Test {
protected:
    ResultFileTest()
    {
        std::vector<SpatialTable> tables{three_parcels()};
        // A fact that a policy adds is a column that no standard table has.
        tables[0]
            .table
            .add_column({.name = "steps", .type = ColumnType::integer, .label = {"级数", "steps"}})
            .add_integer(3);
        tables[0].table.complete();
        ResultTable issues = issues_table();
        issues["kind"].add_text("gap");
        issues["x"].add_number(40'500'000.0);
        issues["y"].add_number(3'300'000.0);
        issues.complete();
        issues["kind"].add_text("unmatched");
        issues.complete();
        tables.push_back(issues_layer(std::move(issues)));
        tables.push_back({run_table()});
        write_geopackage(m_scratch / "result.gpkg", tables, zone_40());
    }

    test::Scratch m_scratch;
};

TEST_F(ResultFileTest, GivesBackEveryCellAndShape)
{
    const SpatialTable written = three_parcels();
    const SpatialTable read = ResultFile{m_scratch.path()}.read("parcels");

    ASSERT_EQ(read.table.rows(), 3U);
    for (const ResultColumn& column : written.table.columns()) {
        const ResultColumn& same = read.table[column.spec().name];
        for (std::size_t row = 0; row < 3; ++row) {
            EXPECT_EQ(same.present(row), column.present(row)) << column.spec().name;
            EXPECT_EQ(plain_text(same, row), plain_text(column, row)) << column.spec().name;
        }
    }
    ASSERT_NE(read.polygons(), nullptr);
    EXPECT_EQ(read.polygons()->points, written.polygons()->points);
    EXPECT_EQ(read.polygons()->ring_start, written.polygons()->ring_start);
    EXPECT_EQ(read.polygons()->part_start, written.polygons()->part_start);
    EXPECT_EQ(read.polygons()->feature_start, written.polygons()->feature_start);
    EXPECT_EQ(read.table["status"].spec().words->shown("low_plot_ratio", Lang::zh), "低容积率");
    EXPECT_EQ(read.table["steps"].integer(0), 3);
}

TEST_F(ResultFileTest, KnowsItsTablesItsDayAndItsCoordinates)
{
    const ResultFile file{m_scratch / "result.gpkg"};
    EXPECT_EQ(file.names(), (std::vector<std::string>{"parcels", "issues", "run"}));
    EXPECT_EQ(file.crs(), "EPSG:4528");
    EXPECT_EQ(file.as_of(), (Date{2023, 12, 31}));
}

TEST_F(ResultFileTest, ARowMayHaveNoPoint)
{
    const SpatialTable issues = ResultFile{m_scratch.path()}.read("issues");
    ASSERT_NE(issues.points(), nullptr);
    ASSERT_EQ(issues.points()->size(), 2U);
    EXPECT_EQ((*issues.points())[0], (Point{40'500'000.0, 3'300'000.0}));
    EXPECT_FALSE((*issues.points())[1].has_value());
}

TEST_F(ResultFileTest, SaysWhichTablesThereAre)
{
    const ResultFile file{m_scratch.path()};
    try {
        static_cast<void>(file.read("parcel"));
        FAIL() << "a table that is not there was read";
    } catch (const UsageError& fault) {
        EXPECT_NE(fault.text().en.find("parcels, issues, run"), std::string::npos);
    }
}

TEST_F(ResultFileTest, WhatIsNoResultIsRefused)
{
    EXPECT_THROW(ResultFile{m_scratch / "nowhere"}, Error);
    std::ofstream{m_scratch / "broken.gpkg"} << "this is no database";
    EXPECT_THROW(ResultFile{m_scratch / "broken.gpkg"}, Error);
}

} // namespace
} // namespace tenglong::geo
