#include "geo/vacant/road_areas.hpp"

#include "geo/geometry/geos.hpp"

#include <cmath>
#include <vector>

namespace tenglong::geo {

namespace {

constexpr std::size_t k_grain = 64;
constexpr int k_quarter_steps = 8;
constexpr double k_mitre_limit = 5.0;

GeometryPtr to_line(const GeosContext& context, std::span<const Point> points)
{
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_create_r(context.get(), static_cast<unsigned>(points.size()), 2);
    if (sequence == nullptr) {
        context.fail("GEOSCoordSeq_create");
    }
    for (unsigned i = 0; i < points.size(); ++i) {
        GEOSCoordSeq_setXY_r(context.get(), sequence, i, points[i].x, points[i].y);
    }
    return own(context, GEOSGeom_createLineString_r(context.get(), sequence),
               "GEOSGeom_createLineString");
}

/// All lines of one road as one feature.
Polygons area_of(const Lines& centres, std::size_t road, double width)
{
    const GeosContext& context = GeosContext::mine();
    Polygons pieces;
    for (auto l = centres.feature_start[road]; l < centres.feature_start[road + 1]; ++l) {
        const auto points = centres.line(static_cast<std::size_t>(l));
        if (points.size() < 2 || !(width > 0.0)) {
            continue;
        }
        add_parts(pieces, context,
                  own(context,
                      GEOSBufferWithStyle_r(context.get(), to_line(context, points).get(),
                                            width / 2.0, k_quarter_steps, GEOSBUF_CAP_FLAT,
                                            GEOSBUF_JOIN_ROUND, k_mitre_limit),
                      "GEOSBufferWithStyle")
                      .get());
    }
    pieces.close_feature();
    if (pieces[0].part_count() < 2) {
        return pieces;
    }
    // Lines of one road may cross, and so may their ground.
    Polygons united;
    add_parts(united, context,
              own(context, GEOSUnaryUnion_r(context.get(), to_geos(context, pieces[0]).get()),
                  "GEOSUnaryUnion")
                  .get());
    united.close_feature();
    return united;
}

} // namespace

Polygons road_areas(const Lines& centres, std::span<const double> width_m, double usual_width_m,
                    Workers& workers)
{
    std::vector<Polygons> chunks((centres.size() + k_grain - 1) / k_grain);
    workers.each(centres.size(), k_grain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t road = begin; road < end; ++road) {
            const bool known = road < width_m.size() && !std::isnan(width_m[road]);
            const Polygons area = area_of(centres, road, known ? width_m[road] : usual_width_m);
            chunks[begin / k_grain].append(area[0]);
        }
    });
    Polygons all;
    for (const Polygons& chunk : chunks) {
        all.append(chunk, 0, chunk.size());
    }
    return all;
}

} // namespace tenglong::geo
