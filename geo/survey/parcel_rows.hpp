#pragma once

#include "core/base/issue.hpp"
#include "geo/geometry/polygons.hpp"
#include "geo/survey/order.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tenglong::geo {

/// Rows in order, and how to name them.
struct OrderedRows {
    const Polygons& shapes;
    std::span<const RowRef> rows;
    std::span<const std::string> keys;    ///< parcel_key()
    std::span<const std::uint64_t> marks; ///< shape_marks()
    std::span<const Table* const> tables; ///< by input

    [[nodiscard]] Place place(std::size_t at) const
    {
        return tables[rows[at].input]->place(rows[at].row);
    }
    [[nodiscard]] std::string subject(std::size_t at) const
    {
        return tables[rows[at].input]->subject(rows[at].row);
    }
};

/// Which parcel each row belongs to.
struct RowOwners {
    std::vector<std::uint32_t> owner; ///< position of the row that leads its parcel, perhaps itself
    std::vector<bool> repeats;        ///< adds no ground: the same shape is there already, or none
};

/// Finds the rows that are one parcel (docs/decisions/0030-rows-of-one-parcel.md): rows of one
/// parcel code, and a shape without a code that is there with one. The row with most ground leads.
/// Every other row is an issue, and so are two codes on one shape.
/// \pre rows are in order of their keys
[[nodiscard]] RowOwners find_owners(const OrderedRows& rows, std::vector<Issue>& issues);

} // namespace tenglong::geo
