#include "core/rules/words.hpp"

#include <algorithm>

namespace tenglong {

bool meets(const Condition& condition, const TextPool& pool, TextId text)
{
    const auto& words = condition.words;
    const auto holds = [&](const std::string& word) {
        const auto members = pool.members(text);
        return std::find(members.begin(), members.end(), word) != members.end();
    };
    switch (condition.kind) {
    case Condition::Kind::in:
        return std::find(words.begin(), words.end(), pool[text]) != words.end();
    case Condition::Kind::starts_with:
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return pool[text].starts_with(word); });
    case Condition::Kind::has_any:
        return std::any_of(words.begin(), words.end(), holds);
    case Condition::Kind::has_all:
        return std::all_of(words.begin(), words.end(), holds);
    case Condition::Kind::is_empty:
        return pool.members(text).empty();
    default:
        return false;
    }
}

} // namespace tenglong
