#include "tools/gen/city/parcel.hpp"

#include <algorithm>

namespace tenglong::tools::gen {

double vacant_m2(const Rest& rest, double setback_m) noexcept
{
    constexpr double k_least_width_m = 20.0;
    constexpr double k_least_area_m2 = 2000.0 / 3.0;
    if (rest.front_m <= 0.0) {
        return 0.0;
    }
    const double depth_m = rest.area_m2 / rest.front_m - setback_m;
    const double area = depth_m * rest.front_m;
    const bool counts =
        std::min(depth_m, rest.front_m) >= k_least_width_m && area >= k_least_area_m2;
    return counts ? area : 0.0;
}

} // namespace tenglong::tools::gen
