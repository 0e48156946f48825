#include "core/reclaim/figures.hpp"

#include "core/rules/describe.hpp"

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

Text figure_reason(const Profile& profile, std::string_view key)
{
    const Figure* figure = profile.figure(key);
    if (figure == nullptr) {
        return msg("the policy has no figure '{}'", std::string{key});
    }
    const Text told = msg("{}: {}", figure->label, shown(figure->value));
    const Text cited =
        citation_text(figure->citation, figure->set, profile.rules_for(SubjectKind::parcel));
    const Text whole =
        Text{told.zh + cited.zh, cited.en.empty() ? told.en : told.en + " " + cited.en};
    return figure->note.empty() ? whole : msg("{}; {}", whole, figure->note);
}

} // namespace tenglong
