#include "tools/gen/city/ground.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] double distance(Point a, Point b) noexcept
{
    const auto dx = static_cast<double>(b.x - a.x);
    const auto dy = static_cast<double>(b.y - a.y);
    return std::sqrt(dx * dx + dy * dy);
}

} // namespace

Ground::Ground(const Layout& layout, int column, int row)
    : m_at{layout.node(column, row), layout.node(column + 1, row), layout.node(column + 1, row + 1),
           layout.node(column, row + 1)},
      m_width{std::floor((distance(m_at[0], m_at[1]) + distance(m_at[3], m_at[2])) / 2 + 0.5)},
      m_height{std::floor((distance(m_at[0], m_at[3]) + distance(m_at[1], m_at[2])) / 2 + 0.5)}
{
    const auto verge = [](Road road) { return (half_width_m(road) + k_verge_m) * k_metre; };
    m_rect = {verge(layout.vertical(column, row)), verge(layout.horizontal(column, row)),
              static_cast<std::int64_t>(m_width) - verge(layout.vertical(column + 1, row)),
              static_cast<std::int64_t>(m_height) - verge(layout.horizontal(column, row + 1))};
}

Point Ground::map(Point uv) const noexcept
{
    const double a = static_cast<double>(uv.x) / m_width;
    const double b = static_cast<double>(uv.y) / m_height;
    const auto along = [&](std::int64_t sw, std::int64_t se, std::int64_t ne, std::int64_t nw) {
        // From the south-western corner, so that the sums stay small and the last bit right.
        const double east = a * static_cast<double>(se - sw);
        const double north = b * static_cast<double>(nw - sw);
        const double both = a * b * static_cast<double>(ne - nw - se + sw);
        return sw + std::llround(east + north + both);
    };
    return {along(m_at[0].x, m_at[1].x, m_at[2].x, m_at[3].x),
            along(m_at[0].y, m_at[1].y, m_at[2].y, m_at[3].y)};
}

Ring Ground::map(const Ring& uv) const
{
    Ring ring;
    ring.reserve(uv.size());
    for (const Point point : uv) {
        ring.push_back(map(point));
    }
    return ring;
}

namespace {

using Corners = std::set<Point>;

/// The corners of other outlines that lie on the edge, in its direction.
void add_corners_between(Ring& ring, Point from, Point to, const std::vector<Point>& corners)
{
    const bool level = from.y == to.y;
    std::vector<Point> between;
    for (const Point corner : corners) {
        const bool on = level ? corner.y == from.y && corner.x > std::min(from.x, to.x) &&
                                    corner.x < std::max(from.x, to.x)
                              : corner.x == from.x && corner.y > std::min(from.y, to.y) &&
                                    corner.y < std::max(from.y, to.y);
        if (on) {
            between.push_back(corner);
        }
    }
    std::ranges::sort(between);
    if (to < from) {
        std::ranges::reverse(between);
    }
    ring.insert(ring.end(), between.begin(), between.end());
}

/// More corners on a long edge; the same ones whichever way it is walked.
void add_bends(Ring& ring, Point from, Point to, std::uint64_t seed)
{
    constexpr std::int64_t k_long = 55 * k_metre;
    const Point low = std::min(from, to);
    const Point high = std::max(from, to);
    const std::int64_t length = std::abs(high.x - low.x) + std::abs(high.y - low.y);
    if (length < k_long) {
        return;
    }
    const std::uint64_t number = mixed(mixed(seed, low.x, low.y), high.x, high.y);
    const std::int64_t count = std::min<std::int64_t>(3, length / k_long);
    Ring between;
    for (std::int64_t k = 1; k <= count; ++k) {
        const auto stray =
            static_cast<std::int64_t>((number >> static_cast<unsigned>(8 * k)) % 17) - 8;
        const std::int64_t share = 1000 * k / (count + 1) + stray * 10;
        between.push_back(
            {low.x + (high.x - low.x) * share / 1000, low.y + (high.y - low.y) * share / 1000});
    }
    if (to < from) {
        std::ranges::reverse(between);
    }
    ring.insert(ring.end(), between.begin(), between.end());
}

class Drawing {
public:
    Drawing(const Ground& ground, const std::vector<Piece>& pieces, std::uint64_t seed,
            bool natural)
        : m_ground{ground}, m_seed{seed}, m_natural{natural}
    {
        Corners corners;
        for (const Piece& piece : pieces) {
            for (const Outline& part : piece.parts) {
                corners.insert(part.shell.begin(), part.shell.end());
                for (const Ring& hole : part.holes) {
                    corners.insert(hole.begin(), hole.end());
                }
            }
        }
        m_corners.assign(corners.begin(), corners.end());
    }

    [[nodiscard]] Ring drawn(const Ring& outline) const
    {
        Ring uv;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            uv.push_back(outline[i]);
            add_corners_between(uv, outline[i], outline[(i + 1) % outline.size()], m_corners);
        }
        if (m_natural) {
            uv = bent(uv);
            uv = with_cut_corners(uv);
        }
        Ring ring;
        for (const Point point : uv) {
            ring.push_back(strayed(point));
        }
        return ring;
    }

private:
    [[nodiscard]] Ring bent(const Ring& uv) const
    {
        Ring ring;
        for (std::size_t i = 0; i < uv.size(); ++i) {
            ring.push_back(uv[i]);
            add_bends(ring, uv[i], uv[(i + 1) % uv.size()], m_seed);
        }
        return ring;
    }

    [[nodiscard]] Ring with_cut_corners(const Ring& uv) const
    {
        constexpr std::int64_t k_cut = 6 * k_metre;
        const Rect& r = m_ground.rect();
        Ring ring;
        for (std::size_t i = 0; i < uv.size(); ++i) {
            const Point at = uv[i];
            const bool corner = (at.x == r.x0 || at.x == r.x1) && (at.y == r.y0 || at.y == r.y1);
            if (!corner) {
                ring.push_back(at);
                continue;
            }
            const Point before = uv[(i + uv.size() - 1) % uv.size()];
            const Point after = uv[(i + 1) % uv.size()];
            ring.push_back(towards(at, before, k_cut));
            ring.push_back(towards(at, after, k_cut));
        }
        return ring;
    }

    [[nodiscard]] static Point towards(Point at, Point other, std::int64_t by)
    {
        const auto step = [by](std::int64_t d) { return d > 0 ? by : d < 0 ? -by : 0; };
        return {at.x + step(other.x - at.x), at.y + step(other.y - at.y)};
    }

    /// A quarter of the way to the nearest other corner: two corners that meet an edge from either
    /// side may lie close together, and must not change places.
    [[nodiscard]] std::int64_t room(Point uv) const
    {
        std::int64_t nearest = 100 * k_metre;
        for (const Point& other : m_corners) {
            if (other != uv) {
                nearest =
                    std::min(nearest, std::max(std::abs(other.x - uv.x), std::abs(other.y - uv.y)));
            }
        }
        return nearest / 4;
    }

    [[nodiscard]] Point strayed(Point uv) const
    {
        Point at = m_ground.map(uv);
        if (!m_natural) {
            return at;
        }
        const Rect& r = m_ground.rect();
        const bool street = uv.x <= r.x0 || uv.x >= r.x1 || uv.y <= r.y0 || uv.y >= r.y1;
        const std::int64_t most = std::min<std::int64_t>(street ? 900 : 2100, room(uv)); // mm
        const std::uint64_t number = mixed(m_seed, uv.x, uv.y);
        const auto stray = [most](std::uint64_t bits) {
            return static_cast<std::int64_t>(bits % static_cast<std::uint64_t>(2 * most + 1)) -
                   most;
        };
        at.x += stray(number >> 4U);
        at.y += stray(number >> 34U);
        return at;
    }

    const Ground& m_ground;
    std::uint64_t m_seed;
    bool m_natural;
    std::vector<Point> m_corners;
};

} // namespace

std::vector<Shape> outlines_of(const Ground& ground, const std::vector<Piece>& pieces,
                               std::uint64_t seed, bool natural)
{
    const Drawing drawing{ground, pieces, seed, natural};
    std::vector<Shape> shapes;
    for (const Piece& piece : pieces) {
        Shape shape;
        for (const Outline& part : piece.parts) {
            Polygon polygon{drawing.drawn(part.shell), {}};
            for (const Ring& hole : part.holes) {
                polygon.holes.push_back(drawing.drawn(hole));
            }
            shape.push_back(std::move(polygon));
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

bool adjacent(const Piece& a, const Piece& b) noexcept
{
    for (const Rect& r : a.rects) {
        for (const Rect& s : b.rects) {
            const std::int64_t across = std::min(r.x1, s.x1) - std::max(r.x0, s.x0);
            const std::int64_t up = std::min(r.y1, s.y1) - std::max(r.y0, s.y0);
            if ((across == 0 && up > 0) || (up == 0 && across > 0)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace tenglong::tools::gen
