#include "geo/plan/candidate_ground.hpp"

#include "geo/geometry/ring.hpp"
#include "geo/line/overlay.hpp"
#include "geo/measure/nearness.hpp"
#include "geo/measure/overlaps.hpp"

namespace tenglong::geo {

namespace {

/// Borders that two surveys draw apart by this much are one border, as in the account.
constexpr double k_touch_m = 0.05;

/// Whether shared ground is nowhere much wider than a border drawn twice: of a strip of that width
/// and some length the area is width times half the way around it.
bool is_sliver(const FeatureView& shared)
{
    double around_m = 0.0;
    for (const PartView part : shared.parts()) {
        for (const RingView ring : part.rings()) {
            around_m += length(ring);
        }
    }
    return area(shared) <= k_touch_m * around_m / 2.0;
}

std::vector<ItemPair> touching_pairs(const Layer& counted, const BoxGrid& grid, Workers& workers)
{
    constexpr std::size_t k_grain = 32;
    return workers.collect<ItemPair>(
        counted.shapes.size(), k_grain,
        [&](std::size_t begin, std::size_t end, std::vector<ItemPair>& pairs) {
            std::vector<std::uint32_t> near;
            for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i) {
                if (counted.shapes[i].empty()) {
                    continue;
                }
                grid.find(counted.boxes[i].grown(k_touch_m), near);
                for (const std::uint32_t k : near) {
                    if (k > i && !counted.shapes[k].empty() &&
                        within(counted.shapes[i], counted.boxes[i], counted.shapes[k],
                               counted.boxes[k], k_touch_m)) {
                        pairs.emplace_back(i, k);
                    }
                }
            }
        });
}

} // namespace

CandidateGround candidate_ground(const Layer& counted, Workers& workers)
{
    CandidateGround ground;
    ground.sliver_m2.resize(counted.shapes.size(), 0.0);
    const BoxGrid grid{counted.boxes};
    for (const Overlap& overlap : overlaps(counted, grid, k_no_area_m2, workers)) {
        const Polygons shared =
            common_ground(counted.shapes[overlap.first], counted.shapes[overlap.second]);
        if (is_sliver(shared[0])) {
            ground.sliver_m2[overlap.second] += overlap.area_m2;
        } else {
            ground.apart.emplace_back(overlap.first, overlap.second);
        }
    }
    ground.touching = touching_pairs(counted, grid, workers);
    return ground;
}

} // namespace tenglong::geo
