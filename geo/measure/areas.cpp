#include "geo/measure/areas.hpp"

#include "geo/geometry/ring.hpp"

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 2048;

} // namespace

std::vector<Box> boxes(const Polygons& column, Workers& workers)
{
    std::vector<Box> all(column.size());
    workers.each(column.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            all[i] = box_of(column[i].points());
        }
    });
    return all;
}

std::vector<double> plane_areas(const Polygons& column, Workers& workers)
{
    std::vector<double> all(column.size());
    workers.each(column.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            all[i] = area(column[i]);
        }
    });
    return all;
}

} // namespace tenglong::geo
