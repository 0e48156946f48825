#include "geo/check/gaps.hpp"

#include "geo/blocks/outline.hpp"
#include "geo/geometry/assemble.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/groups.hpp"
#include "geo/geometry/offset.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/geometry/winding.hpp"
#include "geo/measure/nearness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 16;
constexpr int k_quarter_steps = 8;
constexpr double k_thin = 20.0; ///< length over width of a gap that is open on one side
/// The closed-up ground is drawn this far off the parcels, so that no border runs along another.
constexpr double k_rim_m = 2e-3;
constexpr double k_shift_m = 1e-6;
/// Closed-up ground keeps this much more, so that parts which met at one point overlap.
constexpr double k_fat_m = 2e-5;

struct Link {
    std::uint32_t a;
    std::uint32_t b;
};

Groups::Lists neighbourhoods(const Layer& parcels, const BoxGrid& grid, double width_m,
                             Workers& workers)
{
    const std::vector<Link> links = workers.collect<Link>(
        parcels.shapes.size(), 256,
        [&](std::size_t begin, std::size_t end, std::vector<Link>& output) {
            for (auto a = static_cast<std::uint32_t>(begin); a < end; ++a) {
                const Box& box = parcels.boxes[a];
                grid.each(box.grown(width_m), [&](std::uint32_t b) {
                    if (b > a && within(parcels.shapes[a], box, parcels.shapes[b], parcels.boxes[b],
                                        width_m)) {
                        output.push_back({a, b});
                    }
                });
            }
        });
    Groups groups{parcels.shapes.size()};
    for (const Link& link : links) {
        groups.link(link.a, link.b);
    }
    return groups.lists();
}

double distance_to(Point p, const FeatureView& feature)
{
    double least = std::numeric_limits<double>::infinity();
    for (const RingView ring : feature.rings()) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            least = std::min(least, squared_distance(p, ring[i], ring[i + 1]));
        }
    }
    return std::sqrt(least);
}

/// One neighbourhood after the other; each chunk has its own.
class GapFinder {
public:
    GapFinder(const Layer& parcels, const TopologyOptions& options)
        : m_parcels{&parcels}, m_options{options}, m_offset{k_quarter_steps}
    {}

    void find(std::span<const std::uint32_t> members, std::vector<TopologyFault>& output)
    {
        Polygons ground;
        append_union(m_parcels->shapes, members, ground);
        if (ground[0].empty()) {
            return;
        }
        m_origin = ground.points.front();
        m_rim_m = k_rim_m;
        const double radius = m_options.gap_width_m / 2.0;
        // Borders that lie at the very width apart would meet; a little less, and they do not.
        if (!close_up(ground[0], radius) && !close_up(ground[0], 0.9993 * radius)) {
            close_up_by_geos(ground[0], radius);
        }
        for (const PartView piece : m_pieces[0].parts()) {
            judge(piece, ground[0], members, output);
        }
    }

private:
    /// Fills m_pieces with the ground that closing adds. \return false if that is not sure.
    bool close_up(const FeatureView& ground, double radius)
    {
        add_offsets(ground, radius, false);
        if (!m_winding.trace(m_raw, m_shape)) {
            return false;
        }
        m_raw.clear();
        for (std::size_t i = 0; i < m_shape.size(); ++i) {
            m_offset.add(m_shape[i], k_fat_m - radius, m_raw);
        }
        Curves closed;
        if (!m_winding.trace(m_raw, closed)) {
            return false;
        }
        add_offsets(ground, -k_rim_m, true);
        for (std::size_t i = 0; i < closed.size(); ++i) {
            for (const Point p : closed[i]) {
                m_raw.add(p);
            }
            m_raw.close();
        }
        m_pieces.clear();
        return m_winding.trace(m_raw, m_shape) && append_rings(m_shape, m_origin, 0.0, m_pieces);
    }

    void close_up_by_geos(const FeatureView& ground, double radius)
    {
        const GeosContext& context = GeosContext::mine();
        const auto buffered = [&](const GeometryPtr& shape, double distance) {
            return own(context, GEOSBuffer_r(context.get(), shape.get(), distance, k_quarter_steps),
                       "GEOSBuffer");
        };
        const GeometryPtr shape = to_geos(context, ground);
        const GeometryPtr closed = buffered(buffered(shape, radius), -radius);
        // GEOS simplifies what it shrinks by a hundredth of the distance.
        m_rim_m = std::max(k_rim_m, 0.03 * radius);
        const GeometryPtr rim = buffered(shape, m_rim_m);
        const GeometryPtr added = own(
            context, GEOSDifference_r(context.get(), closed.get(), rim.get()), "GEOSDifference");
        m_pieces.clear();
        add_parts(m_pieces, context, added.get());
        m_pieces.close_feature();
    }

    void add_offsets(const FeatureView& ground, double distance, bool reversed)
    {
        m_raw.clear();
        for (const RingView ring : ground.rings()) {
            // Rings that touch at a corner would have the same arc about it.
            distance += distance > 0.0 ? k_shift_m : -k_shift_m;
            m_ring.clear();
            for (std::size_t i = 1; i < ring.size(); ++i) {
                m_ring.push_back(ring[reversed ? ring.size() - 1 - i : i] - m_origin);
            }
            m_offset.add(m_ring, distance, m_raw);
        }
    }

    void judge(const PartView& piece, const FeatureView& ground,
               std::span<const std::uint32_t> members, std::vector<TopologyFault>& output) const
    {
        const double around = length(piece.shell());
        const double bare = area(piece);
        // The rim on both sides belongs to the gap.
        const double whole = bare + m_rim_m * around;
        const bool thin = around * around >= 4.0 * k_thin * whole;
        if (whole < m_options.least_gap_m2 || (!thin && !enclosed(piece, ground))) {
            return;
        }
        TopologyFault fault{TopologyFaultKind::gap, 0, 0, point_inside(piece), whole};
        name_neighbours(members, fault);
        output.push_back(fault);
    }

    /// Whether parcels lie all about a piece: then its border follows theirs at the rim.
    [[nodiscard]] bool enclosed(const PartView& piece, const FeatureView& ground) const
    {
        return std::ranges::all_of(
            piece.shell(), [&](Point p) { return distance_to(p, ground) <= 2.0 * m_rim_m; });
    }

    void name_neighbours(std::span<const std::uint32_t> members, TopologyFault& fault) const
    {
        std::vector<std::pair<double, std::uint32_t>> near;
        for (const std::uint32_t member : members) {
            if (m_parcels->boxes[member].grown(m_options.gap_width_m).contains(fault.place)) {
                near.emplace_back(distance_to(fault.place, m_parcels->shapes[member]), member);
            }
        }
        std::ranges::sort(near);
        if (!near.empty()) {
            const std::uint32_t other = near[near.size() > 1 ? 1 : 0].second;
            fault.first = std::min(near[0].second, other);
            fault.second = std::max(near[0].second, other);
        }
    }

    const Layer* m_parcels;
    TopologyOptions m_options;
    Offset m_offset;
    Winding m_winding;
    Point m_origin;
    double m_rim_m = k_rim_m;
    std::vector<Point> m_ring;
    Curves m_raw;
    Curves m_shape;
    Polygons m_pieces;
};

} // namespace

std::vector<TopologyFault> find_gaps(const Layer& parcels, const BoxGrid& grid,
                                     const TopologyOptions& options, Workers& workers)
{
    if (!(options.gap_width_m > 0.0)) {
        return {};
    }
    const Groups::Lists groups = neighbourhoods(parcels, grid, options.gap_width_m, workers);
    std::vector<TopologyFault> faults = workers.collect<TopologyFault>(
        groups.size(), k_grain,
        [&](std::size_t begin, std::size_t end, std::vector<TopologyFault>& output) {
            GapFinder finder{parcels, options};
            for (std::size_t g = begin; g < end; ++g) {
                finder.find({groups.members.data() + groups.start[g],
                             groups.members.data() + groups.start[g + 1]},
                            output);
            }
        });
    std::ranges::sort(faults, [](const TopologyFault& a, const TopologyFault& b) {
        if (a.first != b.first) {
            return a.first < b.first;
        }
        return a.place.x != b.place.x ? a.place.x < b.place.x : a.place.y < b.place.y;
    });
    return faults;
}

} // namespace tenglong::geo
