#include "geo/read/layer_shapes.hpp"

#include "geo/geometry/wkb.hpp"
#include "geo/read/curve_area.hpp"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <memory>

namespace tenglong::geo {

namespace {

constexpr double k_nan = std::numeric_limits<double>::quiet_NaN();

/// The angle of a chord: a circle loses a 20,000th of its area, far below what areas are compared
/// by. GDAL's own 4 degrees lose nearly a thousandth.
constexpr double k_chord_degrees = 1.0;

[[nodiscard]] bool may_have_polygons(GeometryNeed need) noexcept
{
    return need == GeometryNeed::polygon || need == GeometryNeed::polygon_if_any ||
           need == GeometryNeed::line_or_polygon;
}

[[nodiscard]] bool may_have_points(GeometryNeed need) noexcept
{
    return need == GeometryNeed::point_if_any;
}

[[nodiscard]] bool may_have_lines(GeometryNeed need) noexcept
{
    return need == GeometryNeed::line_or_polygon;
}

void add_ring(Polygons& shapes, const OGRSimpleCurve& ring)
{
    const std::span<Point> points = shapes.add_ring(static_cast<std::size_t>(ring.getNumPoints()));
    for (std::size_t i = 0; i < points.size(); ++i) {
        points[i] = {ring.getX(static_cast<int>(i)), ring.getY(static_cast<int>(i))};
    }
}

[[nodiscard]] std::unique_ptr<OGRGeometry> parsed(std::span<const std::byte> wkb)
{
    OGRGeometry* geometry = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size()) !=
        OGRERR_NONE) {
        OGRGeometryFactory::destroyGeometry(geometry);
        return nullptr;
    }
    return std::unique_ptr<OGRGeometry>{geometry};
}

[[nodiscard]] bool is_empty(const OGRGeometry& geometry)
{
    return geometry.IsEmpty() != FALSE;
}

[[nodiscard]] bool all_finite(std::span<const Point> points)
{
    return std::ranges::all_of(points, [](const Point& point) {
        return std::isfinite(point.x) && std::isfinite(point.y);
    });
}

} // namespace

LayerShapes::LayerShapes(GeometryNeed need, Place place, bool close_lines)
    : m_need{need}, m_place{std::move(place)}, m_close_lines{close_lines}
{}

void LayerShapes::issue(const char* kind, Severity severity, std::int64_t row_number, Text text)
{
    Place place = m_place;
    place.row = row_number;
    m_issues.push_back({kind, severity, std::move(place), {}, {}, std::move(text)});
}

void LayerShapes::add(const OGRGeometry* geometry, std::int64_t row_number)
{
    if (geometry == nullptr || is_empty(*geometry)) {
        if (m_need != GeometryNeed::none && m_need != GeometryNeed::point_if_any) {
            issue("geometry_missing", Severity::warning, row_number,
                  msg("row {} has no geometry", row_number));
        }
    } else if (m_need != GeometryNeed::none) {
        take(*geometry, row_number);
    }
    finish_row(row_number);
}

void LayerShapes::add_wkb(std::span<const std::byte> wkb, std::int64_t row_number)
{
    if (m_need == GeometryNeed::polygon && !m_close_lines && !wkb.empty()) {
        const std::size_t first = shapes.points.size();
        switch (append_wkb(shapes, wkb)) {
        case WkbContent::areal:
            m_any_polygon = true;
            m_with_z += has_heights(wkb) ? 1 : 0;
            if (!all_finite({shapes.points.data() + first, shapes.points.size() - first})) {
                issue("coordinate_not_a_number", Severity::warning, row_number,
                      msg("row {} has a coordinate that is no number", row_number));
            }
            return;
        case WkbContent::empty:
            issue("geometry_missing", Severity::warning, row_number,
                  msg("row {} has no geometry", row_number));
            return;
        case WkbContent::partly_areal:
            m_any_polygon = true;
            issue("geometry_part_dropped", Severity::warning, row_number,
                  msg("row {} holds points or lines beside its polygons; they are left out",
                      row_number));
            return;
        case WkbContent::not_areal:
            issue("geometry_not_areal", Severity::warning, row_number,
                  msg("row {} holds a point or a line, not an area", row_number));
            return;
        case WkbContent::broken:
            issue("geometry_broken", Severity::error, row_number,
                  msg("row {} has a geometry that cannot be read", row_number));
            return;
        case WkbContent::curved:
            break; // nothing was appended
        }
    }
    if (wkb.empty()) {
        add(nullptr, row_number);
        return;
    }
    const auto geometry = parsed(wkb);
    if (!geometry) {
        issue("geometry_broken", Severity::error, row_number,
              msg("row {} has a geometry that cannot be read", row_number));
        finish_row(row_number);
        return;
    }
    add(geometry.get(), row_number);
}

void LayerShapes::take_curved(const OGRGeometry& geometry, std::int64_t row_number)
{
    const std::unique_ptr<OGRGeometry> linear{geometry.getLinearGeometry(k_chord_degrees)};
    if (!linear) {
        return;
    }
    take_part(*linear);
    if (m_polygon) {
        const double chords = area_with_arcs(*linear);
        const double ratio = chords > 0.0 ? area_with_arcs(geometry) / chords : 1.0;
        linearised.push_back({static_cast<std::uint32_t>(shapes.size()), ratio});
    } else {
        m_first_curved = m_curved == 0 ? row_number : m_first_curved;
        ++m_curved;
    }
}

void LayerShapes::take(const OGRGeometry& geometry, std::int64_t row_number)
{
    m_with_z += geometry.Is3D() != FALSE ? 1 : 0;
    if (geometry.hasCurveGeometry(TRUE) != FALSE) {
        take_curved(geometry, row_number);
    } else {
        take_part(geometry);
    }
    const bool wanted = (m_polygon && may_have_polygons(m_need)) ||
                        (m_line && may_have_lines(m_need)) || (m_point && may_have_points(m_need));
    const bool other = (m_polygon && !may_have_polygons(m_need)) ||
                       (m_line && !may_have_lines(m_need)) || (m_point && !may_have_points(m_need));
    if (!wanted && may_have_points(m_need)) {
        issue("geometry_not_a_point", Severity::warning, row_number,
              msg("row {} holds a line or an area, not a point", row_number));
    } else if (!wanted) {
        issue("geometry_not_areal", Severity::warning, row_number,
              msg("row {} holds a point or a line, not an area", row_number));
    } else if (other) {
        issue(
            "geometry_part_dropped", Severity::warning, row_number,
            msg("row {} holds points or lines beside its polygons; they are left out", row_number));
    }
}

void LayerShapes::take_part(const OGRGeometry& geometry)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon:
    case wkbTriangle:
        if (!is_empty(geometry)) {
            for (const OGRLinearRing* ring : *geometry.toPolygon()) {
                add_ring(shapes, *ring);
            }
            shapes.close_part();
            m_polygon = true;
        }
        return;
    case wkbPoint:
        if (!is_empty(geometry) && !m_point) {
            points.push_back({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
            m_point = true;
        }
        return;
    case wkbLineString: {
        const OGRLineString& line = *geometry.toLineString();
        constexpr int k_least_ring = 4;
        if (m_close_lines && line.getNumPoints() >= k_least_ring && line.get_IsClosed() != FALSE) {
            add_ring(shapes, line);
            shapes.close_part();
            m_polygon = true;
            return;
        }
        for (int i = 0; i < line.getNumPoints(); ++i) {
            lines.points.push_back({line.getX(i), line.getY(i)});
        }
        lines.close_line();
        m_line = m_line || line.getNumPoints() > 0;
        return;
    }
    default:
        break;
    }
    if (OGR_GT_IsSubClassOf(wkbFlatten(geometry.getGeometryType()), wkbGeometryCollection) !=
        FALSE) {
        for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
            take_part(*part);
        }
    } else if (OGR_GT_IsSubClassOf(wkbFlatten(geometry.getGeometryType()), wkbPolyhedralSurface) !=
               FALSE) {
        for (const OGRPolygon* part : *geometry.toPolyhedralSurface()) {
            take_part(*part);
        }
    }
}

void LayerShapes::finish_row(std::int64_t row_number)
{
    if (!m_point) {
        points.push_back({k_nan, k_nan});
    }
    const auto first_part = static_cast<std::size_t>(shapes.feature_start.back());
    const auto first = static_cast<std::size_t>(
        shapes.ring_start[static_cast<std::size_t>(shapes.part_start[first_part])]);
    shapes.close_feature();
    lines.close_feature();
    if (!all_finite({shapes.points.data() + first, shapes.points.size() - first})) {
        issue("coordinate_not_a_number", Severity::warning, row_number,
              msg("row {} has a coordinate that is no number", row_number));
    }
    m_any_polygon = m_any_polygon || m_polygon;
    m_any_line = m_any_line || m_line;
    m_any_point = m_any_point || m_point;
    m_polygon = m_line = m_point = false;
}

void LayerShapes::report(std::vector<Issue>& issues)
{
    if (m_curved > 0) {
        issue("curves_linearised", Severity::note, m_first_curved,
              msg("{} lines have arcs, first in row {}; they are read as chords", m_curved,
                  m_first_curved));
    }
    if (m_with_z > 0) {
        issue("heights_dropped", Severity::note, 0,
              msg("{} features have heights; they are not read", m_with_z));
    }
    std::move(m_issues.begin(), m_issues.end(), std::back_inserter(issues));
    m_issues.clear();
    if (!may_have_polygons(m_need)) {
        shapes = {};
        linearised = {};
    }
    if (!may_have_points(m_need) || !m_any_point) {
        points = {};
    }
    if (!may_have_lines(m_need) || !m_any_line) {
        lines = {};
    }
}

} // namespace tenglong::geo
