#include "geo/result/postgis_writer.hpp"

#include "core/base/error.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/read/connection.hpp"
#include "geo/read/gdal.hpp"
#include "geo/read/layer.hpp"
#include "tests/geo/write/support.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

// with_postgis.sh starts a server for these and puts how to reach it into TENGLONG_TEST_PG.

namespace tenglong::geo {
namespace {

using test::three_parcels;
using test::zone_40;

[[nodiscard]] std::string connection()
{
    const char* set = std::getenv("TENGLONG_TEST_PG");
    return set == nullptr ? "" : set;
}

/// The first cell of what the database answers.
[[nodiscard]] std::string ask(const char* sql)
{
    const GdalMessages messages;
    const DatasetPtr data = open_vector(connection(), {"PostgreSQL"});
    EXPECT_TRUE(data) << messages.reason();
    OGRLayer* rows = data ? data->ExecuteSQL(sql, nullptr, nullptr) : nullptr;
    EXPECT_NE(rows, nullptr) << messages.reason();
    if (rows == nullptr) {
        return {};
    }
    const FeaturePtr row{rows->GetNextFeature()};
    std::string answer = row ? row->GetFieldAsString(0) : "no row";
    data->ReleaseResultSet(rows);
    return answer;
}

void run(const char* sql)
{
    const GdalMessages messages;
    const DatasetPtr data = open_vector(connection(), {"PostgreSQL"});
    ASSERT_TRUE(data) << messages.reason();
    if (OGRLayer* rows = data->ExecuteSQL(sql, nullptr, nullptr)) {
        data->ReleaseResultSet(rows);
    }
}

TEST(Postgis, GivesBackWhatWasWrittenWithItsIndexes)
{
    start_gdal();
    const std::vector<SpatialTable> tables{three_parcels(), {run_table()}};
    EXPECT_EQ(write_postgis({connection(), "zhuji_a", "示例"}, tables, zone_40()), "zhuji_a");

    EXPECT_EQ(ask("SELECT count(*)::text FROM zhuji_a.parcels"), "3");
    // By hand: 100² less the hole of 20², and twice 50².
    EXPECT_EQ(ask("SELECT sum(ST_Area(geom))::text FROM zhuji_a.parcels"), "14600");
    EXPECT_EQ(ask("SELECT ST_SRID(geom)::text FROM zhuji_a.parcels LIMIT 1"), "4528");
    EXPECT_EQ(ask("SELECT holder FROM zhuji_a.parcels WHERE parcel_code LIKE '%01'"),
              "诸暨市甲纺织有限公司");
    EXPECT_EQ(ask("SELECT count(tax_wan)::text FROM zhuji_a.parcels"), "1"); // missing is not zero
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_indexes WHERE schemaname = 'zhuji_a' AND "
                  "tablename = 'parcels' AND (indexdef LIKE '%gist%' OR indexdef LIKE "
                  "'%(parcel_code)%')"),
              "2");
    EXPECT_EQ(ask("SELECT col_description('zhuji_a.parcels'::regclass, attnum) FROM pg_attribute "
                  "WHERE attrelid = 'zhuji_a.parcels'::regclass AND attname = 'area_mu'"),
              "用地面积（亩）");
}

TEST(Postgis, ALayerOfADatabaseIsReadAsAnInput)
{
    start_gdal();
    // As a bureau has it: a table of its own, names in Chinese, one parcel without a shape.
    for (const char* sql :
         {"CREATE SCHEMA IF NOT EXISTS bureau", "DROP TABLE IF EXISTS bureau.zd",
          "CREATE TABLE bureau.zd (id serial PRIMARY KEY, zddm text, \"权利人\" text, zdmj "
          "double precision, geom geometry(Polygon, 4549))",
          "INSERT INTO bureau.zd (zddm, \"权利人\", zdmj, geom) VALUES "
          "('330681001001GB00001', '诸暨甲纺织有限公司', 10000, ST_MakeEnvelope(523000, 3288000, "
          "523100, 3288100, 4549)), ('330681001001GB00002', NULL, NULL, NULL)"}) {
        run(sql);
    }
    InputSpec spec;
    spec.section = "parcels";
    spec.path = connection();
    spec.layer = "bureau.zd";
    std::vector<Issue> issues;
    Workers workers{1};
    const VectorLayer layer = read_layer(spec, issues, workers);

    ASSERT_EQ(layer.table.rows(), 2U);
    EXPECT_EQ(layer.table.text("parcel_code", 0), "330681001001GB00001");
    EXPECT_EQ(layer.table.text("holder", 0), "诸暨甲纺织有限公司");
    EXPECT_TRUE(layer.table.text("holder", 1).empty());
    EXPECT_DOUBLE_EQ(std::abs(area(layer.shapes[0])), 10'000.0);
    EXPECT_TRUE(layer.shapes[1].empty());
    EXPECT_EQ(layer.crs.crs.definition, "EPSG:4549");
    const auto missing = std::ranges::find(issues, "geometry_missing", &Issue::kind);
    ASSERT_NE(missing, issues.end());
    EXPECT_EQ(missing->place.row, 2);

    spec.where = "zddm LIKE '%02'";
    EXPECT_EQ(read_layer(spec, issues, workers).table.rows(), 1U);
    spec.layer = "bureau.nothing";
    EXPECT_THROW(static_cast<void>(read_layer(spec, issues, workers)), Error);
}

TEST(Postgis, KeepsEarlierResultsUnlessToldOtherwise)
{
    start_gdal();
    const std::vector<SpatialTable> tables{three_parcels()};
    const PostgisTarget target{connection(), "zhuji_b", "示例"};
    write_postgis(target, tables, zone_40());
    const std::vector<SpatialTable> others{{run_table()}};
    EXPECT_THROW(write_postgis(target, others, zone_40()), UsageError);
    EXPECT_EQ(ask("SELECT count(*)::text FROM zhuji_b.parcels"), "3");

    WriteOptions replace = zone_40();
    replace.replace.overwrite = true;
    write_postgis(target, others, replace);
    EXPECT_EQ(ask("SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = 'zhuji_b'"),
              "run");
    EXPECT_EQ(ask("SELECT string_agg(coalesce(tables, '') || (replaced_at IS NULL)::text, ' ' "
                  "ORDER BY id) FROM tenglong.runs WHERE schema_name = 'zhuji_b'"),
              "parcelsfalse runtrue");
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_namespace WHERE nspname LIKE '%partial'"), "0");
}

// The table `issues` has a column `row`, which once was the name of the key of every table.
TEST(Postgis, TakesEveryTableOfAResult)
{
    start_gdal();
    ResultTable issues = issues_table();
    for (int i = 0; i < 2; ++i) {
        issues["row"].add_integer(63);
        issues.complete();
    }
    std::vector<SpatialTable> tables{issues_layer(std::move(issues))};
    for (const TableMaker make : standard_tables()) {
        ResultTable table = make();
        if (table.shape() == ShapeKind::none) {
            tables.push_back({std::move(table)});
        }
    }
    EXPECT_EQ(write_postgis({connection(), "whole", "示例"}, tables, zone_40()), "whole");
    EXPECT_EQ(ask("SELECT sum(row)::text FROM whole.issues"), "126");
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_tables WHERE schemaname = 'whole'"),
              std::to_string(tables.size()));
}

TEST(Postgis, AnEarlierResultIsWholeAfterARunThatBrokeOff)
{
    start_gdal();
    const std::vector<SpatialTable> good{three_parcels()};
    const PostgisTarget target{connection(), "broken", "示例"};
    write_postgis(target, good, zone_40());
    // A column of the name that the shapes have: the database refuses the second table.
    ResultTable table{{.id = "odd", .title = {"odd", "odd"}, .shape = ShapeKind::polygons}};
    table.add_column({.name = "geom", .label = {"geom", "geom"}});
    const std::vector<SpatialTable> bad{three_parcels(),
                                        {std::move(table), std::make_shared<const Polygons>()}};
    WriteOptions replace = zone_40();
    replace.replace.overwrite = true;
    EXPECT_THROW(write_postgis(target, bad, replace), Error);
    EXPECT_EQ(ask("SELECT string_agg(tablename, ',') FROM pg_tables WHERE schemaname = 'broken'"),
              "parcels");
    EXPECT_EQ(ask("SELECT count(*)::text FROM broken.parcels"), "3");
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_namespace WHERE nspname LIKE '%partial'"), "0");
    EXPECT_EQ(ask("SELECT count(*)::text FROM tenglong.runs WHERE schema_name = 'broken'"), "1");
}

TEST(Postgis, ASchemaOfSomebodyElseIsNotDropped)
{
    start_gdal();
    {
        const DatasetPtr data = open_vector(connection(), {"PostgreSQL"});
        data->ExecuteSQL("CREATE SCHEMA theirs; CREATE TABLE theirs.land (a int)", nullptr,
                         nullptr);
    }
    const std::vector<SpatialTable> tables{{run_table()}};
    WriteOptions replace = zone_40();
    replace.replace.overwrite = true;
    EXPECT_THROW(write_postgis({connection(), "theirs", ""}, tables, replace), UsageError);
    EXPECT_THROW(expect_postgis({connection(), "theirs", ""}, Date{2023, 12, 31}, true),
                 UsageError);
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_tables WHERE schemaname = 'theirs'"), "1");
    // What could be done is only looked at.
    EXPECT_NO_THROW(expect_postgis({connection(), "not_yet", ""}, Date{2023, 12, 31}, false));
    EXPECT_EQ(ask("SELECT count(*)::text FROM pg_namespace WHERE nspname = 'not_yet'"), "0");
}

TEST(Postgis, NamesTheSchemaAfterTheDayAndRefusesOddOnes)
{
    start_gdal();
    const std::vector<SpatialTable> tables{{run_table()}};
    EXPECT_EQ(write_postgis({connection(), "", ""}, tables, zone_40()), "tenglong_20231231");
    for (const char* odd : {"public", "tenglong", "a b", "x; DROP SCHEMA public", "1a", "A"}) {
        EXPECT_THROW(write_postgis({connection(), odd, ""}, tables, zone_40()), UsageError) << odd;
    }
}

TEST(Postgis, PasswordsAreNotTold)
{
    EXPECT_EQ(without_password("PG:dbname=a password=secret host=b"),
              "PG:dbname=a password=*** host=b");
    EXPECT_EQ(without_password("PG:postgresql://me:secret@b/a"), "PG:postgresql://me:***@b/a");
    EXPECT_EQ(without_password("PG:dbname=a password='x y' host=b"),
              "PG:dbname=a password=*** host=b");
}

TEST(Postgis, ADatabaseThatIsNotThereIsAnError)
{
    const std::vector<SpatialTable> tables{{run_table()}};
    try {
        write_postgis({"PG:host=/nowhere dbname=a password=secret", "zhuji", ""}, tables,
                      zone_40());
        FAIL() << "wrote into nothing";
    } catch (const Error& fault) {
        EXPECT_EQ(fault.text().en.find("secret"), std::string::npos);
    }
}

} // namespace
} // namespace tenglong::geo
