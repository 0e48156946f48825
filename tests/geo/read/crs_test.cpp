#include "geo/read/crs.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tenglong::geo {
namespace {

TEST(GaussKrugerCrs, HasTheCodesOfTheEpsgRegistry)
{
    // First and last codes of each run, and Zhejiang's zone 40, from the EPSG registry.
    EXPECT_EQ(gauss_kruger_crs(Datum::cgcs2000, 3, 120, true).epsg, 4528);
    EXPECT_EQ(gauss_kruger_crs(Datum::cgcs2000, 3, 120, false).epsg, 4549);
    EXPECT_EQ(gauss_kruger_crs(Datum::cgcs2000, 3, 75, true).epsg, 4513);
    EXPECT_EQ(gauss_kruger_crs(Datum::cgcs2000, 3, 135, false).epsg, 4554);
    EXPECT_EQ(gauss_kruger_crs(Datum::cgcs2000, 6, 117, true).epsg, 4498);
    EXPECT_EQ(gauss_kruger_crs(Datum::cgcs2000, 6, 135, false).epsg, 4512);
    EXPECT_EQ(gauss_kruger_crs(Datum::xian80, 3, 120, true).epsg, 2364);
    EXPECT_EQ(gauss_kruger_crs(Datum::xian80, 3, 120, false).epsg, 2385);
    EXPECT_EQ(gauss_kruger_crs(Datum::beijing54, 3, 120, false).epsg, 2437);
    EXPECT_EQ(gauss_kruger_crs(Datum::beijing54, 6, 117, true).epsg, 21420);
    EXPECT_EQ(gauss_kruger_crs(Datum::cgcs2000, 3, 120, true).false_easting, 40'500'000.0);
}

TEST(ParseCrs, FindsEveryZoneOfEveryFamilyAgain)
{
    constexpr std::array k_datums{Datum::cgcs2000, Datum::xian80, Datum::beijing54};
    for (const Datum datum : k_datums) {
        for (const int width : {3, 6}) {
            for (int meridian = 75; meridian <= 135; meridian += width) {
                for (const bool with_zone : {false, true}) {
                    const Crs zone = gauss_kruger_crs(datum, width, meridian, with_zone);
                    SCOPED_TRACE(zone.shown());
                    const auto parsed = parse_crs(zone.definition);
                    ASSERT_TRUE(parsed);
                    EXPECT_EQ(*parsed, zone);
                    EXPECT_EQ(parsed->datum, datum);
                    EXPECT_FALSE(parsed->by_parameters);
                }
            }
        }
    }
}

TEST(ParseCrs, ReadsNumbersNamesAndRefusesTheRest)
{
    EXPECT_EQ(parse_crs("4549")->epsg, 4549);
    EXPECT_EQ(parse_crs(" EPSG:4490 ")->projection, Projection::geographic);
    EXPECT_EQ(parse_crs("EPSG:3857")->projection, Projection::web_mercator);
    EXPECT_EQ(parse_crs("EPSG:32650")->projection, Projection::other);
    EXPECT_FALSE(parse_crs("somewhere"));
    EXPECT_FALSE(parse_crs(""));
    EXPECT_FALSE(parse_crs("EPSG:999999"));
}

TEST(CrsFromWkt, KnowsTheNamesThatEsriWrites)
{
    const auto crs = crs_from_wkt(
        R"(PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",)"
        R"(DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],)"
        R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],)"
        R"(PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],)"
        R"(PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])");
    ASSERT_TRUE(crs);
    EXPECT_EQ(crs->epsg, 4549);
}

TEST(CrsFromWkt, MatchesANamelessSystemOnEqualParametersOnly)
{
    const auto wkt = [](std::string_view meridian, std::string_view flattening) {
        return std::string{
                   R"(PROJCS["local",GEOGCS["unknown",DATUM["unknown",SPHEROID["s",6378137,)"} +
               std::string{flattening} +
               R"(]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
               R"(PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",)" +
               std::string{meridian} +
               R"(],PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],)"
               R"(PARAMETER["false_northing",0],UNIT["metre",1]])";
    };
    const auto equal = crs_from_wkt(wkt("120", "298.257222101"));
    ASSERT_TRUE(equal);
    EXPECT_EQ(equal->epsg, 4549);
    EXPECT_TRUE(equal->by_parameters);

    // A city's own meridian is fully described, but it is no national zone.
    const auto own_meridian = crs_from_wkt(wkt("120.5", "298.257222101"));
    ASSERT_TRUE(own_meridian);
    EXPECT_EQ(own_meridian->zone_width, 0);
    EXPECT_EQ(own_meridian->meridian, 120.5);

    const auto other_ellipsoid = crs_from_wkt(wkt("120", "298.3"));
    ASSERT_TRUE(other_ellipsoid);
    EXPECT_EQ(other_ellipsoid->datum, Datum::other);
}

TEST(CrsFromWkt, RefusesTheNameOfALocalGridAndWhatIsNoWkt)
{
    EXPECT_FALSE(crs_from_wkt(R"(LOCAL_CS["某市独立坐标系",UNIT["metre",1]])"));
    EXPECT_FALSE(crs_from_wkt("EPSG:4549"));
    EXPECT_FALSE(crs_from_wkt(""));
    EXPECT_FALSE(crs_from_wkt("PROJCS[\"cut"));
}

} // namespace
} // namespace tenglong::geo
