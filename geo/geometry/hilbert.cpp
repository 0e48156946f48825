#include "geo/geometry/hilbert.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace tenglong::geo {

namespace {

constexpr double k_cells = 65536.0;

std::uint32_t cell(double value, double low, double extent) noexcept
{
    if (!(extent > 0.0)) {
        return 0;
    }
    const double position = (value - low) / extent * k_cells;
    return static_cast<std::uint32_t>(std::clamp(position, 0.0, k_cells - 1.0));
}

} // namespace

std::uint32_t hilbert_index(Point p, const Box& area) noexcept
{
    std::uint32_t x = cell(p.x, area.min_x, area.width());
    std::uint32_t y = cell(p.y, area.min_y, area.height());
    std::uint32_t index = 0;
    for (std::uint32_t side = 1U << 15U; side != 0; side >>= 1U) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        index = (index << 2U) | ((3U * right) ^ upper);
        if (upper == 0) { // the lower quadrants are turned
            if (right != 0) {
                x = ~x & 0xffffU;
                y = ~y & 0xffffU;
            }
            std::swap(x, y);
        }
    }
    return index;
}

std::vector<std::uint32_t> hilbert_order(std::span<const Box> boxes)
{
    Box area;
    for (const Box& box : boxes) {
        if (!box.empty()) {
            area.extend(box.centre());
        }
    }
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    keys.reserve(boxes.size());
    for (std::uint32_t i = 0; i < boxes.size(); ++i) {
        const std::uint64_t key =
            boxes[i].empty() ? std::uint64_t{1} << 32U : hilbert_index(boxes[i].centre(), area);
        keys.emplace_back(key, i);
    }
    std::ranges::sort(keys);
    std::vector<std::uint32_t> order(keys.size());
    std::ranges::transform(keys, order.begin(), [](const auto& key) { return key.second; });
    return order;
}

} // namespace tenglong::geo
