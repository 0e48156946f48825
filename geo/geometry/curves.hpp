#pragma once

#include "geo/geometry/point.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// A list of closed curves of straight pieces, for work on one feature at a time: the last point of
/// each is joined to the first and does not repeat it. Clearing keeps the memory.
class Curves {
public:
    [[nodiscard]] std::size_t size() const noexcept { return m_start.size() - 1; }
    [[nodiscard]] std::span<const Point> operator[](std::size_t i) const noexcept
    {
        return {m_points.data() + m_start[i], m_points.data() + m_start[i + 1]};
    }
    [[nodiscard]] std::size_t point_count() const noexcept { return m_points.size(); }

    void clear() noexcept
    {
        m_points.clear();
        m_start.resize(1);
    }
    /// Adds a point to the curve under way.
    void add(Point p) { m_points.push_back(p); }
    /// Ends the curve under way; one of fewer than three points is dropped.
    void close()
    {
        if (m_points.size() - m_start.back() < 3) {
            m_points.resize(m_start.back());
        } else {
            m_start.push_back(static_cast<std::uint32_t>(m_points.size()));
        }
    }

private:
    std::vector<Point> m_points;
    std::vector<std::uint32_t> m_start{0};
};

/// Signed area: positive when the curve runs counter-clockwise.
[[nodiscard]] inline double signed_area_of(std::span<const Point> curve) noexcept
{
    double twice = 0.0;
    for (std::size_t i = 1; i + 1 < curve.size(); ++i) {
        twice += cross(curve[i] - curve[0], curve[i + 1] - curve[0]);
    }
    return twice / 2.0;
}

} // namespace tenglong::geo
