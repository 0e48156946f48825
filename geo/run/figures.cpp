#include "geo/run/figures.hpp"

#include <variant>

namespace tenglong::geo {

std::optional<double> figure_in(const Profile& profile, std::string_view key, std::string_view unit)
{
    const Figure* figure = profile.figure(key);
    const auto* quantity = figure == nullptr ? nullptr : std::get_if<Quantity>(&figure->value);
    const Unit wanted = Unit::of(unit);
    if (quantity == nullptr || quantity->unit.dimension() != wanted.dimension()) {
        return std::nullopt;
    }
    return quantity->unit.convert(quantity->value, wanted);
}

} // namespace tenglong::geo
