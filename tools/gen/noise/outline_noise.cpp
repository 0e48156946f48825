#include "tools/gen/noise/outline_noise.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace tenglong::tools::gen {

namespace {

struct Edge {
    std::size_t at = 0; ///< from this corner to the next
    double length = 0.0;
};

[[nodiscard]] double length_of(const Ring& ring, std::size_t at)
{
    const Point& a = ring[at];
    const Point& b = ring[(at + 1) % ring.size()];
    const auto dx = static_cast<double>(b.x - a.x);
    const auto dy = static_cast<double>(b.y - a.y);
    return std::sqrt(dx * dx + dy * dy);
}

/// On the edge, `share` of the way, `left_mm` to its left.
[[nodiscard]] Point beside(const Ring& ring, const Edge& edge, double share, double left_mm)
{
    const Point& a = ring[edge.at];
    const Point& b = ring[(edge.at + 1) % ring.size()];
    const auto dx = static_cast<double>(b.x - a.x);
    const auto dy = static_cast<double>(b.y - a.y);
    return {a.x + std::llround(dx * share - dy / edge.length * left_mm),
            a.y + std::llround(dy * share + dx / edge.length * left_mm)};
}

void insert_after(Ring& ring, std::size_t at, const Ring& points)
{
    ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(at) + 1, points.begin(), points.end());
}

} // namespace

void cross_itself(Ring& ring)
{
    Edge longest;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const double length = length_of(ring, i);
        if (length > longest.length) {
            longest = {i, length};
        }
    }
    constexpr double k_loop_mm = 100.0;
    insert_after(ring, longest.at,
                 {beside(ring, longest, 0.6, 0.0), beside(ring, longest, 0.5, k_loop_mm),
                  beside(ring, longest, 0.5, -k_loop_mm)});
}

void repeat_corner(Ring& ring)
{
    ring.insert(ring.begin(), ring.front());
}

bool move_shared_edge(Ring& ring, const Ring& neighbour, std::int64_t mm)
{
    std::optional<Edge> longest;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const bool shared =
            std::ranges::find(neighbour, ring[i]) != neighbour.end() &&
            std::ranges::find(neighbour, ring[(i + 1) % ring.size()]) != neighbour.end();
        const double length = length_of(ring, i);
        if (shared && (!longest || length > longest->length)) {
            longest = Edge{i, length};
        }
    }
    if (!longest) {
        return false;
    }
    // The land lies to the left of the ring, so that "away" is to the right.
    insert_after(ring, longest->at, {beside(ring, *longest, 0.5, -static_cast<double>(mm))});
    return true;
}

} // namespace tenglong::tools::gen
