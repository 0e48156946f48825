#include "core/facts/text_pool.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace tenglong {

namespace {

/// Cannot stand in a member: control characters never reach the pool from a reader.
constexpr char k_separator = '\x1F';

} // namespace

TextId TextPool::intern(std::string_view text)
{
    if (const auto found = m_ids.find(text); found != m_ids.end()) {
        return found->second;
    }
    const auto id = static_cast<TextId>(m_texts.size());
    m_ids.emplace(m_texts.emplace_back(text), id);
    return id;
}

TextId TextPool::intern_set(std::vector<std::string> members)
{
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::string joined;
    for (const std::string& member : members) {
        if (!joined.empty()) {
            joined.push_back(k_separator);
        }
        joined += member;
    }
    return intern(joined);
}

std::vector<std::string_view> TextPool::members(TextId id) const
{
    const std::string_view joined = (*this)[id];
    return joined.empty() ? std::vector<std::string_view>{} : split(joined, k_separator);
}

} // namespace tenglong
