#pragma once

#include "core/tables/row_source.hpp"

#include <cstddef>
#include <functional>
#include <string_view>

namespace tenglong {

/// Rows that are asked for by their key, and made while they are written.
class KeyedRows : public RowSource {
public:
    /// Visits the keys with the number of a row each: of neighbours with the same key the first.
    virtual void
    visit_keys(const std::function<void(std::string_view key, std::size_t row)>& visit) const = 0;
};

} // namespace tenglong
