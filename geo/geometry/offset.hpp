#pragma once

#include "geo/geometry/curves.hpp"

#include <span>
#include <vector>

namespace tenglong::geo {

/// Draws the raw offset of closed curves: every edge moved to its right by a distance, joined at
/// the corners by arcs where it opens and by a straight line where it overlaps, with all the loops
/// that this makes. For a shell that runs counter-clockwise the offset is outward; a negative
/// distance turns it inward.
///
/// Winding numbers sort the loops out (Winding): about the offset of a shell outward every place
/// within the distance is wound about at least once and every other place not at all; about the
/// offset inward of a shell that does not fit into a circle of that radius, exactly the places
/// farther than the distance from the border are wound about once, and none twice.
///
/// Keeps its memory from one curve to the next; serves one thread.
class Offset {
public:
    /// \param quarter_steps straight pieces for a quarter of a circle; the corners of the pieces
    ///        lie on the circle.
    explicit Offset(int quarter_steps);

    /// Adds the raw offset of `curve` to `output`. Points nearer to each other than a millimetre
    /// are taken for one.
    void add(std::span<const Point> curve, double distance, Curves& output);

private:
    struct Corner {
        Point place;
        Point ahead;         ///< unit vector along the edge that leaves
        double length = 0.0; ///< of that edge
    };

    void find_corners(std::span<const Point> curve);
    void turn_corner(const Corner& before, const Corner& corner, double distance, Curves& output);
    void add_arc(Point centre, Point from, Point to, double distance, Curves& output) const;

    double m_step; ///< radians
    std::vector<Corner> m_corners;
};

} // namespace tenglong::geo
