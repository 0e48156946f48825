#pragma once

#include "core/base/issue.hpp"
#include "geo/geometry/lines.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/read/input_kind.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

class OGRGeometry;

namespace tenglong::geo {

/// A feature whose arcs were read as chords.
struct Linearised {
    std::uint32_t row = 0;   ///< of the table, from 0
    double area_ratio = 1.0; ///< its area with arcs over that with chords
};

/// Takes the geometries of a layer one by one, each as the next row, and keeps of them what the
/// kind of input can use.
class LayerShapes {
public:
    /// `place`: of the layer, for issues. `close_lines`: closed lines are polygons (DXF).
    LayerShapes(GeometryNeed need, Place place, bool close_lines);

    void add(const OGRGeometry* geometry, std::int64_t row_number);
    void add_wkb(std::span<const std::byte> wkb, std::int64_t row_number);

    /// Issues of the rows so far, and those about the layer as a whole.
    void report(std::vector<Issue>& issues);

    Polygons shapes;
    std::vector<Point> points;
    Lines lines;
    std::vector<Linearised> linearised; ///< areas only, by row

private:
    void take(const OGRGeometry& geometry, std::int64_t row_number);
    void take_curved(const OGRGeometry& geometry, std::int64_t row_number);
    void take_part(const OGRGeometry& geometry);
    void finish_row(std::int64_t row_number);
    void issue(const char* kind, Severity severity, std::int64_t row_number, Text text);

    GeometryNeed m_need;
    Place m_place;
    bool m_close_lines;
    std::vector<Issue> m_issues;

    // Of the row at hand.
    bool m_polygon = false;
    bool m_line = false;
    bool m_point = false;

    std::size_t m_curved = 0;
    std::int64_t m_first_curved = 0;
    std::size_t m_with_z = 0;
    bool m_any_polygon = false;
    bool m_any_line = false;
    bool m_any_point = false;
};

} // namespace tenglong::geo
