#include "core/facts/text_pool.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <stdexcept>

namespace tenglong {

namespace {

/// Cannot stand in a member: control characters never reach the pool from a reader.
constexpr char k_separator = '\x1F';

constexpr std::size_t k_block = std::size_t{1} << 18;

[[nodiscard]] std::uint32_t mark_of(std::size_t hash) noexcept
{
    // The lower bits choose the slot already.
    return static_cast<std::uint32_t>(hash >> 32U);
}

} // namespace

TextId TextPool::intern(std::string_view text)
{
    if (m_slots.size() * 2 <= m_texts.size() * 3) {
        grow();
    }
    const std::size_t hash = std::hash<std::string_view>{}(text);
    Slot& slot = m_slots[slot_of(text, hash)];
    if (slot.id == k_free) {
        if (m_texts.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
            throw std::length_error{"too many different texts"};
        }
        slot = {mark_of(hash), static_cast<std::int32_t>(m_texts.size())};
        m_texts.push_back(store(text));
    }
    return static_cast<TextId>(slot.id);
}

std::size_t TextPool::slot_of(std::string_view text, std::size_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        const Slot& slot = m_slots[at];
        if (slot.id == k_free ||
            (slot.mark == mark_of(hash) && m_texts[static_cast<std::size_t>(slot.id)] == text)) {
            return at;
        }
    }
}

std::string_view TextPool::store(std::string_view text)
{
    if (text.size() > m_left) {
        const std::size_t size = std::max(k_block, text.size());
        m_free = m_blocks.emplace_back(size).data();
        m_left = size;
    }
    const std::string_view stored{m_free, text.size()};
    m_free = std::copy(text.begin(), text.end(), m_free);
    m_left -= text.size();
    return stored;
}

void TextPool::grow()
{
    constexpr std::size_t k_first = 64;
    std::vector<Slot> slots(std::max(k_first, m_slots.size() * 2));
    const std::size_t mask = slots.size() - 1;
    for (std::size_t id = 0; id < m_texts.size(); ++id) {
        const std::size_t hash = std::hash<std::string_view>{}(m_texts[id]);
        std::size_t at = hash & mask;
        while (slots[at].id != k_free) {
            at = (at + 1) & mask;
        }
        slots[at] = {mark_of(hash), static_cast<std::int32_t>(id)};
    }
    m_slots = std::move(slots);
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
