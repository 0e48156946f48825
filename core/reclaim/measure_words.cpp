#include "core/reclaim/measure_words.hpp"

#include <utility>

namespace tenglong {

DictionaryPtr measure_words(const Profile& profile)
{
    Dictionary words;
    for (const Measure& each : profile.measures) {
        words.set({each.id, each.label, std::nullopt});
    }
    return std::make_shared<const Dictionary>(std::move(words));
}

} // namespace tenglong
