#pragma once

#include "core/tables/result_table.hpp"

#include <cstddef>

namespace tenglong {

/// Makes the rows of a long table while they are written, so that they are never in memory
/// together.
class RowSource {
public:
    RowSource() = default;
    virtual ~RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    RowSource(RowSource&&) = delete;
    RowSource& operator=(RowSource&&) = delete;

    [[nodiscard]] virtual std::size_t rows() const noexcept = 0;

    /// Adds the rows [begin, end) to the table that this source was made for. May be called by
    /// several threads, each with a table of its own.
    virtual void add(std::size_t begin, std::size_t end, ResultTable& table) const = 0;
};

} // namespace tenglong
