#pragma once

#include "tools/gen/base/random.hpp"
#include "tools/gen/base/shape.hpp"
#include "tools/gen/layout/layout.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace tenglong::tools::gen {

/// The ground of one cell, between the verges of its streets. Everything on it is planned in a
/// plane of its own (u east, v north, millimetres from the south-western crossing) in which all
/// lines are parallel to an axis, and then laid over the four crossings.
class Ground {
public:
    Ground(const Layout& layout, int column, int row);

    /// The plane's rectangle that may be built on.
    [[nodiscard]] const Rect& rect() const noexcept { return m_rect; }

    /// Where a point of the plane lies in the city. Exact to the millimetre in a district, where
    /// the plane is the city moved.
    [[nodiscard]] Point map(Point uv) const noexcept;
    [[nodiscard]] Ring map(const Ring& uv) const;

    /// The quadrilateral between the crossings.
    [[nodiscard]] Ring crossings() const { return {m_at.begin(), m_at.end()}; }

private:
    std::array<Point, 4> m_at; ///< south-west, south-east, north-east, north-west
    double m_width;
    double m_height;
    Rect m_rect;
};

/// The outline of one part of a parcel in the ground's plane, its corners only.
struct Outline {
    Ring shell;
    std::vector<Ring> holes;
};

/// A parcel in the ground's plane.
struct Piece {
    std::vector<Outline> parts;
    std::vector<Rect> rects; ///< the same land, cut into rectangles
};

/// Divides the rectangle into exactly `count` parcels of many forms: oblong, L-shaped, around an
/// enclave, in two parts. They share their edges and, but for a public corner now and then, leave
/// nothing over. \pre count > 0
[[nodiscard]] std::vector<Piece> divided(Random& random, const Rect& rect, int count);

/// A parcel for each rectangle.
[[nodiscard]] std::vector<Piece> pieces_of(const std::vector<Rect>& rects);

/// The parcels' outlines in the city. A corner of one parcel on another's edge becomes a corner of
/// both. If `natural`, long edges get more corners, all of them stray a little, and street corners
/// are cut off; else the outlines are as planned.
[[nodiscard]] std::vector<Shape> outlines_of(const Ground& ground, const std::vector<Piece>& pieces,
                                             std::uint64_t seed, bool natural);

/// Whether two parcels share an edge.
[[nodiscard]] bool adjacent(const Piece& a, const Piece& b) noexcept;

} // namespace tenglong::tools::gen
