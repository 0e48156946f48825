#pragma once

#include "geo/measure/layer.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

namespace tenglong::geo {

/// Where a shape lies, to tell rows apart that say the same: corners of its box, area.
[[nodiscard]] inline auto place_key(const Layer& shapes, std::size_t row)
{
    const Box& box = shapes.boxes[row];
    return std::tuple{box.min_x, box.min_y, box.max_x, box.max_y, shapes.areas[row]};
}

/// The row numbers in order of a key, so that the order of the files does not matter.
/// \param key of a row number; values that compare
template <typename Key>
[[nodiscard]] std::vector<std::uint32_t> order_by(std::size_t rows, const Key& key)
{
    std::vector<std::uint32_t> order(rows);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order,
                             [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return order;
}

/// Puts rows and their shapes in an order.
/// \return the shapes, measured
template <typename Row>
[[nodiscard]] Layer put_in_order(const std::vector<std::uint32_t>& order, std::vector<Row>& rows,
                                 const Polygons& shapes, Workers& workers)
{
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    Polygons sorted_shapes;
    for (const std::uint32_t i : order) {
        sorted.push_back(std::move(rows[i]));
        sorted_shapes.append(shapes[i]);
    }
    rows = std::move(sorted);
    return measured(std::move(sorted_shapes), workers);
}

} // namespace tenglong::geo
