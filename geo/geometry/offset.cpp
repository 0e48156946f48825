#include "geo/geometry/offset.hpp"

#include <cmath>
#include <numbers>

namespace tenglong::geo {

namespace {

constexpr double k_same_place_m = 1e-3;
// About one degree: a corner this flat is a point on a line, and its arc one point.
constexpr double k_flat_cosine = 0.9998;

Point right_of(Point unit) noexcept
{
    return {unit.y, -unit.x};
}

bool same_place(Point a, Point b) noexcept
{
    return dot(a - b, a - b) <= k_same_place_m * k_same_place_m;
}

} // namespace

Offset::Offset(int quarter_steps) : m_step{std::numbers::pi / 2.0 / quarter_steps} {}

void Offset::find_corners(std::span<const Point> curve)
{
    m_corners.clear();
    for (const Point p : curve) {
        if (m_corners.empty() || !same_place(m_corners.back().place, p)) {
            m_corners.push_back({p, {}, 0.0});
        }
    }
    while (m_corners.size() > 1 && same_place(m_corners.front().place, m_corners.back().place)) {
        m_corners.pop_back();
    }
    for (std::size_t i = 0; i < m_corners.size(); ++i) {
        const Point next = m_corners[i + 1 < m_corners.size() ? i + 1 : 0].place;
        const Point along = next - m_corners[i].place;
        m_corners[i].length = std::sqrt(dot(along, along));
        m_corners[i].ahead = along * (1.0 / m_corners[i].length);
    }
}

void Offset::add(std::span<const Point> curve, double distance, Curves& output)
{
    find_corners(curve);
    if (m_corners.size() < 3) {
        return;
    }
    const Corner* before = &m_corners.back();
    for (const Corner& corner : m_corners) {
        turn_corner(*before, corner, distance, output);
        before = &corner;
    }
    output.close();
}

void Offset::turn_corner(const Corner& before, const Corner& corner, double distance,
                         Curves& output)
{
    const Point from = right_of(before.ahead);
    const Point to = right_of(corner.ahead);
    const double cosine = dot(from, to);
    const double sine = cross(from, to);
    const bool opens = sine * distance > 0.0 && cosine <= k_flat_cosine;
    // The moved edges, or the lines they lie on, meet; beyond their halves that is a long way off.
    const bool meets =
        cosine > k_flat_cosine ||
        std::abs(distance * sine) <= (1.0 + cosine) * std::min(before.length, corner.length) / 2.0;
    if (opens) {
        add_arc(corner.place, from, to, distance, output);
    } else if (meets) {
        // What a longer way round would add is only a small loop.
        output.add(corner.place + (from + to) * (distance / (1.0 + cosine)));
    } else {
        // A straight line between them stays within the distance of the corner.
        output.add(corner.place + from * distance);
        output.add(corner.place + to * distance);
    }
}

void Offset::add_arc(Point centre, Point from, Point to, double distance, Curves& output) const
{
    const double angle = std::atan2(cross(from, to), dot(from, to));
    // A hair less, so that a right angle takes the steps of a quarter and not one more.
    const int steps = static_cast<int>(std::abs(angle) / m_step - 1e-9) + 1;
    const double step = angle / steps;
    const double cosine = std::cos(step);
    const double sine = std::sin(step);
    Point radius = from * distance;
    output.add(centre + radius);
    for (int i = 1; i < steps; ++i) {
        radius = {radius.x * cosine - radius.y * sine, radius.x * sine + radius.y * cosine};
        output.add(centre + radius);
    }
    output.add(centre + to * distance);
}

} // namespace tenglong::geo
