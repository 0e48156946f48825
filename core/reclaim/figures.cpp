#include "core/reclaim/figures.hpp"

#include <algorithm>

namespace tenglong {

std::optional<double> number_of(const Profile& profile, std::string_view key, std::string_view unit)
{
    const Figure* figure = profile.figure(key);
    const Quantity* quantity = figure == nullptr ? nullptr : std::get_if<Quantity>(&figure->value);
    const Unit wanted = Unit::of(unit);
    if (quantity == nullptr || quantity->unit.dimension() != wanted.dimension()) {
        return std::nullopt;
    }
    return quantity->unit.convert(quantity->value, wanted);
}

const LookupTable* table_of(const Profile& profile, std::string_view key)
{
    const auto found = std::find_if(profile.tables.begin(), profile.tables.end(),
                                    [&](const LookupTable& table) { return table.key == key; });
    return found == profile.tables.end() ? nullptr : &*found;
}

} // namespace tenglong
