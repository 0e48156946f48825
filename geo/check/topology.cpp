#include "geo/check/topology.hpp"

#include "core/base/number.hpp"
#include "geo/check/gaps.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/measure/overlaps.hpp"

#include <algorithm>
#include <utility>

namespace tenglong::geo {

namespace {

/// Inside the largest piece of what two features share.
Point place_of_overlap(const FeatureView& one, const FeatureView& other)
{
    const GeosContext& context = GeosContext::mine();
    const GeometryPtr shared = own(context,
                                   GEOSIntersection_r(context.get(), to_geos(context, one).get(),
                                                      to_geos(context, other).get()),
                                   "GEOSIntersection");
    Polygons pieces;
    add_parts(pieces, context, shared.get());
    pieces.close_feature();
    Point place = one.points().front();
    double largest = 0.0;
    for (const PartView piece : pieces[0].parts()) {
        if (const double ground = area(piece); ground > largest) {
            largest = ground;
            place = point_inside(piece);
        }
    }
    return place;
}

std::vector<TopologyFault> find_overlaps(const Layer& parcels, const BoxGrid& grid,
                                         const TopologyOptions& options, Workers& workers)
{
    const double least = std::max(options.least_overlap_m2, k_no_area_m2);
    const std::vector<Overlap> pairs = overlaps(parcels, grid, least, workers);
    const std::vector<std::uint32_t> first_of = first_of_equals(parcels, pairs);
    return workers.collect<TopologyFault>(
        pairs.size(), 64, [&](std::size_t begin, std::size_t end, std::vector<TopologyFault>& out) {
            for (std::size_t k = begin; k < end; ++k) {
                const auto [first, second, shared] = pairs[k];
                const Point place = place_of_overlap(parcels.shapes[first], parcels.shapes[second]);
                const bool equal = first_of[first] == first_of[second];
                if (!equal) {
                    out.push_back({TopologyFaultKind::overlap, first, second, place, shared});
                } else if (first_of[second] == first) { // of three equals, two are duplicates
                    out.push_back({TopologyFaultKind::duplicate, second, first, place, shared});
                }
            }
        });
}

std::vector<TopologyFault> find_slivers(const Layer& parcels, double sliver_m2)
{
    std::vector<TopologyFault> faults;
    for (std::uint32_t i = 0; i < parcels.shapes.size(); ++i) {
        for (const PartView part : parcels.shapes[i].parts()) {
            if (const double ground = area(part); ground < sliver_m2) {
                faults.push_back({TopologyFaultKind::sliver, i, i, point_inside(part), ground});
            }
        }
    }
    return faults;
}

} // namespace

std::string_view name(TopologyFaultKind kind) noexcept
{
    switch (kind) {
    case TopologyFaultKind::overlap:
        return "parcel_overlap";
    case TopologyFaultKind::duplicate:
        return "parcel_duplicate";
    case TopologyFaultKind::sliver:
        return "parcel_sliver";
    case TopologyFaultKind::gap:
        break;
    }
    return "parcel_gap";
}

std::vector<TopologyFault> check_topology(const Layer& parcels, const BoxGrid& grid,
                                          const TopologyOptions& options, Workers& workers)
{
    std::vector<TopologyFault> all = find_overlaps(parcels, grid, options, workers);
    for (const std::vector<TopologyFault>& more :
         {find_slivers(parcels, options.sliver_m2), find_gaps(parcels, grid, options, workers)}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

Issue to_issue(const TopologyFault& fault, std::string first, const std::string& second,
               Place place)
{
    const std::string ground = format_number(fault.area_m2, 2);
    Issue issue;
    issue.kind = name(fault.kind);
    issue.place = std::move(place);
    issue.spot = Spot{fault.place.x, fault.place.y};
    switch (fault.kind) {
    case TopologyFaultKind::overlap:
        issue.text = msg("'{}' and '{}' overlap by {} m2; correct the border of one of them", first,
                         second, ground);
        break;
    case TopologyFaultKind::duplicate:
        issue.text = msg("'{}' has the same shape as '{}', {} m2; remove one of them", first,
                         second, ground);
        break;
    case TopologyFaultKind::sliver:
        issue.text = msg("'{}' has a part of only {} m2; remove it or join it", first, ground);
        break;
    case TopologyFaultKind::gap:
        issue.text = msg("between '{}' and '{}' is a gap of {} m2; join their borders", first,
                         second, ground);
        break;
    }
    issue.subject = std::move(first);
    return issue;
}

} // namespace tenglong::geo
