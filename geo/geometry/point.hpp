#pragma once

namespace tenglong::geo {

/// A place in the working CRS: easting, northing, in metres.
struct Point {
    double x = 0.0;
    double y = 0.0;

    friend constexpr bool operator==(const Point&, const Point&) noexcept = default;
    friend constexpr Point operator+(Point a, Point b) noexcept { return {a.x + b.x, a.y + b.y}; }
    friend constexpr Point operator-(Point a, Point b) noexcept { return {a.x - b.x, a.y - b.y}; }
    friend constexpr Point operator*(Point a, double k) noexcept { return {a.x * k, a.y * k}; }
};

/// Twice the area of the triangle spanned by two vectors; positive when `b` lies left of `a`.
[[nodiscard]] constexpr double cross(Point a, Point b) noexcept
{
    return a.x * b.y - a.y * b.x;
}

[[nodiscard]] constexpr double dot(Point a, Point b) noexcept
{
    return a.x * b.x + a.y * b.y;
}

} // namespace tenglong::geo
