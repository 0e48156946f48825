#pragma once

class OGRGeometry;

namespace tenglong::geo {

/// The area of a geometry with its arcs as arcs, in the square of its units: shells less holes,
/// whichever way they run; 0 of points and lines. GDAL's own get_Area() takes arcs of curves that
/// are not convex for chords of 4 degrees.
[[nodiscard]] double area_with_arcs(const OGRGeometry& geometry);

} // namespace tenglong::geo
