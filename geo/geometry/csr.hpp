#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong::geo {

/// A list for each of several keys, in two arrays (compressed sparse rows).
template <class Item>
class Csr {
public:
    Csr() = default;

    /// `fill` is called twice with a function `put(key, item)`, and must put the same both times;
    /// the items of a key keep their order.
    template <class Fill>
    Csr(std::size_t keys, Fill&& fill) : m_start(keys + 1, 0)
    {
        fill([this](std::size_t key, const Item&) { ++m_start[key + 1]; });
        for (std::size_t i = 1; i < m_start.size(); ++i) {
            m_start[i] += m_start[i - 1];
        }
        m_items.resize(m_start.back());
        std::vector<std::uint32_t> next{m_start.begin(), m_start.end() - 1};
        fill([&](std::size_t key, const Item& item) { m_items[next[key]++] = item; });
    }

    [[nodiscard]] std::size_t size() const noexcept
    {
        return m_start.empty() ? 0 : m_start.size() - 1;
    }
    [[nodiscard]] std::span<const Item> operator[](std::size_t key) const noexcept
    {
        return {m_items.data() + m_start[key], m_items.data() + m_start[key + 1]};
    }
    [[nodiscard]] std::span<Item> operator[](std::size_t key) noexcept
    {
        return {m_items.data() + m_start[key], m_items.data() + m_start[key + 1]};
    }
    [[nodiscard]] const std::vector<Item>& items() const noexcept { return m_items; }

private:
    std::vector<std::uint32_t> m_start;
    std::vector<Item> m_items;
};

} // namespace tenglong::geo
