#include "geo/line/width.hpp"

#include "geo/geometry/inscribed.hpp"

#include <cmath>

namespace tenglong::geo {

double width_m(const PartView& part)
{
    constexpr double k_tolerance_m = 0.01;
    constexpr double k_decimetres = 10.0;
    const double width = 2.0 * inscribed_circle(part, k_tolerance_m).radius;
    return std::round(width * k_decimetres) / k_decimetres;
}

} // namespace tenglong::geo
