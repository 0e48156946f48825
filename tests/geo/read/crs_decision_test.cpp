#include "geo/read/crs_decision.hpp"

#include "core/base/error.hpp"
#include "geo/read/gdal.hpp"
#include "tests/geo/read/support.hpp"

#include <gtest/gtest.h>

namespace tenglong::geo {
namespace {

using test::count;

constexpr Box k_degrees{120.20, 29.60, 120.30, 29.75};
constexpr Box k_grid{510'000, 3'280'000, 530'000, 3'300'000};
constexpr Box k_zone_40{40'510'000, 3'280'000, 40'530'000, 3'300'000};
/// 120.2E 29.7N in Web Mercator.
constexpr Box k_mercator{13'375'000, 3'463'000, 13'386'000, 3'475'000};

Box swapped(const Box& box)
{
    return {box.min_y, box.min_x, box.max_y, box.max_x};
}

CrsEvidence evidence(int epsg, const Box& extent)
{
    CrsEvidence result;
    result.section = "parcels";
    result.place.file = "parcels.shp";
    if (epsg != 0) {
        OGRSpatialReference srs;
        srs.importFromEPSG(epsg);
        char* wkt = nullptr;
        srs.exportToWkt(&wkt);
        result.declared = wkt;
        CPLFree(wkt);
    }
    result.extent = extent;
    return result;
}

/// The message of the refusal; fails the test if there is none.
std::string refusal(const CrsEvidence& given)
{
    std::vector<Issue> issues;
    try {
        (void)decide_crs(given, issues);
    } catch (const UsageError& error) {
        return error.text().en;
    }
    ADD_FAILURE() << "not refused";
    return {};
}

TEST(DecideCrs, TakesWhatIsDeclaredWhereTheCoordinatesAgree)
{
    std::vector<Issue> issues;
    EXPECT_EQ(decide_crs(evidence(4549, k_grid), issues).crs.epsg, 4549);
    EXPECT_EQ(decide_crs(evidence(4528, k_zone_40), issues).crs.epsg, 4528);
    EXPECT_EQ(decide_crs(evidence(4490, k_degrees), issues).crs.epsg, 4490);
    EXPECT_EQ(decide_crs(evidence(3857, k_mercator), issues).crs.epsg, 3857);
    EXPECT_TRUE(issues.empty());
}

TEST(DecideCrs, SwapsAxesThatAreStoredNorthingFirst)
{
    for (const auto& [epsg, box] :
         {std::pair{4549, k_grid}, std::pair{4528, k_zone_40}, std::pair{4490, k_degrees}}) {
        std::vector<Issue> issues;
        const CrsDecision decision = decide_crs(evidence(epsg, swapped(box)), issues);
        EXPECT_TRUE(decision.swap_axes);
        EXPECT_EQ(decision.crs.epsg, epsg);
        EXPECT_EQ(count(issues, "axes_swapped"), 1U);
    }
}

TEST(DecideCrs, AddsOrDropsTheZoneNumberOfTheDeclaredMeridian)
{
    std::vector<Issue> issues;
    EXPECT_EQ(decide_crs(evidence(4549, k_zone_40), issues).crs.epsg, 4528);
    EXPECT_EQ(decide_crs(evidence(4528, k_grid), issues).crs.epsg, 4549);
    EXPECT_EQ(count(issues, "crs_zone_number"), 2U);
}

TEST(DecideCrs, RefusesEastingsOfAnotherZone)
{
    // Zone 39 has its meridian at 117E.
    const std::string message = refusal(evidence(4527, k_zone_40));
    EXPECT_NE(message.find("zone number 40"), std::string::npos) << message;
    EXPECT_NE(message.find("--set parcels.crs=EPSG:4528"), std::string::npos) << message;
}

TEST(DecideCrs, RefusesMetresWhereDegreesAreDeclaredAndTheReverse)
{
    const std::string metres = refusal(evidence(4490, k_zone_40));
    EXPECT_NE(metres.find("they are metres"), std::string::npos) << metres;
    EXPECT_NE(metres.find("EPSG:4528"), std::string::npos) << metres;
    const std::string degrees = refusal(evidence(4549, k_degrees));
    EXPECT_NE(degrees.find("they are degrees"), std::string::npos) << degrees;
    EXPECT_NE(degrees.find("EPSG:4490"), std::string::npos) << degrees;
}

TEST(DecideCrs, RefusesWebMercatorThatCallsItselfAGrid)
{
    const std::string message = refusal(evidence(4549, k_mercator));
    EXPECT_NE(message.find("EPSG:3857"), std::string::npos) << message;
}

TEST(DecideCrs, TellsZone13FromWebMercatorByTheAreasThatTheLayerStates)
{
    // 13,380,000 is an easting of the 6-degree zone 13 and an abscissa of Web Mercator at 120E.
    const std::string unsure = refusal(evidence(0, k_mercator));
    EXPECT_NE(unsure.find("zone 13"), std::string::npos);
    EXPECT_NE(unsure.find("EPSG:3857"), std::string::npos);
    std::vector<Issue> issues;
    EXPECT_EQ(decide_crs(evidence(4491, k_mercator), issues).crs.epsg, 4491);
    CrsEvidence stretched = evidence(0, k_mercator);
    stretched.area_ratio = 1.325; // 1 / cos² of 29.7 degrees
    EXPECT_EQ(refusal(stretched).find("zone 13"), std::string::npos);
}

TEST(DecideCrs, AsksWhereNothingIsDeclaredAndProposesWhatItSees)
{
    EXPECT_NE(refusal(evidence(0, k_zone_40)).find("--set parcels.crs=EPSG:4528"),
              std::string::npos);
    EXPECT_NE(refusal(evidence(0, k_degrees)).find("--set parcels.crs=EPSG:4490"),
              std::string::npos);
    EXPECT_NE(refusal(evidence(0, k_grid)).find("meridian nobody can tell"), std::string::npos);
    EXPECT_NE(refusal(evidence(0, {1000, 2000, 3000, 4000})).find("local grid"), std::string::npos);
}

TEST(DecideCrs, TakesTheJobFilesWordAndHoldsItAgainstTheCoordinates)
{
    std::vector<Issue> issues;
    CrsEvidence given = evidence(0, k_grid);
    given.job = "EPSG:4549";
    EXPECT_EQ(decide_crs(given, issues).crs.epsg, 4549);
    given.job = "EPSG:4490";
    EXPECT_NE(refusal(given).find("they are metres"), std::string::npos);
    given.job = "nonsense";
    EXPECT_NE(refusal(given).find("is no CRS"), std::string::npos);
}

TEST(BulkExtent, LeavesStrayPointsOut)
{
    std::vector<Point> points(100, Point{500'000, 3'300'000});
    points[0] = {0, 0};
    points[1] = {1e20, -5};
    const Box box = bulk_extent(points);
    EXPECT_EQ(box.min_x, 500'000);
    EXPECT_EQ(box.max_y, 3'300'000);
    EXPECT_TRUE(bulk_extent({}).empty());
}

TEST(WorkingCrs, IsTheThreeDegreeZoneOfTheData)
{
    EXPECT_EQ(working_crs("auto", *parse_crs("4528"), k_zone_40, false).epsg, 4528);
    EXPECT_EQ(working_crs("auto", *parse_crs("4490"), k_degrees, false).epsg, 4549);
    // 6-degree zone 20 has its meridian at 117E; 2 degrees east of it the 3-degree zone is 120E's.
    EXPECT_EQ(working_crs("auto", *parse_crs("4498"),
                          {20'690'000, 3'280'000, 20'710'000, 3'300'000}, false)
                  .epsg,
              4549);
    EXPECT_EQ(working_crs("auto", *parse_crs("3857"), k_mercator, false).epsg, 4549);
    EXPECT_EQ(working_crs("EPSG:4548", *parse_crs("4528"), k_zone_40, false).epsg, 4548);
}

TEST(WorkingCrs, IsNeverInDegreesAndNeedsParametersForAnOlderDatum)
{
    EXPECT_THROW((void)working_crs("EPSG:4490", *parse_crs("4528"), k_zone_40, false), UsageError);
    EXPECT_THROW((void)working_crs("auto", *parse_crs("2385"), k_grid, false), UsageError);
    EXPECT_EQ(working_crs("auto", *parse_crs("2385"), k_grid, true).epsg, 4549);
    EXPECT_EQ(working_crs("EPSG:2385", *parse_crs("2385"), k_grid, false).epsg, 2385);
}

} // namespace
} // namespace tenglong::geo
