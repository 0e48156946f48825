#include "geo/blocks/outline.hpp"

#include "geo/check/validity.hpp"
#include "geo/geometry/assemble.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/unite.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace tenglong::geo {

namespace {

struct Edge {
    Point from;
    Point to;
};

bool less(Point a, Point b) noexcept
{
    return a.x != b.x ? a.x < b.x : a.y < b.y;
}

std::vector<Edge> edges_of(const Polygons& shapes, std::span<const std::uint32_t> members)
{
    std::vector<Edge> edges;
    for (const std::uint32_t member : members) {
        for (const RingView ring : shapes[member].rings()) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                if (!(ring[i] == ring[i + 1])) {
                    edges.push_back({ring[i], ring[i + 1]});
                }
            }
        }
    }
    return edges;
}

/// Drops the edges that occur once in each direction. What is left is ordered by its beginning.
void cancel(std::vector<Edge>& edges)
{
    const auto low = [](const Edge& e) { return less(e.from, e.to) ? e.from : e.to; };
    const auto high = [](const Edge& e) { return less(e.from, e.to) ? e.to : e.from; };
    std::ranges::sort(edges, [&](const Edge& a, const Edge& b) {
        if (!(low(a) == low(b))) {
            return less(low(a), low(b));
        }
        if (!(high(a) == high(b))) {
            return less(high(a), high(b));
        }
        return less(a.from, b.from);
    });
    std::vector<Edge> left;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const bool pair = i + 1 < edges.size() && edges[i].from == edges[i + 1].to &&
                          edges[i].to == edges[i + 1].from;
        if (pair) {
            ++i;
        } else {
            left.push_back(edges[i]);
        }
    }
    std::ranges::sort(left, [](const Edge& a, const Edge& b) { return less(a.from, b.from); });
    edges = std::move(left);
}

/// How far to turn right from looking back along `edge`, over its left side, to look along `next`:
/// grows with the angle from 0 to 4.
double sweep(const Edge& edge, const Edge& next) noexcept
{
    const Point back = edge.from - edge.to;
    const Point ahead = next.to - next.from;
    const double sine = -cross(back, ahead);
    const double cosine = dot(back, ahead);
    const double part = cosine / (std::abs(sine) + std::abs(cosine)); // 1 down to -1
    return sine >= 0.0 ? 1.0 - part : 3.0 + part;
}

/// Walks the edges into rings that keep what they enclose on their left. At a point where several
/// edges begin, the next one is the first along the inside.
class Stitcher {
public:
    explicit Stitcher(std::span<const Edge> edges) : m_edges{edges}, m_used(edges.size(), false) {}

    /// \return false if some walk does not come back.
    bool stitch(Curves& rings)
    {
        for (std::size_t start = 0; start < m_edges.size(); ++start) {
            if (m_used[start]) {
                continue;
            }
            std::size_t current = start;
            while (true) {
                m_used[current] = true;
                rings.add(m_edges[current].from);
                if (m_edges[current].to == m_edges[start].from) {
                    break;
                }
                const std::optional<std::size_t> next = after(current);
                if (!next) {
                    return false;
                }
                current = *next;
            }
            rings.close();
        }
        return true;
    }

private:
    [[nodiscard]] std::optional<std::size_t> after(std::size_t current) const
    {
        const Edge& edge = m_edges[current];
        const auto first = std::ranges::lower_bound(m_edges, edge.to, less, &Edge::from);
        std::optional<std::size_t> best;
        double least = 0.0;
        for (auto it = first; it != m_edges.end() && it->from == edge.to; ++it) {
            const auto index = static_cast<std::size_t>(it - m_edges.begin());
            const double turn = sweep(edge, *it);
            if (!m_used[index] && (!best || turn < least)) {
                best = index;
                least = turn;
            }
        }
        return best;
    }

    std::span<const Edge> m_edges;
    std::vector<bool> m_used;
};

/// The union by cancelled edges; nothing unless it is surely right.
std::optional<Polygons> joined(const Polygons& shapes, std::span<const std::uint32_t> members)
{
    std::vector<Edge> edges = edges_of(shapes, members);
    cancel(edges);
    Curves rings;
    Polygons result;
    if (!Stitcher{edges}.stitch(rings) || !append_rings(rings, {}, 0.0, result)) {
        return std::nullopt;
    }
    // Members that overlap, or whose borders lie on each other without sharing points, leave edges
    // that cross or touch.
    const GeosContext& context = GeosContext::mine();
    ValidityTest test;
    const bool valid =
        test.surely_valid(result[0]) ||
        truth(context, GEOSisValid_r(context.get(), to_geos(context, result[0]).get()),
              "GEOSisValid");
    return valid ? std::optional{std::move(result)} : std::nullopt;
}

} // namespace

void append_union(const Polygons& shapes, std::span<const std::uint32_t> members, Polygons& output)
{
    if (members.size() == 1) {
        output.append(shapes[members.front()]);
        return;
    }
    const std::optional<Polygons> result = joined(shapes, members);
    output.append((result ? *result : united_by_geos(shapes, members))[0]);
}

} // namespace tenglong::geo
