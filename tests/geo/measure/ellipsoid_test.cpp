#include "geo/measure/ellipsoid.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/measure/gauss_kruger.hpp"
#include "tests/support/shapes.hpp"

#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>
#include <gtest/gtest.h>

#include <numbers>

namespace tenglong::geo {

namespace {

constexpr double k_degree = std::numbers::pi / 180.0;

/// The same ring by GeographicLib, which joins points by geodesics: so the edges, straight in the
/// plane, are given to it in pieces of `piece_m`.
double by_geodesics(RingView ring, const Ellipsoid& ellipsoid, const GaussKruger& projection,
                    double piece_m)
{
    const GeographicLib::Geodesic geodesic{ellipsoid.semi_major_m, ellipsoid.flattening()};
    GeographicLib::PolygonArea polygon{geodesic};
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point along = ring[i + 1] - ring[i];
        const double pieces = std::ceil(std::hypot(along.x, along.y) / piece_m);
        for (double k = 0.0; k < pieces; k += 1.0) {
            const Point place = projection.to_geodetic(ring[i] + along * (k / pieces));
            polygon.AddPoint(place.y / k_degree, place.x / k_degree);
        }
    }
    double perimeter = 0.0;
    double area = 0.0;
    polygon.Compute(false, true, perimeter, area);
    return area;
}

// A quarter degree square at 30 degrees north against a published closed form: the zone between two
// parallels on the authalic sphere, b²/2 (sin/(1-e² sin²) + atanh(e sin)/e) per radian.
TEST(EllipsoidArea, TrapeziumEqualsTheClosedFormOfAZone)
{
    for (const Ellipsoid& ellipsoid : {k_cgcs2000, k_xian80, k_beijing54, k_wgs84}) {
        const double e2 = ellipsoid.eccentricity_2();
        const double e = std::sqrt(e2);
        const double b = ellipsoid.semi_major_m * (1.0 - ellipsoid.flattening());
        const auto zone = [&](double latitude) {
            const double s = std::sin(latitude);
            return b * b / 2.0 * (s / (1.0 - e2 * s * s) + std::atanh(e * s) / e);
        };
        for (const double latitude : {0.0, 18.0, 30.0, 45.0, 53.0}) {
            const double low = latitude * k_degree;
            const double high = (latitude + 0.25) * k_degree;
            const double series = EllipsoidArea{ellipsoid}.trapezium({1.0, low}, {1.0, high});
            EXPECT_NEAR(series / (zone(high) - zone(low)), 1.0, 1e-11)
                << latitude; // e^10 is cut off
        }
    }
}

// GeographicLib measures each edge down to the equator, so its own figure moves by some 2e-5 m2
// with the number of pieces: below 2 hectares that is more than 1e-9 of the parcel.
TEST(EllipsoidArea, OfParcelsEqualsGeographicLibTo1e9)
{
    tests::Random random{31};
    const GaussKruger projection{k_cgcs2000, 120.0, 40'500'000.0};
    const EllipsoidArea measure{k_cgcs2000};
    const auto to_geodetic = [&](Point p) { return projection.to_geodetic(p); };
    for (int round = 0; round < 40; ++round) {
        SCOPED_TRACE(round);
        const Point centre{40'500'000.0 + random.between(-150'000, 150'000),
                           random.between(2'500'000, 3'500'000)};
        const double size = random.between(50, 3000);
        const std::vector<Point> ring = random.star(centre, 4 + random.below(10), size / 3, size);
        const double expected = by_geodesics(ring, k_cgcs2000, projection, 20.0);
        EXPECT_NEAR(measure.ring(ring, to_geodetic), expected, 5e-5 + 1e-9 * expected);
    }
}

// The domain notes, 7.6: at 30 degrees north the plane area is larger by 0.006 % half a degree from
// the central meridian, 0.023 % one degree and 0.052 % one and a half degrees from it.
TEST(EllipsoidArea, DiffersFromThePlaneAsTheNotesSay)
{
    const GaussKruger projection{k_cgcs2000, 120.0, 500'000.0};
    const auto to_geodetic = [&](Point p) { return projection.to_geodetic(p); };
    Workers workers{1};
    for (const auto& [degrees, percent] :
         {std::pair{0.5, 0.006}, std::pair{1.0, 0.023}, std::pair{1.5, 0.052}}) {
        const Point corner = projection.to_plane({(120.0 + degrees) * k_degree, 30.0 * k_degree});
        const Polygons square =
            tests::raw_part({{corner, corner + Point{100, 0}, corner + Point{100, 100},
                              corner + Point{0, 100}, corner}});
        const double ground = ellipsoid_areas(square, k_cgcs2000, to_geodetic, workers)[0];
        EXPECT_NEAR((10'000.0 / ground - 1.0) * 100.0, percent, 0.0006);
    }
}

TEST(EllipsoidArea, HolesAreTakenOff)
{
    const GaussKruger projection{k_cgcs2000, 120.0, 500'000.0};
    const auto to_geodetic = [&](Point p) { return projection.to_geodetic(p); };
    Workers workers{1};
    const std::vector<Point> hole{{500'020, 3'320'020},
                                  {500'020, 3'320'070},
                                  {500'070, 3'320'070},
                                  {500'070, 3'320'020},
                                  {500'020, 3'320'020}};
    const Polygons frame = tests::raw_part({{{500'000, 3'320'000},
                                             {500'100, 3'320'000},
                                             {500'100, 3'320'100},
                                             {500'000, 3'320'100},
                                             {500'000, 3'320'000}},
                                            hole});
    // On the central meridian the plane is true: 10,000 less 2,500.
    EXPECT_NEAR(ellipsoid_areas(frame, k_cgcs2000, to_geodetic, workers)[0], 7500.0, 1e-4);
}

} // namespace

} // namespace tenglong::geo
