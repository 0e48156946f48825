#include "core/evaluate/columns.hpp"

#include <cmath>

namespace tenglong {

std::optional<double> NumberColumn::at(std::size_t row) const noexcept
{
    if (values.empty() || (!present.empty() && present[row] == 0) || !std::isfinite(values[row])) {
        return std::nullopt;
    }
    return values[row];
}

std::optional<bool> YesNoColumn::at(std::size_t row) const noexcept
{
    if (values.empty() || (!present.empty() && present[row] == 0)) {
        return std::nullopt;
    }
    return values[row] != 0;
}

} // namespace tenglong
