#include "geo/measure/shared_area.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace tenglong::geo {

namespace {

// From here on, sorting the edges into two halves costs less than comparing all with all.
constexpr std::size_t k_many_pairs = 16384;

/// The pieces of slopes between two places.
std::vector<Slope> between(std::span<const Slope> slopes, double left, double right)
{
    std::vector<Slope> pieces;
    for (const Slope& slope : slopes) {
        const double begin = std::max(slope.left, left);
        const double end = std::min(slope.right, right);
        if (begin < end) {
            pieces.push_back({begin, end, slope.at(begin), slope.rise, slope.sign});
        }
    }
    return pieces;
}

/// Left of the middle and right of it, each with the edges that are there.
double in_halves(std::span<const Slope> a, std::span<const Slope> b)
{
    double left = std::numeric_limits<double>::infinity();
    double right = -left;
    for (const Slope& slope : a) {
        left = std::min(left, slope.left);
        right = std::max(right, slope.right);
    }
    const double middle = left + (right - left) / 2.0;
    double sum = 0.0;
    for (const auto& [begin, end] : {std::pair{left, middle}, std::pair{middle, right}}) {
        const std::vector<Slope> of_a = between(a, begin, end);
        const std::vector<Slope> of_b = between(b, begin, end);
        // Where all edges lie over each other, halving does not help.
        const bool shrank = of_a.size() * of_b.size() < a.size() * b.size() / 4 * 3;
        for (const Slope& edge : of_a) {
            if (shrank) {
                break;
            }
            sum += shared_area(edge, of_b);
        }
        sum += shrank ? shared_area(of_a, of_b) : 0.0;
    }
    return sum;
}

} // namespace

void append_slopes(RingView ring, Point origin, std::vector<Slope>& slopes)
{
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const Point a = ring[i] - origin;
        const Point b = ring[i + 1] - origin;
        if (a.x < b.x) { // rightward: the polygon lies to the left, above
            slopes.push_back({a.x, b.x, a.y, (b.y - a.y) / (b.x - a.x), -1.0});
        } else if (b.x < a.x) {
            slopes.push_back({b.x, a.x, b.y, (a.y - b.y) / (a.x - b.x), 1.0});
        }
    }
}

void append_slopes(const FeatureView& feature, Point origin, std::vector<Slope>& slopes)
{
    for (const RingView ring : feature.rings()) {
        append_slopes(ring, origin, slopes);
    }
}

double shared_area(const Slope& edge, std::span<const Slope> others) noexcept
{
    double sum = 0.0;
    for (const Slope& other : others) {
        const double left = std::max(edge.left, other.left);
        const double width = std::min(edge.right, other.right) - left;
        if (!(width > 0.0)) {
            continue;
        }
        const double y0 = other.at(left);
        const double y1 = y0 + other.rise * width;
        const double d0 = edge.at(left) - y0;
        const double d1 = d0 + (edge.rise - other.rise) * width;
        // The lower of two lines is the other one plus the negative part of their difference,
        // whose integral is a trapezium, a triangle or nothing: one formula for the three.
        const double n0 = std::min(d0, 0.0);
        const double n1 = std::min(d1, 0.0);
        const double share =
            (n0 + n1) / (std::abs(d0) + std::abs(d1) + std::numeric_limits<double>::min());
        sum += other.sign * width * (y0 + y1 - share * (n0 + n1));
    }
    return edge.sign * sum / 2.0;
}

double shared_area(std::span<const Slope> a, std::span<const Slope> b)
{
    if (a.size() * b.size() > k_many_pairs) {
        return in_halves(a, b);
    }
    double sum = 0.0;
    for (const Slope& edge : a) {
        sum += shared_area(edge, b);
    }
    return sum;
}

double shared_area(const FeatureView& a, const FeatureView& b)
{
    if (a.empty() || b.empty()) {
        return 0.0;
    }
    const Point origin = a.points().front();
    std::vector<Slope> of_a;
    std::vector<Slope> of_b;
    append_slopes(a, origin, of_a);
    append_slopes(b, origin, of_b);
    return shared_area(of_a, of_b);
}

} // namespace tenglong::geo
