#include "geo/measure/zones.hpp"

#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/groups.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/geometry/unite.hpp"
#include "geo/measure/areas.hpp"
#include "geo/measure/overlaps.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 256;
constexpr double k_rounding = 1e-12;

/// The parts of all zones as features of their own.
Polygons separated(const Polygons& shapes)
{
    Polygons parts;
    for (std::size_t p = 0; p < shapes.part_count(); ++p) {
        for (const RingView ring : shapes.part(p).rings()) {
            parts.add_ring(ring);
        }
        parts.close_part();
        parts.close_feature();
    }
    return parts;
}

/// Parts whose boxes meet, together.
Groups::Lists neighbours(std::span<const Box> boxes)
{
    Groups groups{boxes.size()};
    const BoxGrid grid{boxes};
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        grid.each(boxes[i], [&](std::uint32_t j) { groups.link(i, j); });
    }
    return groups.lists();
}

struct United {
    Polygons shapes;
    bool overlap = false;
};

/// The parts of one group: their union if they overlap, else each as it is.
United unite(const Polygons& parts, std::span<const std::uint32_t> members)
{
    double sum = 0.0;
    for (const std::uint32_t member : members) {
        sum += area(parts[member]);
    }
    if (members.size() > 1) {
        Polygons together = united(parts, members);
        if (sum - area(together[0]) >= std::max(k_no_area_m2, k_rounding * sum)) {
            return {std::move(together), true};
        }
    }
    United result;
    for (const std::uint32_t member : members) {
        result.shapes.append(parts[member]);
    }
    return result;
}

struct Pair {
    std::uint32_t zone;
    double shared_m2;
};

/// Asks a zone index about one parcel after the other; each chunk of parcels has its own.
class ParcelInZones {
public:
    explicit ParcelInZones(const Layer& parcels) : m_parcels{&parcels} {}

    /// Calls `visit(zone, shared_m2)` for each zone that the parcel shares ground with.
    template <class Visit>
    void each(std::size_t parcel, const ZoneIndex& index, Visit&& visit)
    {
        const Box& box = m_parcels->boxes[parcel];
        if (box.empty()) {
            return;
        }
        index.look(box, m_local);
        m_slopes.clear();
        for (const ZoneIndex::Local::Zone& zone : m_local.zones()) {
            if (const double shared = shared_with(zone, parcel); shared >= k_no_area_m2) {
                visit(zone.index, shared);
            }
        }
    }

private:
    double shared_with(const ZoneIndex::Local::Zone& zone, std::size_t parcel)
    {
        const double whole = m_parcels->areas[parcel];
        if (zone.covers) {
            return whole;
        }
        if (m_slopes.empty()) {
            const Box& box = m_parcels->boxes[parcel];
            append_slopes(m_parcels->shapes[parcel], {box.min_x, box.min_y}, m_slopes);
        }
        const double shared = shared_area(m_slopes, zone.slopes);
        // So that a parcel wholly inside has nothing outside, not a rounding error of it.
        return std::abs(whole - shared) < k_no_area_m2 ? whole : shared;
    }

    const Layer* m_parcels;
    ZoneIndex::Local m_local;
    std::vector<Slope> m_slopes;
};

} // namespace

Zones::Zones(const Polygons& shapes, Workers& workers) : m_single{shapes}
{
    const Polygons parts = separated(shapes);
    const Groups::Lists groups = neighbours(boxes(parts, workers));
    std::vector<United> ground(groups.size());
    workers.each(groups.size(), 1, [&](std::size_t group, std::size_t /*end*/) {
        ground[group] = unite(parts, {groups.members.data() + groups.start[group],
                                      groups.members.data() + groups.start[group + 1]});
    });
    Polygons all;
    for (const United& piece : ground) {
        m_overlap |= piece.overlap;
        all.append(piece.shapes, 0, piece.shapes.size());
    }
    if (m_overlap) {
        m_united = ZoneIndex{all};
    }
}

ZoneShares zone_shares(const Layer& parcels, const Zones& zones, Workers& workers)
{
    const std::size_t count = parcels.shapes.size();
    ZoneShares shares;
    shares.inside_m2.resize(count);
    shares.pair_start.assign(count + 1, 0);
    const auto work = [&](std::size_t begin, std::size_t end, std::vector<Pair>& output) {
        ParcelInZones asked{parcels};
        for (std::size_t i = begin; i < end; ++i) {
            double sum = 0.0;
            asked.each(i, zones.single(), [&](std::uint32_t zone, double shared_m2) {
                output.push_back({zone, shared_m2});
                ++shares.pair_start[i + 1];
                sum += shared_m2;
            });
            if (zones.overlap()) {
                sum = 0.0;
                asked.each(i, zones.united(),
                           [&](std::uint32_t, double shared_m2) { sum += shared_m2; });
            }
            shares.inside_m2[i] = sum;
        }
    };
    const std::vector<Pair> pairs = workers.collect<Pair>(count, k_grain, work);
    for (std::size_t i = 0; i < count; ++i) {
        shares.pair_start[i + 1] += shares.pair_start[i];
    }
    for (const Pair& pair : pairs) {
        shares.zone.push_back(pair.zone);
        shares.shared_m2.push_back(pair.shared_m2);
    }
    return shares;
}

} // namespace tenglong::geo
