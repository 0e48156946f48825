#include "core/base/suggestion.hpp"

#include "core/base/text.hpp"

namespace tenglong {

Text with_suggestion(const Text& text, std::string_view word,
                     std::span<const std::string> candidates)
{
    const auto meant = nearest(word, candidates);
    return meant ? msg("{}; did you mean '{}'?", text, *meant) : text;
}

} // namespace tenglong
