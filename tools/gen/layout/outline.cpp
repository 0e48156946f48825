#include "tools/gen/layout/outline.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tenglong::tools::gen {

namespace {

struct Half {
    int x = 0;
    int y = 0;
    friend auto operator<=>(const Half&, const Half&) = default;
};

// East, north, west, south: a walk with the inside on its left.
constexpr std::array<Half, 4> k_steps{Half{1, 0}, Half{0, 1}, Half{-1, 0}, Half{0, -1}};

/// One connected part: its cells, and for each corner the ways that leave it along the border.
class Part {
public:
    Part(const std::vector<std::int32_t>& marks, int width, int height, std::int32_t mark,
         const std::vector<Half>& cells)
    {
        const auto inside = [&](int x, int y) {
            return x >= 0 && y >= 0 && x < width && y < height &&
                   marks[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                         static_cast<std::size_t>(x)] == mark;
        };
        for (const Half cell : cells) {
            if (!inside(cell.x, cell.y - 1)) {
                m_ways[cell][0] = true;
            }
            if (!inside(cell.x + 1, cell.y)) {
                m_ways[{cell.x + 1, cell.y}][1] = true;
            }
            if (!inside(cell.x, cell.y + 1)) {
                m_ways[{cell.x + 1, cell.y + 1}][2] = true;
            }
            if (!inside(cell.x - 1, cell.y)) {
                m_ways[{cell.x, cell.y + 1}][3] = true;
            }
        }
    }

    /// The border's rings as corners; the outer one comes first.
    [[nodiscard]] std::vector<std::vector<Half>> rings()
    {
        std::vector<std::vector<Half>> all;
        // The lowest corner belongs to the outer ring, and a map begins with the least.
        for (const auto& [corner, ways] : m_ways) {
            for (std::size_t way = 0; way < k_steps.size(); ++way) {
                if (ways[way]) { // until it has been walked
                    all.push_back(walk(corner, way));
                }
            }
        }
        return all;
    }

private:
    std::vector<Half> walk(Half from, std::size_t way)
    {
        std::vector<Half> ring;
        Half at = from;
        while (m_ways[at][way]) {
            m_ways[at][way] = false;
            ring.push_back(at);
            at = {at.x + k_steps[way].x, at.y + k_steps[way].y};
            // Left first: where two cells meet by a corner only, the walk stays with its own.
            constexpr std::array<std::size_t, 3> k_turns{1, 0, 3};
            for (const std::size_t turn : k_turns) {
                if (m_ways[at][(way + turn) % 4]) {
                    way = (way + turn) % 4;
                    break;
                }
            }
        }
        return ring;
    }

    std::map<Half, std::array<bool, 4>> m_ways;
};

[[nodiscard]] Ring ring_along(const Layout& layout, const std::vector<Half>& corners,
                              const Outlines::Bends& bends)
{
    Ring ring;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Half a = corners[i];
        const Half b = corners[(i + 1) % corners.size()];
        const Point from = half_node(layout, a.x, a.y);
        ring.push_back(from);
        if (!bends) {
            continue;
        }
        const Point to = half_node(layout, b.x, b.y);
        const bool middle = a.x == b.x && a.x % 2 != 0;
        auto between = bends(std::min(from, to), std::max(from, to), middle);
        if (to < from) {
            std::ranges::reverse(between);
        }
        ring.insert(ring.end(), between.begin(), between.end());
    }
    return ring;
}

/// Gathers the cells that hang together with `start` and writes `mark` over them.
[[nodiscard]] std::vector<Half> gathered(std::vector<std::int32_t>& marks,
                                         const std::vector<std::int32_t>& groups, int width,
                                         int height, Half start, std::int32_t mark)
{
    const auto index = [width](Half at) {
        return static_cast<std::size_t>(at.y) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(at.x);
    };
    std::vector<Half> cells{start};
    marks[index(start)] = mark;
    for (std::size_t next = 0; next < cells.size(); ++next) {
        for (const Half step : k_steps) {
            const Half at{cells[next].x + step.x, cells[next].y + step.y};
            if (at.x < 0 || at.y < 0 || at.x >= width || at.y >= height || marks[index(at)] >= 0 ||
                groups[index(at)] != groups[index(start)]) {
                continue;
            }
            marks[index(at)] = mark;
            cells.push_back(at);
        }
    }
    return cells;
}

} // namespace

Point half_node(const Layout& layout, int half, int j)
{
    const Point west = layout.node(half / 2, j);
    if (half % 2 == 0) {
        return west;
    }
    const Point east = layout.node(half / 2 + 1, j);
    return {(west.x + east.x) / 2, (west.y + east.y) / 2};
}

std::map<std::int32_t, Shape> Outlines::of(const Layout& layout, const Group& group,
                                           const Bends& bends)
{
    const int width = 2 * layout.columns();
    const int height = layout.rows();
    std::vector<std::int32_t> groups;
    for (int row = 0; row < height; ++row) {
        for (int half = 0; half < width; ++half) {
            groups.push_back(group(half, row));
        }
    }
    std::vector<std::int32_t> marks(groups.size(), -1);
    std::map<std::int32_t, Shape> shapes;
    std::int32_t mark = 0;
    for (int row = 0; row < height; ++row) {
        for (int half = 0; half < width; ++half) {
            const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                            static_cast<std::size_t>(half);
            if (groups[at] < 0 || marks[at] >= 0) {
                continue;
            }
            const auto cells = gathered(marks, groups, width, height, {half, row}, mark);
            Polygon polygon;
            for (const auto& corners : Part{marks, width, height, mark, cells}.rings()) {
                Ring ring = ring_along(layout, corners, bends);
                if (polygon.shell.empty()) {
                    polygon.shell = std::move(ring);
                } else {
                    polygon.holes.push_back(std::move(ring));
                }
            }
            shapes[groups[at]].push_back(std::move(polygon));
            ++mark;
        }
    }
    return shapes;
}

} // namespace tenglong::tools::gen
