#include "geo/check/validity.hpp"

#include "geo/check/on_map.hpp"
#include "geo/geometry/edge_pairs.hpp"
#include "geo/geometry/ring.hpp"
#include "geo/geometry/turn.hpp"

#include <algorithm>
#include <cstdint>

namespace tenglong::geo {

namespace {

/// Whether the line through `a` and `b` has both points clearly on one side.
bool on_one_side(Point a, Point b, Point p, Point q) noexcept
{
    const Turn first = turn(a, b, p);
    return first != Turn::unsure && first == turn(a, b, q);
}

/// For rings whose edges do not touch, one point tells for all.
bool lies_in(RingView inner, RingView outer) noexcept
{
    return locate(inner.front(), outer) == Side::inside;
}

bool holes_are_placed(const PartView& part) noexcept
{
    for (std::size_t i = 1; i < part.ring_count(); ++i) {
        if (!lies_in(part.ring(i), part.shell())) {
            return false;
        }
        for (std::size_t j = 1; j < part.ring_count(); ++j) {
            if (i != j && lies_in(part.ring(i), part.ring(j))) {
                return false;
            }
        }
    }
    return true;
}

bool parts_are_apart(const FeatureView& feature) noexcept
{
    for (const PartView part : feature.parts()) {
        for (const PartView other : feature.parts()) {
            if (part.index() != other.index() &&
                locate(part.shell().front(), other) != Side::outside) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

bool ValidityTest::surely_valid(const FeatureView& feature)
{
    m_edges.clear();
    m_boxes.clear();
    m_ring_begin.assign(1, 0);
    std::uint32_t number = 0;
    for (const RingView ring : feature.rings()) {
        if (!add_ring(ring, number++)) {
            return false;
        }
    }
    if (!edges_are_apart()) {
        return false;
    }
    if (number > 1) {
        for (const PartView part : feature.parts()) {
            if (part.ring_count() == 0 || !holes_are_placed(part)) {
                return false;
            }
        }
        return parts_are_apart(feature);
    }
    return true;
}

bool ValidityTest::add_ring(RingView ring, std::uint32_t number)
{
    if (ring.size() < 4 || !(ring.front() == ring.back())) {
        return false;
    }
    Point before = ring[ring.size() - 2];
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[i + 1];
        if (!is_on_a_map(a) || a == b || folds_back(before, a, b)) {
            return false;
        }
        m_edges.push_back({a, b, number});
        m_boxes.push_back(
            {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)});
        before = a;
    }
    m_ring_begin.push_back(m_edges.size());
    return true;
}

bool ValidityTest::edges_are_apart() const
{
    return each_meeting_pair(m_boxes, [this](std::size_t i, std::size_t j) {
        const Edge& e = m_edges[i];
        const Edge& f = m_edges[j];
        return on_one_side(e.a, e.b, f.a, f.b) || on_one_side(f.a, f.b, e.a, e.b) || adjacent(i, j);
    });
}

bool ValidityTest::adjacent(std::size_t i, std::size_t j) const
{
    if (m_edges[i].ring != m_edges[j].ring) {
        return false;
    }
    const std::size_t begin = m_ring_begin[m_edges[i].ring];
    const std::size_t end = m_ring_begin[m_edges[i].ring + 1];
    return j == i + 1 || (i == begin && j == end - 1);
}

} // namespace tenglong::geo
