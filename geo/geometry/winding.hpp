#pragma once

#include "geo/geometry/box.hpp"
#include "geo/geometry/curves.hpp"

#include <cstdint>
#include <vector>

namespace tenglong::geo {

/// The boundary of what closed curves wind about: of all places with a winding number of one or
/// more. Curves may cross each other and themselves in any way.
///
/// Counter-clockwise shells with clockwise holes give their union; raw offset curves, with all the
/// loops they have, give the offset shape. Every crossing switches the boundary from one curve to
/// the other, so once the winding number is known at one place of each curve, the rest is walking.
/// No overlay graph is built.
///
/// The arithmetic is plain, but it knows its limits: where curves touch, run along each other or
/// cross three at a time, trace() says no, and the caller asks a slower way.
///
/// Keeps its memory from one task to the next; serves one thread.
class Winding {
public:
    /// Coordinates should be near the origin.
    /// \param output receives rings that have the inside on their left: shells counter-clockwise,
    ///        holes clockwise, neither nested nor sorted.
    /// \return false if the answer would not be sure; `output` is then of no use.
    [[nodiscard]] bool trace(const Curves& curves, Curves& output);

private:
    struct Edge {
        Point a;
        Point b;
        std::uint32_t curve = 0;
    };
    /// A crossing, as the curve of `edge` passes through it.
    struct Event {
        std::uint32_t edge = 0;
        std::uint32_t partner =
            0; ///< the same crossing on the other curve: first its number, then its place
        double share = 0.0; ///< of the edge, up to the crossing
        Point place;
        std::int32_t change = 0; ///< of the winding number on the left, from before to after
        bool kept = false;       ///< the way from here to the next event is boundary
        bool walked = false;
    };

    [[nodiscard]] bool cut(const Curves& curves);
    [[nodiscard]] bool add_crossing(std::size_t i, std::size_t j);
    [[nodiscard]] bool adjacent(const Edge& e, const Edge& f, std::size_t i, std::size_t j) const;
    void sort_events();
    [[nodiscard]] std::int32_t winding_left_of(std::size_t edge, Point p) const;
    [[nodiscard]] bool mark(const Curves& curves, Curves& output);
    [[nodiscard]] bool mark_curve(std::size_t curve);
    [[nodiscard]] bool walk(Curves& output);
    [[nodiscard]] bool walk_from(std::size_t event, Curves& output);
    [[nodiscard]] std::size_t after(std::size_t event) const;
    void add_corners(std::size_t from, std::size_t to, Curves& output) const;

    std::vector<Edge> m_edges;
    std::vector<Box> m_boxes;
    std::vector<std::uint32_t> m_first_edge; ///< by curve; one more at the end
    std::vector<Event> m_unsorted;
    std::vector<Event> m_events;              ///< by edge, then by share
    std::vector<std::uint32_t> m_first_event; ///< by edge; one more at the end
    std::vector<std::uint32_t> m_place;       ///< by number: place in m_events
};

} // namespace tenglong::geo
