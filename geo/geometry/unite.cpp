#include "geo/geometry/unite.hpp"

#include "geo/geometry/assemble.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/winding.hpp"

namespace tenglong::geo {

namespace {

// Rings smaller than a square millimetre are rounding.
constexpr double k_least_m2 = 1e-6;

} // namespace

Polygons united_by_geos(const Polygons& shapes, std::span<const std::uint32_t> members)
{
    Polygons together;
    for (const std::uint32_t member : members) {
        together.append(shapes[member]);
    }
    const GeosContext& context = GeosContext::mine();
    const GeometryPtr all = to_geos(context, together);
    const GeometryPtr one =
        own(context, GEOSUnaryUnion_r(context.get(), all.get()), "GEOSUnaryUnion");
    Polygons result;
    add_parts(result, context, one.get());
    result.close_feature();
    return result;
}

Polygons united(const Polygons& shapes, std::span<const std::uint32_t> members)
{
    Point origin;
    Curves curves;
    for (const std::uint32_t member : members) {
        for (const RingView ring : shapes[member].rings()) {
            if (curves.point_count() == 0) {
                origin = ring.front();
            }
            for (const Point p : ring.first(ring.size() - 1)) {
                curves.add(p - origin);
            }
            curves.close();
        }
    }
    Winding winding;
    Curves rings;
    Polygons result;
    if (winding.trace(curves, rings) && append_rings(rings, origin, k_least_m2, result)) {
        return result;
    }
    return united_by_geos(shapes, members);
}

} // namespace tenglong::geo
