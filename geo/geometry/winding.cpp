#include "geo/geometry/winding.hpp"

#include "geo/geometry/edge_pairs.hpp"
#include "geo/geometry/turn.hpp"

#include <algorithm>

namespace tenglong::geo {

bool Winding::trace(const Curves& curves, Curves& output)
{
    output.clear();
    if (!cut(curves)) {
        return false;
    }
    sort_events();
    return mark(curves, output) && walk(output);
}

bool Winding::cut(const Curves& curves)
{
    m_edges.clear();
    m_boxes.clear();
    m_unsorted.clear();
    m_first_edge.assign(1, 0);
    for (std::size_t c = 0; c < curves.size(); ++c) {
        const std::span<const Point> points = curves[c];
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point a = points[i];
            const Point b = points[i + 1 < points.size() ? i + 1 : 0];
            if (a == b || folds_back(points[i > 0 ? i - 1 : points.size() - 1], a, b)) {
                return false;
            }
            m_edges.push_back({a, b, static_cast<std::uint32_t>(c)});
            m_boxes.push_back(
                {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)});
        }
        m_first_edge.push_back(static_cast<std::uint32_t>(m_edges.size()));
    }
    return each_meeting_pair(m_boxes,
                             [this](std::size_t i, std::size_t j) { return add_crossing(i, j); });
}

bool Winding::adjacent(const Edge& e, const Edge& f, std::size_t i, std::size_t j) const
{
    return e.curve == f.curve &&
           (j == i + 1 || (i == m_first_edge[e.curve] && j + 1 == m_first_edge[e.curve + 1]));
}

bool Winding::add_crossing(std::size_t i, std::size_t j)
{
    const Edge& e = m_edges[i];
    const Edge& f = m_edges[j];
    const Turn start = turn(e.a, e.b, f.a);
    const Turn end = turn(e.a, e.b, f.b);
    if (start == end && start != Turn::unsure) {
        return true;
    }
    const Turn other_start = turn(f.a, f.b, e.a);
    const Turn other_end = turn(f.a, f.b, e.b);
    if ((other_start == other_end && other_start != Turn::unsure) || adjacent(e, f, i, j)) {
        return true;
    }
    if (start == Turn::unsure || end == Turn::unsure || other_start == Turn::unsure ||
        other_end == Turn::unsure) {
        return false;
    }
    const Point along = e.b - e.a;
    const Point across = f.b - f.a;
    const double slope = cross(along, across);
    const double share = cross(f.a - e.a, across) / slope;
    const double other_share = cross(f.a - e.a, along) / slope;
    const auto number = static_cast<std::uint32_t>(m_unsorted.size());
    const std::int32_t change = other_end == Turn::left ? 1 : -1;
    const Point place = e.a + along * share;
    m_unsorted.push_back({static_cast<std::uint32_t>(i), number + 1, share, place, change});
    m_unsorted.push_back({static_cast<std::uint32_t>(j), number, other_share, place, -change});
    return true;
}

void Winding::sort_events()
{
    m_first_event.assign(m_edges.size() + 1, 0);
    for (const Event& event : m_unsorted) {
        ++m_first_event[event.edge + 1];
    }
    for (std::size_t i = 1; i < m_first_event.size(); ++i) {
        m_first_event[i] += m_first_event[i - 1];
    }
    m_place.resize(m_unsorted.size());
    m_events.resize(m_unsorted.size());
    // Numbers into the places of their edges, each edge's few then put in order.
    for (std::uint32_t number = 0; number < m_unsorted.size(); ++number) {
        m_place[m_first_event[m_unsorted[number].edge]++] = number;
    }
    for (std::size_t i = m_first_event.size() - 1; i > 0; --i) {
        m_first_event[i] = m_first_event[i - 1];
    }
    m_first_event[0] = 0;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        std::sort(m_place.begin() + m_first_event[i], m_place.begin() + m_first_event[i + 1],
                  [this](std::uint32_t a, std::uint32_t b) {
                      return m_unsorted[a].share < m_unsorted[b].share;
                  });
    }
    for (std::uint32_t k = 0; k < m_place.size(); ++k) {
        m_events[k] = m_unsorted[m_place[k]];
    }
    for (std::uint32_t k = 0; k < m_events.size(); ++k) {
        m_unsorted[m_place[k]].edge = k; // number -> place
    }
    for (Event& event : m_events) {
        event.partner = m_unsorted[event.partner].edge;
    }
}

std::int32_t Winding::winding_left_of(std::size_t edge, Point p) const
{
    // A ray towards +x, taken a hair above p, so that it meets no corner.
    std::int32_t winding = 0;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const Edge& other = m_edges[i];
        if ((other.a.y <= p.y) != (other.b.y <= p.y) && i != edge) {
            const bool up = other.b.y > other.a.y;
            if ((cross(other.b - other.a, p - other.a) > 0.0) == up) {
                winding += up ? 1 : -1;
            }
        }
    }
    // Of the edge itself: what lies left of it.
    const Edge& own = m_edges[edge];
    const bool up = own.b.y > own.a.y;
    const bool level_leftward = own.b.y == own.a.y && own.b.x < own.a.x;
    return winding + (up || level_leftward ? 1 : 0);
}

bool Winding::mark(const Curves& curves, Curves& output)
{
    for (std::size_t c = 0; c < curves.size(); ++c) {
        const std::uint32_t first = m_first_edge[c];
        if (m_first_event[first] != m_first_event[m_first_edge[c + 1]]) {
            if (!mark_curve(c)) {
                return false;
            }
        } else if (winding_left_of(first, m_edges[first].a +
                                              (m_edges[first].b - m_edges[first].a) * 0.5) == 1) {
            for (const Point p : curves[c]) {
                output.add(p);
            }
            output.close();
        }
    }
    return true;
}

bool Winding::mark_curve(std::size_t curve)
{
    const std::size_t begin = m_first_event[m_first_edge[curve]];
    const std::size_t end = m_first_event[m_first_edge[curve + 1]];
    // Half way between the first event and the next, on the edge of the first.
    const Event& first = m_events[begin];
    const bool next_on_edge = begin + 1 < end && m_events[begin + 1].edge == first.edge;
    const Point goal = next_on_edge ? m_events[begin + 1].place : m_edges[first.edge].b;
    const std::int32_t start =
        winding_left_of(first.edge, first.place + (goal - first.place) * 0.5);
    std::int32_t winding = start;
    m_events[begin].kept = winding == 1;
    for (std::size_t k = begin + 1; k < end; ++k) {
        winding += m_events[k].change;
        m_events[k].kept = winding == 1;
    }
    return winding + m_events[begin].change == start;
}

std::size_t Winding::after(std::size_t event) const
{
    const std::uint32_t curve = m_edges[m_events[event].edge].curve;
    const std::size_t end = m_first_event[m_first_edge[curve + 1]];
    return event + 1 < end ? event + 1 : m_first_event[m_first_edge[curve]];
}

bool Winding::walk(Curves& output)
{
    for (std::size_t k = 0; k < m_events.size(); ++k) {
        if (m_events[k].kept && !m_events[k].walked && !walk_from(k, output)) {
            return false;
        }
    }
    return true;
}

bool Winding::walk_from(std::size_t event, Curves& output)
{
    std::size_t current = event;
    do {
        Event& here = m_events[current];
        if (!here.kept || here.walked) {
            return false;
        }
        here.walked = true;
        output.add(here.place);
        const std::size_t next = after(current);
        add_corners(current, next, output);
        current = m_events[next].partner;
    } while (current != event);
    output.close();
    return true;
}

void Winding::add_corners(std::size_t from, std::size_t to, Curves& output) const
{
    std::size_t edge = m_events[from].edge;
    const std::uint32_t curve = m_edges[edge].curve;
    const std::size_t goal = m_events[to].edge;
    const bool round = to <= from; // past the first corner of the curve, or all about it
    if (edge == goal && !round) {
        return;
    }
    do {
        output.add(m_edges[edge].b);
        ++edge;
        if (edge == m_first_edge[curve + 1]) {
            edge = m_first_edge[curve];
        }
    } while (edge != goal);
}

} // namespace tenglong::geo
