#include "geo/measure/ellipsoid.hpp"

#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 512;
// By halves and extrapolation the error of a piece is about its length to the fifth over the
// radius of the Earth cubed: 4e-6 m² for a kilometre.
constexpr double k_longest_piece_m = 500.0;

} // namespace

EllipsoidArea::EllipsoidArea(const Ellipsoid& ellipsoid) noexcept
{
    const double e2 = ellipsoid.eccentricity_2();
    const double e4 = e2 * e2;
    const double e6 = e4 * e2;
    const double e8 = e4 * e4;
    const double semi_minor = ellipsoid.semi_major_m * (1.0 - ellipsoid.flattening());
    const double scale = 2.0 * semi_minor * semi_minor;
    m_series = {
        scale * (1.0 + 3.0 / 6.0 * e2 + 30.0 / 80.0 * e4 + 35.0 / 112.0 * e6 + 630.0 / 2304.0 * e8),
        -scale * (1.0 / 6.0 * e2 + 15.0 / 80.0 * e4 + 21.0 / 112.0 * e6 + 420.0 / 2304.0 * e8),
        scale * (3.0 / 80.0 * e4 + 7.0 / 112.0 * e6 + 180.0 / 2304.0 * e8),
        -scale * (1.0 / 112.0 * e6 + 45.0 / 2304.0 * e8),
        scale * (5.0 / 2304.0 * e8),
    };
}

double EllipsoidArea::trapezium(Point from, Point to) const noexcept
{
    const double half = (to.y - from.y) / 2.0;
    const double middle = (to.y + from.y) / 2.0;
    double sum = 0.0;
    double multiple = 1.0;
    for (const double coefficient : m_series) {
        sum += coefficient * std::sin(multiple * half) * std::cos(multiple * middle);
        multiple += 2.0;
    }
    return sum * (from.x + to.x) / 2.0;
}

double EllipsoidArea::ring(RingView ring, const ToGeodetic& to_geodetic) const
{
    if (ring.empty()) {
        return 0.0;
    }
    // Longitudes from a point of the ring, so that the trapezia are hardly larger than the ring.
    const Point first = to_geodetic(ring.front());
    const auto geodetic = [&](Point p) {
        const Point place = to_geodetic(p);
        return Point{place.x - first.x, place.y};
    };
    double sum = 0.0;
    Point from = geodetic(ring.front());
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point along = ring[i + 1] - ring[i];
        const double length = std::hypot(along.x, along.y);
        const double pieces = std::max(1.0, std::ceil(length / k_longest_piece_m));
        for (double piece = 1.0; piece <= pieces; piece += 1.0) {
            const Point middle = geodetic(ring[i] + along * ((piece - 0.5) / pieces));
            const Point to = geodetic(ring[i] + along * (piece / pieces));
            // Richardson: the error of one straight piece is four times that of two halves.
            const double whole = trapezium(from, to);
            const double halves = trapezium(from, middle) + trapezium(middle, to);
            sum += (4.0 * halves - whole) / 3.0;
            from = to;
        }
    }
    return sum;
}

double EllipsoidArea::feature(const FeatureView& feature, const ToGeodetic& to_geodetic) const
{
    double sum = 0.0;
    for (const RingView shape : feature.rings()) {
        sum += ring(shape, to_geodetic);
    }
    return sum;
}

std::vector<double> ellipsoid_areas(const Polygons& column, const Ellipsoid& ellipsoid,
                                    const ToGeodetic& to_geodetic, Workers& workers)
{
    const EllipsoidArea measure{ellipsoid};
    std::vector<double> areas(column.size());
    workers.each(column.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            areas[i] = measure.feature(column[i], to_geodetic);
        }
    });
    return areas;
}

} // namespace tenglong::geo
