#include "geo/measure/gauss_kruger.hpp"

#include "tests/support/shapes.hpp"

#include <GeographicLib/TransverseMercatorExact.hpp>
#include <gtest/gtest.h>

#include <numbers>

namespace tenglong::geo {

namespace {

constexpr double k_degree = std::numbers::pi / 180.0;

// GeographicLib's exact projection, by elliptic functions instead of a series.
TEST(GaussKruger, EqualsTheExactProjectionToAMicrometre)
{
    tests::Random random{30};
    for (const Ellipsoid& ellipsoid : {k_cgcs2000, k_xian80, k_beijing54, k_wgs84}) {
        const GaussKruger projection{ellipsoid, 120.0, 40'500'000.0};
        const GeographicLib::TransverseMercatorExact exact{ellipsoid.semi_major_m,
                                                           ellipsoid.flattening(), 1.0};
        for (int i = 0; i < 200; ++i) {
            const double longitude = random.between(115.0, 125.0);
            const double latitude = random.between(3.0, 54.0);
            double x = 0.0;
            double y = 0.0;
            exact.Forward(120.0, latitude, longitude, x, y);
            const Point plane = projection.to_plane({longitude * k_degree, latitude * k_degree});
            EXPECT_NEAR(plane.x, 40'500'000.0 + x, 1e-6);
            EXPECT_NEAR(plane.y, y, 1e-6);
            const Point back = projection.to_geodetic({40'500'000.0 + x, y});
            EXPECT_NEAR(back.x / k_degree, longitude, 1e-11);
            EXPECT_NEAR(back.y / k_degree, latitude, 1e-11);
        }
    }
}

} // namespace

} // namespace tenglong::geo
