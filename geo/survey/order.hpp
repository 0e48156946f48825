#pragma once

#include "geo/geometry/polygons.hpp"
#include "geo/geometry/workers.hpp"
#include "geo/read/table.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A row of one of several inputs of a kind.
struct RowRef {
    std::uint32_t input = 0;
    std::uint32_t row = 0;
};

/// A number of each shape, equal for equal shapes wherever their rings begin; 0 for none. Shapes
/// with equal numbers are equal but for a chance of 1 in 2^64. \pre clean.
[[nodiscard]] std::vector<std::uint64_t> shape_marks(const Polygons& shapes, Workers& workers);

/// All cells of a row as one text, the same wherever the row stands in its file.
[[nodiscard]] std::string row_text(const Table& table, std::size_t row);

/// An order by key, then shape, then the row's own text: one order of the same rows, however they
/// are shuffled. \pre a key, a shape and a row each
[[nodiscard]] std::vector<std::uint32_t> order_by_key(std::span<const std::string> keys,
                                                      const Polygons& shapes,
                                                      std::span<const RowRef> rows,
                                                      std::span<const Table* const> tables);

/// The same without keys, along a curve, so that what is near on the ground is near in the order.
[[nodiscard]] std::vector<std::uint32_t> order_by_place(const Polygons& shapes,
                                                        std::span<const RowRef> rows,
                                                        std::span<const Table* const> tables,
                                                        Workers& workers);

/// The features of a column in another order, which names each at most once; features that it
/// leaves out are dropped. The memory of the column goes as that of the result grows.
[[nodiscard]] Polygons reordered(Polygons shapes, std::span<const std::uint32_t> order);

} // namespace tenglong::geo
