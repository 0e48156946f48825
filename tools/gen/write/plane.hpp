#pragma once

#include "tools/gen/base/shape.hpp"

#include <memory>
#include <string>

class OGRSpatialReference;

namespace tenglong::tools::gen {

struct Coordinate {
    double x = 0.0; ///< easting in metres, or longitude
    double y = 0.0;
};

/// Where the city lies on the earth: some 23 km east of the central meridian of a Gauss-Krueger
/// zone, at 29.7 degrees north. In a geographic CRS it lies in the zone of 120 degrees east.
class Plane {
public:
    /// \throws UsageError if the CRS is neither of these.
    explicit Plane(int epsg);
    ~Plane();
    Plane(Plane&&) noexcept;
    Plane& operator=(Plane&&) = delete;
    Plane(const Plane&) = delete;
    Plane& operator=(const Plane&) = delete;

    [[nodiscard]] Coordinate at(Point point) const;
    [[nodiscard]] const OGRSpatialReference& reference() const noexcept;
    [[nodiscard]] int epsg() const noexcept;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tenglong::tools::gen
