#include "geo/measure/area_probe.hpp"

#include "geo/geometry/ring.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong::geo {

void AreaProbe::aim(const FeatureView& feature, const Box& box)
{
    m_column = &feature.column();
    m_index = feature.index();
    m_box = box;
    m_edges.clear();
    m_slopes.clear();
    for (const RingView ring : feature.rings()) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            m_edges.push_back({ring[i], ring[i + 1]});
        }
    }
}

double AreaProbe::shared_with(const FeatureView& other, const Box& box, double area)
{
    if (!box.meets(m_box)) {
        return 0.0;
    }
    find_edges_near(box);
    if (m_near.empty()) {
        return holds(box.centre()) ? area : 0.0;
    }
    if (other.part_count() == 1 && !some_edge_may_cut(other, box)) {
        for (const Point p : other.points()) {
            if (const Side side = locate(p, feature()); side != Side::boundary) {
                return side == Side::inside ? area : 0.0;
            }
        }
    }
    return by_edges(other, box);
}

void AreaProbe::find_edges_near(const Box& box)
{
    m_near.clear();
    const Point centre = box.centre();
    const double half_width = box.width() / 2.0;
    const double half_height = box.height() / 2.0;
    for (const Edge& edge : m_edges) {
        const Point along = edge.b - edge.a;
        const Point middle = edge.a + along * 0.5 - centre;
        // Separating axes of a segment and a box: x, y and the normal of the segment.
        if (std::abs(middle.x) <= half_width + std::abs(along.x) / 2.0 &&
            std::abs(middle.y) <= half_height + std::abs(along.y) / 2.0 &&
            std::abs(cross(along, middle)) <=
                half_width * std::abs(along.y) + half_height * std::abs(along.x)) {
            m_near.push_back(edge);
        }
    }
}

/// For points that lie on no edge.
bool AreaProbe::holds(Point p) const noexcept
{
    bool odd = false;
    for (const Edge& edge : m_edges) {
        const bool up = edge.b.y > p.y;
        if ((edge.a.y > p.y) != up && (cross(edge.b - edge.a, p - edge.a) > 0.0) == up) {
            odd = !odd;
        }
    }
    return odd;
}

bool AreaProbe::some_edge_may_cut(const FeatureView& other, const Box& box) const
{
    return std::ranges::any_of(m_near, [&](const Edge& edge) {
        // An edge that crosses none of the other's may still lie inside it, with a whole ring.
        return may_cross(edge, other) ||
               (box.contains(edge.a) && locate(edge.a, other) != Side::outside);
    });
}

bool AreaProbe::may_cross(const Edge& edge, const FeatureView& other)
{
    const Point along = edge.b - edge.a;
    for (const RingView ring : other.rings()) {
        double before = cross(along, ring.front() - edge.a);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double here = cross(along, ring[i] - edge.a);
            const Point across = ring[i] - ring[i - 1];
            if (before * here <= 0.0 &&
                cross(across, edge.a - ring[i]) * cross(across, edge.b - ring[i]) <= 0.0) {
                return true;
            }
            before = here;
        }
    }
    return false;
}

double AreaProbe::by_edges(const FeatureView& other, const Box& box)
{
    const Point origin{m_box.min_x, m_box.min_y};
    if (m_slopes.empty()) {
        append_slopes(feature(), origin, m_slopes);
    }
    m_other.clear();
    append_slopes(other, origin, m_other);
    const double bottom = box.min_y - origin.y;
    double sum = 0.0;
    for (const Slope& edge : m_slopes) {
        // Below an edge that runs wholly under the other polygon lies nothing of it.
        if (std::max(edge.y_left, edge.at(edge.right)) > bottom) {
            sum += shared_area(edge, m_other);
        }
    }
    return std::clamp(sum, 0.0, std::max(sum, 0.0));
}

} // namespace tenglong::geo
