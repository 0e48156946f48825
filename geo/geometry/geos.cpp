#include "geo/geometry/geos.hpp"

#include "core/base/error.hpp"
#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <vector>

namespace tenglong::geo {

namespace {

// Called by C code: nothing may be thrown out of it.
void keep_message(const char* message, void* target) noexcept
{
    try {
        *static_cast<std::string*>(target) = message;
    } catch (...) { // without memory the reason is lost, the failure is not
        static_cast<std::string*>(target)->clear();
    }
}

void ignore_notice(const char* /*message*/, void* /*target*/) noexcept {}

GeometryPtr linear_ring(const GeosContext& context, RingView ring)
{
    static_assert(sizeof(Point) == 2 * sizeof(double));
    GEOSCoordSequence* points =
        GEOSCoordSeq_copyFromBuffer_r(context.get(), ring.empty() ? nullptr : &ring.data()->x,
                                      static_cast<unsigned>(ring.size()), 0, 0);
    if (points == nullptr) {
        context.fail("GEOSCoordSeq_copyFromBuffer");
    }
    return own(context, GEOSGeom_createLinearRing_r(context.get(), points),
               "GEOSGeom_createLinearRing");
}

/// Hands several geometries to a GEOS call that takes them over, whether or not it succeeds.
std::vector<GEOSGeometry*> released(std::vector<GeometryPtr>& geometries)
{
    std::vector<GEOSGeometry*> raw(geometries.size());
    std::ranges::transform(geometries, raw.begin(), [](GeometryPtr& g) { return g.release(); });
    return raw;
}

template <class Parts>
GeometryPtr collected(const GeosContext& context, const Parts& views)
{
    std::vector<GeometryPtr> parts;
    for (const PartView part : views) {
        parts.push_back(to_geos(context, part));
    }
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    std::vector<GEOSGeometry*> raw = released(parts);
    return own(context,
               GEOSGeom_createCollection_r(context.get(), GEOS_MULTIPOLYGON, raw.data(),
                                           static_cast<unsigned>(raw.size())),
               "GEOSGeom_createCollection");
}

void add_ring(Polygons& column, const GeosContext& context, const GEOSGeometry* ring,
              bool counter_clockwise)
{
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(context.get(), ring);
    unsigned size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(context.get(), sequence, &size) == 0) {
        context.fail("GEOSCoordSeq_getSize");
    }
    const std::span<Point> room = column.add_ring(size);
    if (size != 0 &&
        GEOSCoordSeq_copyToBuffer_r(context.get(), sequence, &room.data()->x, 0, 0) == 0) {
        context.fail("GEOSCoordSeq_copyToBuffer");
    }
    if ((signed_area(room) > 0.0) != counter_clockwise) {
        std::ranges::reverse(room);
    }
}

void add_part(Polygons& column, const GeosContext& context, const GEOSGeometry* polygon)
{
    add_ring(column, context, GEOSGetExteriorRing_r(context.get(), polygon), true);
    const int holes = GEOSGetNumInteriorRings_r(context.get(), polygon);
    for (int i = 0; i < holes; ++i) {
        add_ring(column, context, GEOSGetInteriorRingN_r(context.get(), polygon, i), false);
    }
    column.close_part();
}

} // namespace

GeosContext::GeosContext() : m_handle{GEOS_init_r()}
{
    GEOSContext_setErrorMessageHandler_r(get(), keep_message, &m_message);
    GEOSContext_setNoticeMessageHandler_r(get(), ignore_notice, nullptr);
}

const GeosContext& GeosContext::mine()
{
    thread_local const GeosContext context;
    return context;
}

void GeosContext::fail(std::string_view call) const
{
    throw Error{msg("the geometry library failed in '{}': {}", call,
                    m_message.empty() ? std::string_view{"no reason given"} : m_message)};
}

GeometryPtr own(const GeosContext& context, GEOSGeometry* result, std::string_view call)
{
    if (result == nullptr) {
        context.fail(call);
    }
    return GeometryPtr{result, DestroyGeometry{context.get()}};
}

bool truth(const GeosContext& context, char answer, std::string_view call)
{
    if (answer == 2) {
        context.fail(call);
    }
    return answer == 1;
}

GeometryPtr to_geos(const GeosContext& context, const PartView& part)
{
    if (part.ring_count() == 0) {
        return own(context, GEOSGeom_createEmptyPolygon_r(context.get()),
                   "GEOSGeom_createEmptyPolygon");
    }
    GeometryPtr shell = linear_ring(context, part.shell());
    std::vector<GeometryPtr> holes;
    for (const RingView hole : part.holes()) {
        holes.push_back(linear_ring(context, hole));
    }
    std::vector<GEOSGeometry*> raw = released(holes);
    return own(context,
               GEOSGeom_createPolygon_r(context.get(), shell.release(), raw.data(),
                                        static_cast<unsigned>(raw.size())),
               "GEOSGeom_createPolygon");
}

GeometryPtr to_geos(const GeosContext& context, const FeatureView& feature)
{
    return collected(context, feature.parts());
}

GeometryPtr to_geos(const GeosContext& context, const Polygons& column)
{
    return collected(context, Views<PartView, &Polygons::part>{column, 0, column.part_count()});
}

void add_parts(Polygons& column, const GeosContext& context, const GEOSGeometry* geometry)
{
    const int type = GEOSGeomTypeId_r(context.get(), geometry);
    if (type == GEOS_POLYGON) {
        if (!truth(context, GEOSisEmpty_r(context.get(), geometry), "GEOSisEmpty")) {
            add_part(column, context, geometry);
        }
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int members = GEOSGetNumGeometries_r(context.get(), geometry);
        for (int i = 0; i < members; ++i) {
            add_parts(column, context, GEOSGetGeometryN_r(context.get(), geometry, i));
        }
    }
}

double area(const GeosContext& context, const GEOSGeometry* geometry)
{
    double value = 0.0;
    if (GEOSArea_r(context.get(), geometry, &value) == 0) {
        context.fail("GEOSArea");
    }
    return value;
}

} // namespace tenglong::geo
