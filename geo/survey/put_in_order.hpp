#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// Moves items to where an order has them, without room for a second copy of them: place i gets
/// what stands at order[i]. \pre the order names each place once
template <class Item>
void put_in_order(std::vector<Item>& items, std::vector<std::uint32_t> order)
{
    for (std::uint32_t first = 0; first < order.size(); ++first) {
        Item item = std::move(items[first]);
        std::uint32_t to = first;
        while (order[to] != first) {
            const std::uint32_t from = std::exchange(order[to], to);
            items[to] = std::move(items[from]);
            to = from;
        }
        order[to] = to;
        items[to] = std::move(item);
    }
}

} // namespace tenglong::geo
