#include "geo/measure/gauss_kruger.hpp"

#include <cmath>
#include <complex>
#include <numbers>

namespace tenglong::geo {

// Names and coefficients as in C. F. F. Karney, Transverse Mercator with an accuracy of a few
// nanometers, J. Geodesy 85 (2011), equations 12, 14, 35 and 36.

namespace {

/// x + sum of a_j sin(2 j x), over the complex numbers.
std::complex<double> with_series(std::complex<double> x, const std::array<double, 6>& series,
                                 double sign) noexcept
{
    // sin(2 j x) by the recurrence sin((k+1) t) = 2 cos(t) sin(k t) - sin((k-1) t).
    const std::complex<double> twice_cosine = 2.0 * std::cos(2.0 * x);
    std::complex<double> before = 0.0;
    std::complex<double> sine = std::sin(2.0 * x);
    std::complex<double> sum = x;
    for (const double coefficient : series) {
        sum += sign * coefficient * sine;
        const std::complex<double> next = twice_cosine * sine - before;
        before = sine;
        sine = next;
    }
    return sum;
}

/// The tangent of the conformal latitude from that of the geodetic one.
double conformal(double tangent, double eccentricity) noexcept
{
    const double secant = std::hypot(1.0, tangent);
    const double sigma = std::sinh(eccentricity * std::atanh(eccentricity * tangent / secant));
    return tangent * std::hypot(1.0, sigma) - sigma * secant;
}

/// The inverse, by Newton's method; three steps reach the last digit.
double tangent_of(double conformal_tangent, double eccentricity) noexcept
{
    const double e2 = eccentricity * eccentricity;
    double tangent = conformal_tangent / (1.0 - e2);
    for (int step = 0; step < 3; ++step) {
        const double error = conformal_tangent - conformal(tangent, eccentricity);
        tangent += error * (1.0 + (1.0 - e2) * tangent * tangent) /
                   ((1.0 - e2) * std::hypot(1.0, conformal_tangent) * std::hypot(1.0, tangent));
    }
    return tangent;
}

} // namespace

GaussKruger::GaussKruger(const Ellipsoid& ellipsoid, double central_meridian_degrees,
                         double false_easting_m) noexcept
    : m_central_meridian{central_meridian_degrees * std::numbers::pi / 180.0},
      m_false_easting{false_easting_m}, m_eccentricity{std::sqrt(ellipsoid.eccentricity_2())}
{
    const double f = ellipsoid.flattening();
    const double n = f / (2.0 - f);
    const double n2 = n * n;
    const double n3 = n2 * n;
    const double n4 = n2 * n2;
    const double n5 = n4 * n;
    const double n6 = n3 * n3;
    m_radius = ellipsoid.semi_major_m / (1.0 + n) * (1.0 + n2 / 4.0 + n4 / 64.0 + n6 / 256.0);
    m_ahead = {
        n / 2.0 - 2.0 / 3.0 * n2 + 5.0 / 16.0 * n3 + 41.0 / 180.0 * n4 - 127.0 / 288.0 * n5 +
            7891.0 / 37800.0 * n6,
        13.0 / 48.0 * n2 - 3.0 / 5.0 * n3 + 557.0 / 1440.0 * n4 + 281.0 / 630.0 * n5 -
            1983433.0 / 1935360.0 * n6,
        61.0 / 240.0 * n3 - 103.0 / 140.0 * n4 + 15061.0 / 26880.0 * n5 + 167603.0 / 181440.0 * n6,
        49561.0 / 161280.0 * n4 - 179.0 / 168.0 * n5 + 6601661.0 / 7257600.0 * n6,
        34729.0 / 80640.0 * n5 - 3418889.0 / 1995840.0 * n6,
        212378941.0 / 319334400.0 * n6,
    };
    m_back = {
        n / 2.0 - 2.0 / 3.0 * n2 + 37.0 / 96.0 * n3 - 1.0 / 360.0 * n4 - 81.0 / 512.0 * n5 +
            96199.0 / 604800.0 * n6,
        1.0 / 48.0 * n2 + 1.0 / 15.0 * n3 - 437.0 / 1440.0 * n4 + 46.0 / 105.0 * n5 -
            1118711.0 / 3870720.0 * n6,
        17.0 / 480.0 * n3 - 37.0 / 840.0 * n4 - 209.0 / 4480.0 * n5 + 5569.0 / 90720.0 * n6,
        4397.0 / 161280.0 * n4 - 11.0 / 504.0 * n5 - 830251.0 / 7257600.0 * n6,
        4583.0 / 161280.0 * n5 - 108847.0 / 3991680.0 * n6,
        20648693.0 / 638668800.0 * n6,
    };
}

Point GaussKruger::to_geodetic(Point plane) const noexcept
{
    const std::complex<double> place{plane.y / m_radius, (plane.x - m_false_easting) / m_radius};
    const std::complex<double> sphere = with_series(place, m_back, -1.0);
    const double sinh_eta = std::sinh(sphere.imag());
    const double cos_xi = std::cos(sphere.real());
    const double tangent = std::sin(sphere.real()) / std::hypot(sinh_eta, cos_xi);
    return {m_central_meridian + std::atan2(sinh_eta, cos_xi),
            std::atan(tangent_of(tangent, m_eccentricity))};
}

Point GaussKruger::to_plane(Point geodetic) const noexcept
{
    const double longitude = geodetic.x - m_central_meridian;
    const double tangent = conformal(std::tan(geodetic.y), m_eccentricity);
    const std::complex<double> sphere{
        std::atan2(tangent, std::cos(longitude)),
        std::asinh(std::sin(longitude) / std::hypot(tangent, std::cos(longitude)))};
    const std::complex<double> plane = with_series(sphere, m_ahead, 1.0);
    return {m_false_easting + m_radius * plane.imag(), m_radius * plane.real()};
}

} // namespace tenglong::geo
