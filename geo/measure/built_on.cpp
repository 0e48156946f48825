#include "geo/measure/built_on.hpp"

#include "geo/geometry/groups.hpp"
#include "geo/geometry/unite.hpp"
#include "geo/measure/area_probe.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 256;
constexpr std::uint32_t k_alone = std::numeric_limits<std::uint32_t>::max();

/// Buildings that overlap, united: one shape for each group of them.
struct Unions {
    Layer layer;
    std::vector<std::uint32_t> of_building; ///< index into `layer`, or k_alone
};

Unions unions_of(const Layer& buildings, std::span<const Overlap> overlaps, Workers& workers)
{
    Unions unions;
    unions.of_building.assign(buildings.shapes.size(), k_alone);
    Groups groups{buildings.shapes.size()};
    for (const Overlap& overlap : overlaps) {
        groups.link(overlap.first, overlap.second);
    }
    const Groups::Lists lists = groups.lists();
    std::vector<std::span<const std::uint32_t>> crowds;
    for (std::size_t g = 0; g < lists.size(); ++g) {
        const std::span members{lists.members.data() + lists.start[g],
                                lists.members.data() + lists.start[g + 1]};
        if (members.size() > 1) {
            for (const std::uint32_t member : members) {
                unions.of_building[member] = static_cast<std::uint32_t>(crowds.size());
            }
            crowds.push_back(members);
        }
    }
    std::vector<Polygons> shapes(crowds.size());
    workers.each(crowds.size(), 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            shapes[i] = united(buildings.shapes, crowds[i]);
        }
    });
    Polygons column;
    for (const Polygons& shape : shapes) {
        column.append(shape[0]);
    }
    unions.layer = measured(std::move(column), workers);
    return unions;
}

struct Pair {
    std::uint32_t building;
    double shared_m2;
};

/// The work on one parcel after the other; each chunk of parcels has its own.
class ParcelOverlay {
public:
    ParcelOverlay(const Layer& parcels, const Layer& buildings, const BoxGrid& grid,
                  const Unions& unions)
        : m_parcels{&parcels}, m_buildings{&buildings}, m_grid{&grid}, m_unions{&unions}
    {}

    /// Appends the pairs of the parcel; \return their number.
    std::uint32_t pairs(std::size_t parcel, std::vector<Pair>& output)
    {
        const std::size_t before = output.size();
        m_grid->find(m_parcels->boxes[parcel], m_near);
        if (!m_near.empty()) {
            m_probe.aim(m_parcels->shapes[parcel], m_parcels->boxes[parcel]);
        }
        for (const std::uint32_t j : m_near) {
            const double shared = m_probe.shared_with(m_buildings->shapes[j], m_buildings->boxes[j],
                                                      m_buildings->areas[j]);
            if (shared >= k_no_area_m2) {
                output.push_back({j, shared});
            }
        }
        return static_cast<std::uint32_t>(output.size() - before);
    }

    /// Ground covered by the buildings of the parcel that pairs() was last called for.
    double footprint(std::span<const Pair> pairs)
    {
        double sum = 0.0;
        m_crowds.clear();
        for (const Pair& pair : pairs) {
            if (const std::uint32_t crowd = m_unions->of_building[pair.building];
                crowd == k_alone) {
                sum += pair.shared_m2;
            } else if (std::ranges::find(m_crowds, crowd) == m_crowds.end()) {
                m_crowds.push_back(crowd);
                const Layer& layer = m_unions->layer;
                sum += m_probe.shared_with(layer.shapes[crowd], layer.boxes[crowd],
                                           layer.areas[crowd]);
            }
        }
        return sum;
    }

private:
    const Layer* m_parcels;
    const Layer* m_buildings;
    const BoxGrid* m_grid;
    const Unions* m_unions;
    AreaProbe m_probe;
    std::vector<std::uint32_t> m_near;
    std::vector<std::uint32_t> m_crowds;
};

/// What no parcel covers of each building.
std::vector<double> outside(const BuiltOn& built, const std::vector<double>& areas)
{
    std::vector<double> rest = areas;
    for (std::size_t k = 0; k < built.building.size(); ++k) {
        rest[built.building[k]] -= built.shared_m2[k];
    }
    std::ranges::for_each(rest, [](double& value) { value = value < k_no_area_m2 ? 0.0 : value; });
    return rest;
}

} // namespace

BuiltOn built_on(const Layer& parcels, const Layer& buildings, const BoxGrid& grid,
                 Workers& workers)
{
    BuiltOn built;
    built.overlaps = overlaps(buildings, grid, k_no_area_m2, workers);
    built.first_of_equals = first_of_equals(buildings, built.overlaps);
    const Unions unions = unions_of(buildings, built.overlaps, workers);

    const std::size_t count = parcels.shapes.size();
    built.footprint_m2.resize(count);
    built.footprint_sum_m2.resize(count);
    built.pair_start.assign(count + 1, 0);
    const auto work = [&](std::size_t begin, std::size_t end, std::vector<Pair>& output) {
        ParcelOverlay overlay{parcels, buildings, grid, unions};
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t number = overlay.pairs(i, output);
            const std::span own_pairs{output.end() - number, output.end()};
            built.pair_start[i + 1] = number;
            built.footprint_m2[i] = overlay.footprint(own_pairs);
            for (const Pair& pair : own_pairs) {
                built.footprint_sum_m2[i] += pair.shared_m2;
            }
        }
    };
    std::vector<std::vector<Pair>> found((count + k_grain - 1) / k_grain); // by chunk
    workers.each(count, k_grain, [&](std::size_t begin, std::size_t end) {
        work(begin, end, found[begin / k_grain]);
    });
    for (std::size_t i = 0; i < count; ++i) {
        built.pair_start[i + 1] += built.pair_start[i];
    }
    built.building.reserve(built.pair_start[count]);
    built.shared_m2.reserve(built.pair_start[count]);
    for (std::vector<Pair>& pairs : found) {
        for (const Pair& pair : pairs) {
            built.building.push_back(pair.building);
            built.shared_m2.push_back(pair.shared_m2);
        }
        pairs = {}; // they are never all there twice
    }
    built.outside_m2 = outside(built, buildings.areas);
    return built;
}

Apportioned apportion(const BuiltOn& built, std::span<const double> building_areas,
                      std::span<const double> figure)
{
    const std::size_t count = built.footprint_m2.size();
    Apportioned result{std::vector<double>(count), std::vector<double>(count)};
    for (std::size_t i = 0; i < count; ++i) {
        for (std::uint32_t k = built.pair_start[i]; k < built.pair_start[i + 1]; ++k) {
            const std::uint32_t j = built.building[k];
            if (built.first_of_equals[j] != j) {
                continue;
            }
            if (std::isnan(figure[j])) {
                result.lacking_m2[i] += built.shared_m2[k];
            } else {
                result.sum[i] += figure[j] * (built.shared_m2[k] / building_areas[j]);
            }
        }
    }
    return result;
}

} // namespace tenglong::geo
