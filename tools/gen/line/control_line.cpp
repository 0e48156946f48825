#include "tools/gen/line/control_line.hpp"

#include "tools/gen/base/random.hpp"
#include "tools/gen/layout/outline.hpp"
#include "tools/gen/names/names.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] std::vector<Point> small_bends(std::uint64_t seed, Point from, Point to)
{
    constexpr int k_bends = 14;
    constexpr double k_most_mm = 2800.0; // less than half of any street
    const auto dx = static_cast<double>(to.x - from.x);
    const auto dy = static_cast<double>(to.y - from.y);
    const double length = std::sqrt(dx * dx + dy * dy);
    Random random{mixed(seed, from.x, from.y), "line", to.x, to.y};
    std::vector<Point> points;
    for (int k = 1; k <= k_bends; ++k) {
        const double share = static_cast<double>(k) / (k_bends + 1);
        const double away = random.real(-k_most_mm, k_most_mm);
        points.push_back({from.x + std::llround(dx * share - dy / length * away),
                          from.y + std::llround(dy * share + dx / length * away)});
    }
    return points;
}

} // namespace

std::vector<LinePart> control_line(const Layout& layout, std::uint64_t seed)
{
    const auto group = [&layout](int half, int row) {
        const Cell& cell = layout.at(half / 2, row);
        const bool in = half % 2 == 0 ? cell.line_left : cell.line_right;
        return in ? static_cast<std::int32_t>(cell.town) : -1;
    };
    const auto bends = [seed](Point from, Point to, bool middle) {
        return middle ? std::vector<Point>{} : small_bends(seed, from, to);
    };
    std::vector<LinePart> parts;
    for (auto& [town, shape] : Outlines::of(layout, group, bends)) {
        const Town& at = layout.towns()[static_cast<std::size_t>(town)];
        int number = 0;
        for (Polygon& polygon : shape) {
            LinePart part;
            ++number;
            part.id = fmt::format("KZX330699{:03d}{:02d}", town + 1, number);
            part.name = fmt::format("{}工业控制线{}", short_town(at.name), number);
            part.level = polygon.shell.size() > 250 ? "一级" : "二级";
            part.town = at.name;
            part.shape.push_back(std::move(polygon));
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

} // namespace tenglong::tools::gen
