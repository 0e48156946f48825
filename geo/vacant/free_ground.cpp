#include "geo/vacant/free_ground.hpp"

#include "geo/geometry/assemble.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/ring.hpp"

#include <array>

namespace tenglong::geo {

namespace {

// Rings smaller than this are where two curves graze.
constexpr double k_least_m2 = 1e-6;

/// Whether a circle might hold the whole ring.
bool fits_in_circle(RingView ring, double radius) noexcept
{
    const Box box = box_of(ring);
    return box.width() <= 2.0 * radius && box.height() <= 2.0 * radius;
}

} // namespace

FreeGround::FreeGround(const VacantOptions& options)
    : m_options{options}, m_offset{options.quarter_steps}
{}

bool FreeGround::find(const FeatureView& parcel, const Polygons& buildings,
                      std::span<const std::uint32_t> near, Polygons& ground)
{
    const Box box = box_of(parcel.points());
    const Point origin{box.min_x, box.min_y};
    // Buildings in line with each other, or wall to wall, would have offset curves that run along
    // each other. So each distance is a little longer than the one before: by micrometres.
    constexpr std::array<double, 2> k_shifts{1e-6, 3.7e-6};
    for (const double shift : k_shifts) {
        if (try_find(parcel, buildings, near, shift, origin, ground)) {
            return true;
        }
    }
    return false;
}

bool FreeGround::try_find(const FeatureView& parcel, const Polygons& buildings,
                          std::span<const std::uint32_t> near, double shift, Point origin,
                          Polygons& ground)
{
    const double radius = m_options.least_width_m / 2.0;
    m_raw.clear();
    add_parcel(parcel, origin);
    double distance = m_options.setback_m + radius;
    for (const std::uint32_t building : near) {
        distance += shift;
        add_building(buildings[building], origin, distance);
    }
    if (!m_winding.trace(m_raw, m_centres)) {
        return false;
    }
    m_raw.clear();
    for (std::size_t i = 0; i < m_centres.size(); ++i) {
        m_offset.add(m_centres[i], radius, m_raw);
    }
    ground.clear();
    return m_winding.trace(m_raw, m_ground) && append_rings(m_ground, origin, k_least_m2, ground);
}

void FreeGround::add_parcel(const FeatureView& parcel, Point origin)
{
    const double radius = m_options.least_width_m / 2.0;
    for (const PartView part : parcel.parts()) {
        if (fits_in_circle(part.shell(), radius)) {
            continue;
        }
        for (const RingView ring : part.rings()) {
            add_offset(ring, origin, false, -radius);
        }
    }
}

void FreeGround::add_building(const FeatureView& building, Point origin, double distance)
{
    // Backwards, so that it takes away.
    for (const PartView part : building.parts()) {
        add_offset(part.shell(), origin, true, -distance);
        for (const RingView hole : part.holes()) {
            if (!fits_in_circle(hole, distance)) {
                add_offset(hole, origin, true, -distance);
            }
        }
    }
}

void FreeGround::add_offset(RingView ring, Point origin, bool reversed, double distance)
{
    m_ring.clear();
    for (std::size_t i = 1; i < ring.size(); ++i) {
        m_ring.push_back(ring[reversed ? ring.size() - 1 - i : i] - origin);
    }
    m_offset.add(m_ring, distance, m_raw);
}

Polygons free_ground_by_geos(const FeatureView& parcel, const Polygons& buildings,
                             std::span<const std::uint32_t> near, const VacantOptions& options)
{
    const GeosContext& context = GeosContext::mine();
    const auto buffered = [&](const GEOSGeometry* shape, double distance) {
        return own(context, GEOSBuffer_r(context.get(), shape, distance, options.quarter_steps),
                   "GEOSBuffer");
    };
    // Not by the definition, cut, shrink, grow: GEOS simplifies notches before it shrinks a shape,
    // and rounded corners of buildings are such notches; up to 0.3 % of the ground went missing.
    const double radius = options.least_width_m / 2.0;
    GeometryPtr centres = buffered(to_geos(context, parcel).get(), -radius);
    if (!near.empty()) {
        Polygons together;
        for (const std::uint32_t building : near) {
            together.append(buildings[building]);
        }
        const GeometryPtr kept =
            buffered(to_geos(context, together).get(), options.setback_m + radius);
        centres = own(context, GEOSDifference_r(context.get(), centres.get(), kept.get()),
                      "GEOSDifference");
    }
    const GeometryPtr opened = buffered(centres.get(), radius);
    Polygons result;
    add_parts(result, context, opened.get());
    result.close_feature();
    return result;
}

} // namespace tenglong::geo
