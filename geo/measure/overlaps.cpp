#include "geo/measure/overlaps.hpp"

#include "geo/measure/area_probe.hpp"

#include <algorithm>
#include <numeric>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 512;
constexpr double k_equal = 1.0 - 1e-9;

} // namespace

std::vector<Overlap> overlaps(const Layer& layer, const BoxGrid& grid, double least_m2,
                              Workers& workers)
{
    return workers.collect<Overlap>(
        layer.shapes.size(), k_grain,
        [&](std::size_t begin, std::size_t end, std::vector<Overlap>& output) {
            AreaProbe probe;
            std::vector<std::uint32_t> near;
            for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i) {
                grid.find(layer.boxes[i], near);
                std::erase_if(near, [i](std::uint32_t j) { return j <= i; });
                if (near.empty()) {
                    continue;
                }
                probe.aim(layer.shapes[i], layer.boxes[i]);
                for (const std::uint32_t j : near) {
                    const double shared =
                        probe.shared_with(layer.shapes[j], layer.boxes[j], layer.areas[j]);
                    if (shared >= least_m2) {
                        output.push_back({i, j, shared});
                    }
                }
            }
        });
}

std::vector<std::uint32_t> first_of_equals(const Layer& layer, std::span<const Overlap> overlaps)
{
    std::vector<std::uint32_t> first(layer.shapes.size());
    std::iota(first.begin(), first.end(), 0U);
    for (const Overlap& overlap : overlaps) {
        const double larger = std::max(layer.areas[overlap.first], layer.areas[overlap.second]);
        // In order of the first: of several equals, all end at the very first.
        if (overlap.area_m2 >= k_equal * larger && first[overlap.second] == overlap.second) {
            first[overlap.second] = first[overlap.first];
        }
    }
    return first;
}

} // namespace tenglong::geo
