#pragma once

#include "geo/geometry/geos.hpp"
#include "geo/geometry/polygons.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenglong::tests {

/// A column of the features given as well-known text; shells turned counter-clockwise.
inline geo::Polygons column(const std::vector<std::string>& features)
{
    const geo::GeosContext& context = geo::GeosContext::mine();
    GEOSWKTReader* reader = GEOSWKTReader_create_r(context.get());
    geo::Polygons polygons;
    for (const std::string& wkt : features) {
        const geo::GeometryPtr geometry =
            geo::own(context, GEOSWKTReader_read_r(context.get(), reader, wkt.c_str()),
                     "GEOSWKTReader_read");
        geo::add_parts(polygons, context, geometry.get());
        polygons.close_feature();
    }
    GEOSWKTReader_destroy_r(context.get(), reader);
    return polygons;
}

/// A column of one feature with one part of these rings, exactly as given.
inline geo::Polygons raw_part(const std::vector<std::vector<geo::Point>>& rings)
{
    geo::Polygons polygons;
    for (const auto& ring : rings) {
        polygons.add_ring(ring);
    }
    polygons.close_part();
    polygons.close_feature();
    return polygons;
}

inline std::string text_of(const geo::Polygons& polygons)
{
    const geo::GeosContext& context = geo::GeosContext::mine();
    GEOSWKTWriter* writer = GEOSWKTWriter_create_r(context.get());
    GEOSWKTWriter_setTrim_r(context.get(), writer, 1);
    const geo::GeometryPtr geometry = geo::to_geos(context, polygons);
    char* text = GEOSWKTWriter_write_r(context.get(), writer, geometry.get());
    std::string copy{text};
    GEOSFree_r(context.get(), text);
    GEOSWKTWriter_destroy_r(context.get(), writer);
    return copy;
}

/// Random shapes from a fixed seed; the same on every platform, because only the bits of the
/// engine are used and none of the distributions of the library.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_engine{seed} {}

    double between(double low, double high)
    {
        const auto bits = static_cast<double>(m_engine() >> 11U);
        return low + (high - low) * bits * 0x1p-53;
    }
    std::size_t below(std::size_t count) { return m_engine() % count; }

    /// A simple ring about `centre`, of `corners` corners between `near` and `far` from it.
    std::vector<geo::Point> star(geo::Point centre, std::size_t corners, double near, double far)
    {
        std::vector<geo::Point> ring;
        for (std::size_t i = 0; i < corners; ++i) {
            const double angle = 2.0 * std::numbers::pi *
                                 (static_cast<double>(i) + between(0.1, 0.9)) /
                                 static_cast<double>(corners);
            const double radius = between(near, far);
            ring.push_back(
                {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
        }
        ring.push_back(ring.front());
        return ring;
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace tenglong::tests
