#include "core/register/text_index.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace tenglong {

namespace {

constexpr std::size_t k_least_slots = 16;

} // namespace

TextIndex::TextIndex(std::size_t expected)
{
    m_ends.reserve(expected);
    m_key_of.reserve(expected);
    m_row_of.reserve(expected);
    grow(std::bit_ceil(std::max(k_least_slots, expected * 2)));
}

void TextIndex::add(std::string_view text, std::uint32_t row)
{
    if (m_ends.size() * 2 >= m_slots.size()) {
        grow(m_slots.size() * 2);
    }
    std::uint32_t& slot = m_slots[slot_of(text)];
    if (slot == k_free) {
        slot = static_cast<std::uint32_t>(m_ends.size());
        m_bytes += text;
        m_ends.push_back(m_bytes.size());
    }
    m_key_of.push_back(slot);
    m_row_of.push_back(row);
}

void TextIndex::close()
{
    m_starts.assign(m_ends.size() + 1, 0);
    for (const std::uint32_t key : m_key_of) {
        ++m_starts[key + 1];
    }
    for (std::size_t key = 0; key < m_ends.size(); ++key) {
        m_starts[key + 1] += m_starts[key];
    }
    m_rows.resize(m_row_of.size());
    std::vector<std::size_t> next(m_starts.begin(), m_starts.end() - 1);
    for (std::size_t i = 0; i < m_row_of.size(); ++i) {
        m_rows[next[m_key_of[i]]++] = m_row_of[i];
    }
    m_key_of = {};
    m_row_of = {};
}

std::span<const std::uint32_t> TextIndex::find(std::string_view text) const noexcept
{
    const std::uint32_t key = m_slots[slot_of(text)];
    return key == k_free ? std::span<const std::uint32_t>{} : rows(key);
}

std::string_view TextIndex::text(std::size_t key) const noexcept
{
    const std::size_t start = key == 0 ? 0 : m_ends[key - 1];
    return std::string_view{m_bytes}.substr(start, m_ends[key] - start);
}

std::size_t TextIndex::slot_of(std::string_view text) const noexcept
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::hash<std::string_view>{}(text)&mask;
    while (m_slots[slot] != k_free && this->text(m_slots[slot]) != text) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void TextIndex::grow(std::size_t slots)
{
    m_slots.assign(slots, k_free);
    for (std::size_t key = 0; key < m_ends.size(); ++key) {
        m_slots[slot_of(text(key))] = static_cast<std::uint32_t>(key);
    }
}

} // namespace tenglong
