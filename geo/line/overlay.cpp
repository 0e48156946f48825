#include "geo/line/overlay.hpp"

#include "core/base/error.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/geometry/unite.hpp"
#include "geo/measure/overlaps.hpp"

#include <numeric>
#include <vector>

namespace tenglong::geo {

namespace {

/// Where borders run along each other to the last digits, GEOS may give up; on a grid this fine it
/// does not, and no area moves by a square centimetre.
constexpr double k_grid_m = 1e-6;

Polygons feature_of(const GeosContext& context, const GEOSGeometry* geometry)
{
    Polygons raw;
    add_parts(raw, context, geometry);
    raw.close_feature();
    Polygons result;
    for (const PartView part : raw[0].parts()) {
        if (area(part) < k_no_area_m2) {
            continue;
        }
        for (const RingView ring : part.rings()) {
            result.add_ring(ring);
        }
        result.close_part();
    }
    result.close_feature();
    return result;
}

using Plain = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*);
using OnGrid = GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*,
                                 double);

Polygons overlaid(const FeatureView& a, const FeatureView& b, Plain plain, OnGrid on_grid)
{
    const GeosContext& context = GeosContext::mine();
    const GeometryPtr one = to_geos(context, a);
    const GeometryPtr other = to_geos(context, b);
    const GeometryPtr result{plain(context.get(), one.get(), other.get()),
                             DestroyGeometry{context.get()}};
    if (result) {
        return feature_of(context, result.get());
    }
    return feature_of(
        context,
        own(context, on_grid(context.get(), one.get(), other.get(), k_grid_m), "overlay").get());
}

bool apart(const FeatureView& a, const FeatureView& b)
{
    return a.empty() || b.empty() || !box_of(a.points()).meets(box_of(b.points()));
}

Polygons copy_of(const FeatureView& feature)
{
    Polygons result;
    result.append(feature);
    return result;
}

} // namespace

Polygons common_ground(const FeatureView& a, const FeatureView& b)
{
    if (apart(a, b)) {
        Polygons nothing;
        nothing.close_feature();
        return nothing;
    }
    return overlaid(a, b, GEOSIntersection_r, GEOSIntersectionPrec_r);
}

Polygons ground_without(const FeatureView& a, const FeatureView& b)
{
    return apart(a, b) ? copy_of(a) : overlaid(a, b, GEOSDifference_r, GEOSDifferencePrec_r);
}

Polygons joined_ground(const Polygons& column)
{
    if (column.size() == 1) {
        return copy_of(column[0]);
    }
    if (column.part_count() == 0) {
        Polygons nothing;
        nothing.close_feature();
        return nothing;
    }
    std::vector<std::uint32_t> all(column.size());
    std::iota(all.begin(), all.end(), 0U);
    return united_by_geos(column, all);
}

} // namespace tenglong::geo
