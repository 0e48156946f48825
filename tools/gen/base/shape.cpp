#include "tools/gen/base/shape.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tenglong::tools::gen {

double Rect::area_m2() const noexcept
{
    return static_cast<double>(width() * height()) / 1e6;
}

Rect metres(double x0, double y0, double x1, double y1) noexcept
{
    const auto mm = [](double value) {
        return static_cast<std::int64_t>(std::llround(value * static_cast<double>(k_metre)));
    };
    return {mm(x0), mm(y0), mm(x1), mm(y1)};
}

Ring ring_of(const Rect& rect)
{
    return {{rect.x0, rect.y0}, {rect.x1, rect.y0}, {rect.x1, rect.y1}, {rect.x0, rect.y1}};
}

Shape shape_of(const Rect& rect)
{
    return {Polygon{ring_of(rect), {}}};
}

std::int64_t twice_area(const Ring& ring) noexcept
{
    // Unsigned arithmetic wraps, so that only the result has to fit, not the sums on the way.
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point& a = ring[i];
        const Point& b = ring[(i + 1) % ring.size()];
        const auto ax = static_cast<std::uint64_t>(a.x - ring[0].x);
        const auto ay = static_cast<std::uint64_t>(a.y - ring[0].y);
        const auto bx = static_cast<std::uint64_t>(b.x - ring[0].x);
        const auto by = static_cast<std::uint64_t>(b.y - ring[0].y);
        sum += ax * by - bx * ay;
    }
    return static_cast<std::int64_t>(sum);
}

double area_m2(const Shape& shape) noexcept
{
    std::int64_t twice = 0;
    for (const Polygon& polygon : shape) {
        twice += twice_area(polygon.shell);
        for (const Ring& hole : polygon.holes) {
            twice += twice_area(hole);
        }
    }
    return static_cast<double>(twice) / 2e6;
}

Point middle(const Shape& shape) noexcept
{
    const Ring& shell = shape.front().shell;
    Point sum;
    for (const Point& point : shell) {
        sum.x += point.x;
        sum.y += point.y;
    }
    const auto count = static_cast<std::int64_t>(shell.size());
    return {sum.x / count, sum.y / count};
}

double common_m2(const Rect& a, const Rect& b) noexcept
{
    const Rect both{std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1),
                    std::min(a.y1, b.y1)};
    return both.width() > 0 && both.height() > 0 ? both.area_m2() : 0.0;
}

} // namespace tenglong::tools::gen
