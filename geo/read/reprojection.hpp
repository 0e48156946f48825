#pragma once

#include "geo/geometry/point.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/read/crs.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// How an older datum lies to CGCS2000, from a survey office; nothing of it is public.
struct DatumShift {
    enum class Method : std::uint8_t {
        helmert, ///< seven parameters between the ellipsoids
        plane    ///< four parameters between the grids of one zone
    };
    Datum from = Datum::xian80;
    Method method = Method::helmert;
    double dx = 0.0; ///< m; of the plane: easting
    double dy = 0.0; ///< m; of the plane: northing
    double dz = 0.0;
    double rx = 0.0; ///< seconds of arc; of the plane: only rz, counter-clockwise
    double ry = 0.0;
    double rz = 0.0;
    double scale_ppm = 0.0;
    bool coordinate_frame = false; ///< rotations of the frame, not of the position vector
};

/// Takes coordinates from one CRS to another, easting first in both.
class Reprojection {
public:
    /// \throws UsageError if the datums differ and no shift is given for them, or if PROJ knows no
    /// transformation but a ballpark one.
    Reprojection(const Crs& from, const Crs& to, std::span<const DatumShift> shifts = {});

    /// Whether nothing changes.
    [[nodiscard]] bool identity() const noexcept { return m_pipelines.empty() && m_shift_x == 0.0; }

    /// Transforms in place, in threads. The result does not depend on their number.
    /// \returns the points that cannot be transformed; they are NaN.
    std::size_t apply(std::span<Point> points, Workers& workers) const;

    /// NaN where it cannot be transformed.
    [[nodiscard]] Point one(Point point) const;

private:
    [[nodiscard]] std::size_t apply_here(std::span<Point> points) const;

    double m_shift_x = 0.0; ///< zones that differ in the number before the easting only
    std::vector<std::string> m_pipelines; ///< one after the other; empty: nothing but the shift
};

} // namespace tenglong::geo
