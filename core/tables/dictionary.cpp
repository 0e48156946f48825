#include "core/tables/dictionary.hpp"

#include <algorithm>
#include <utility>

namespace tenglong {

Dictionary::Dictionary(std::vector<DictionaryEntry> entries) : m_entries{std::move(entries)} {}

const DictionaryEntry* Dictionary::find(std::string_view code) const noexcept
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(),
                     [code](const DictionaryEntry& entry) { return entry.code == code; });
    return found == m_entries.end() ? nullptr : &*found;
}

std::string_view Dictionary::shown(std::string_view code, Lang lang) const noexcept
{
    const DictionaryEntry* entry = find(code);
    return entry == nullptr ? code : std::string_view{entry->label.in(lang)};
}

void Dictionary::set(DictionaryEntry entry)
{
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(),
                     [&](const DictionaryEntry& each) { return each.code == entry.code; });
    if (found == m_entries.end()) {
        m_entries.push_back(std::move(entry));
        return;
    }
    found->label = std::move(entry.label);
    if (entry.colour) {
        found->colour = entry.colour;
    }
}

} // namespace tenglong
