#pragma once

#include "geo/geometry/polygons.hpp"
#include "geo/geometry/workers.hpp"

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace tenglong::geo {

/// A figure of the Earth.
struct Ellipsoid {
    double semi_major_m;
    double inverse_flattening;

    [[nodiscard]] constexpr double flattening() const noexcept { return 1.0 / inverse_flattening; }
    /// e², the first eccentricity squared.
    [[nodiscard]] constexpr double eccentricity_2() const noexcept
    {
        return flattening() * (2.0 - flattening());
    }
};

inline constexpr Ellipsoid k_cgcs2000{6'378'137.0, 298.257222101};
inline constexpr Ellipsoid k_xian80{6'378'140.0, 298.257};
inline constexpr Ellipsoid k_beijing54{6'378'245.0, 298.3};
inline constexpr Ellipsoid k_wgs84{6'378'137.0, 298.257223563};

/// From the coordinates of a column to longitude (x) and latitude (y) in radians. Called by several
/// threads at once.
using ToGeodetic = std::function<Point(Point)>;

/// The area of a ring on the ellipsoid in m² (椭球面积), by the method of the national land survey:
/// each edge and a meridian enclose a trapezium, whose area a series in the eccentricity gives
/// (domain notes 7.6); the signed sum is the ring's.
class EllipsoidArea {
public:
    explicit EllipsoidArea(const Ellipsoid& ellipsoid) noexcept;

    /// The area between an edge and the meridian of longitude 0, signed; longitude and latitude in
    /// radians. The edge is taken to run straight in both.
    [[nodiscard]] double trapezium(Point from, Point to) const noexcept;

    /// Signed as signed_area(): positive for a ring that runs counter-clockwise in the plane. Edges
    /// are straight in the plane, so they are followed there: long ones in pieces, and every piece
    /// through its middle. The error is below 1e-9 of any parcel's area.
    [[nodiscard]] double ring(RingView ring, const ToGeodetic& to_geodetic) const;

    /// Shells less holes.
    [[nodiscard]] double feature(const FeatureView& feature, const ToGeodetic& to_geodetic) const;

private:
    std::array<double, 5> m_series{}; ///< A to E, times 2 b²
};

/// The area on the ellipsoid of each feature, in m². \pre clean.
[[nodiscard]] std::vector<double> ellipsoid_areas(const Polygons& column,
                                                  const Ellipsoid& ellipsoid,
                                                  const ToGeodetic& to_geodetic, Workers& workers);

} // namespace tenglong::geo
