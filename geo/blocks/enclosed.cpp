#include "geo/blocks/enclosed.hpp"

#include "geo/geometry/box_grid.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/measure/shared_area.hpp"

#include <algorithm>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 16;
constexpr int k_quarter_steps = 8;
constexpr double k_within = 0.99; // closing cuts corners by what arcs of segments leave

void add_shells(const FeatureView& shape, Polygons& filled)
{
    for (const PartView part : shape.parts()) {
        filled.add_ring(part.shell());
        filled.close_part();
    }
}

/// The shells of an outline after closing by `radius`, holes filled; parts may lie in each other.
Polygons filled(const FeatureView& outline, double radius)
{
    Polygons result;
    if (!(radius > 0.0)) {
        add_shells(outline, result);
        result.close_feature();
        return result;
    }
    const GeosContext& context = GeosContext::mine();
    const auto buffered = [&](const GeometryPtr& shape, double distance) {
        return own(context, GEOSBuffer_r(context.get(), shape.get(), distance, k_quarter_steps),
                   "GEOSBuffer");
    };
    Polygons grown;
    add_parts(grown, context, buffered(to_geos(context, outline), radius).get());
    grown.close_feature();
    Polygons shells;
    add_shells(grown[0], shells);
    shells.close_feature();
    // A shell within another one would make an invalid multipolygon; their union is a valid one.
    const GeometryPtr whole = own(
        context, GEOSUnaryUnion_r(context.get(), to_geos(context, shells[0]).get()), "GEOSUnion");
    add_parts(result, context, buffered(whole, -radius).get());
    result.close_feature();
    return result;
}

/// Whether a parcel lies within one of the parts.
bool lies_within(const FeatureView& parcel, const Box& box, double area_m2, const Polygons& ground)
{
    for (std::size_t p = 0; p < ground.part_count(); ++p) {
        if (!box_of(ground.part(p).shell()).contains(box)) {
            continue;
        }
        Polygons part;
        part.add_ring(ground.part(p).shell());
        part.close_part();
        part.close_feature();
        if (shared_area(parcel, part[0]) >= k_within * area_m2) {
            return true;
        }
    }
    return false;
}

std::vector<std::uint32_t> enclosed_by(const FeatureView& outline, const Layer& parcels,
                                       const BoxGrid& grid, std::span<const std::uint32_t> chosen,
                                       double gap_m)
{
    std::vector<std::uint32_t> found;
    if (outline.empty()) {
        return found;
    }
    const Box around = box_of(outline.points());
    grid.find(around, found);
    std::erase_if(found, [&](std::uint32_t parcel) {
        return std::ranges::binary_search(chosen, parcel) || parcels.shapes[parcel].empty() ||
               !around.contains(parcels.boxes[parcel]);
    });
    if (!found.empty()) {
        const Polygons ground = filled(outline, gap_m / 2.0);
        std::erase_if(found, [&](std::uint32_t parcel) {
            return !lies_within(parcels.shapes[parcel], parcels.boxes[parcel],
                                parcels.areas[parcel], ground);
        });
    }
    return found;
}

} // namespace

std::vector<std::vector<std::uint32_t>> enclosed_parcels(const Layer& parcels,
                                                         std::span<const std::uint32_t> chosen,
                                                         const Polygons& outlines, double gap_m,
                                                         Workers& workers)
{
    const BoxGrid grid{parcels.boxes};
    std::vector<std::vector<std::uint32_t>> lists(outlines.size());
    workers.each(lists.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t b = begin; b < end; ++b) {
            lists[b] = enclosed_by(outlines[b], parcels, grid, chosen, gap_m);
        }
    });
    return lists;
}

} // namespace tenglong::geo
