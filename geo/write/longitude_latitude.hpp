#pragma once

#include "geo/geometry/point.hpp"

#include <proj.h>

#include <memory>
#include <span>
#include <string>

namespace tenglong::geo {

/// Turns points of a coordinate system into longitude and latitude of WGS 84, for one thread.
///
/// A system on CGCS2000 keeps its own longitude and latitude, which are those of WGS 84 to some
/// centimetres. \throws Error for a system whose way to WGS 84 is not known: Xian 1980 and Beijing
/// 1954 lie some hundred metres off, and guessing is worse than refusing.
class LongitudeLatitude {
public:
    explicit LongitudeLatitude(const std::string& crs);

    /// Easting and northing become longitude and latitude in degrees; what cannot be turned
    /// becomes infinite.
    void turn(std::span<Point> points) const;

private:
    struct Free {
        void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
        void operator()(PJ* transformation) const noexcept { proj_destroy(transformation); }
    };

    std::unique_ptr<PJ_CONTEXT, Free> m_context;
    std::unique_ptr<PJ, Free> m_transformation;
};

} // namespace tenglong::geo
