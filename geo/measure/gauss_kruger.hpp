#pragma once

#include "geo/geometry/point.hpp"
#include "geo/measure/ellipsoid.hpp"

#include <array>

namespace tenglong::geo {

/// The Gauss-Kruger projection (scale 1 on the central meridian) of the cadastral grids, by
/// Kruger's series to the sixth order in the third flattening: better than a micrometre within 10
/// degrees of the central meridian. Free of state, so any number of threads may use one.
class GaussKruger {
public:
    /// \param false_easting_m 500,000, or 40,500,000 where the easting carries zone 40.
    GaussKruger(const Ellipsoid& ellipsoid, double central_meridian_degrees,
                double false_easting_m) noexcept;

    /// From easting and northing in metres to longitude and latitude in radians.
    [[nodiscard]] Point to_geodetic(Point plane) const noexcept;

    /// From longitude and latitude in radians to easting and northing.
    [[nodiscard]] Point to_plane(Point geodetic) const noexcept;

private:
    double m_central_meridian; ///< radians
    double m_false_easting;
    double m_eccentricity;
    double m_radius;                 ///< of the circle as long as the meridian
    std::array<double, 6> m_ahead{}; ///< from the sphere to the plane
    std::array<double, 6> m_back{};  ///< from the plane to the sphere
};

} // namespace tenglong::geo
