#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace tenglong::tools::gen {

/// A place in whole millimetres from the city's origin, so that shared corners are equal to the
/// bit and areas are exact.
struct Point {
    std::int64_t x = 0;
    std::int64_t y = 0;

    friend auto operator<=>(const Point&, const Point&) = default;
};

constexpr std::int64_t k_metre = 1000;

/// Without a closing point; shells run counter-clockwise, holes clockwise.
using Ring = std::vector<Point>;

struct Polygon {
    Ring shell;
    std::vector<Ring> holes;
};

/// One feature's polygons.
using Shape = std::vector<Polygon>;

struct Rect {
    std::int64_t x0 = 0;
    std::int64_t y0 = 0;
    std::int64_t x1 = 0;
    std::int64_t y1 = 0;

    [[nodiscard]] std::int64_t width() const noexcept { return x1 - x0; }
    [[nodiscard]] std::int64_t height() const noexcept { return y1 - y0; }
    [[nodiscard]] double area_m2() const noexcept;
    [[nodiscard]] Rect moved(Point by) const noexcept
    {
        return {x0 + by.x, y0 + by.y, x1 + by.x, y1 + by.y};
    }
    /// Smaller on all sides; may come out with a negative width.
    [[nodiscard]] Rect inset(std::int64_t by) const noexcept
    {
        return {x0 + by, y0 + by, x1 - by, y1 - by};
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// A rectangle given in metres.
[[nodiscard]] Rect metres(double x0, double y0, double x1, double y1) noexcept;

[[nodiscard]] Ring ring_of(const Rect& rect);
[[nodiscard]] Shape shape_of(const Rect& rect);

/// Twice the signed area in mm²: positive where the ring runs counter-clockwise. Exact.
[[nodiscard]] std::int64_t twice_area(const Ring& ring) noexcept;

/// In m², holes taken off; exact before its one rounding to double.
[[nodiscard]] double area_m2(const Shape& shape) noexcept;

/// A point that lies inside of every shape the generator makes without a hole in its middle: the
/// mean of the corners of its first shell.
[[nodiscard]] Point middle(const Shape& shape) noexcept;

/// Area common to two rectangles, in m².
[[nodiscard]] double common_m2(const Rect& a, const Rect& b) noexcept;

} // namespace tenglong::tools::gen
