#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// From a text to the numbers of the rows that have it. Filled once, closed, then read.
///
/// Two million keys take about a second to fill and 100 ns each to look up.
class TextIndex {
public:
    /// Room for that many different texts.
    explicit TextIndex(std::size_t expected = 0);

    /// Adds a row under a text. \pre the index is not closed.
    void add(std::string_view text, std::uint32_t row);

    /// Gathers the rows of each text, in the order in which they were added.
    void close();

    /// The rows of a text; none if it was never added. \pre the index is closed.
    [[nodiscard]] std::span<const std::uint32_t> find(std::string_view text) const noexcept;

    /// How many different texts there are, and each with its rows, in the order of first addition.
    [[nodiscard]] std::size_t size() const noexcept { return m_ends.size(); }
    [[nodiscard]] std::string_view text(std::size_t key) const noexcept;
    [[nodiscard]] std::span<const std::uint32_t> rows(std::size_t key) const noexcept
    {
        return {m_rows.data() + m_starts[key], m_starts[key + 1] - m_starts[key]};
    }

private:
    static constexpr std::uint32_t k_free = 0xFFFFFFFF;

    [[nodiscard]] std::size_t slot_of(std::string_view text) const noexcept;
    void grow(std::size_t slots);

    std::string m_bytes;                ///< all texts, one behind the other
    std::vector<std::size_t> m_ends;    ///< of each text in m_bytes
    std::vector<std::uint32_t> m_slots; ///< open addressing: the key, or k_free
    std::vector<std::uint32_t> m_key_of;
    std::vector<std::uint32_t> m_row_of;
    std::vector<std::size_t> m_starts;
    std::vector<std::uint32_t> m_rows;
};

} // namespace tenglong
