#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// Stands for a text; equal texts of one pool have equal ids.
enum class TextId : std::int32_t {};

/// Keeps each distinct text once, about 32 bytes beside the text itself. A text stays where it is
/// as long as the pool lives. Written by one thread, then read by any number.
class TextPool {
public:
    /// The id of `text`, which is added if it is new.
    /// \throws std::length_error beyond 2 147 483 647 texts
    TextId intern(std::string_view text);

    /// The id of a set of texts: their order and repetitions do not matter.
    TextId intern_set(std::vector<std::string> members);

    [[nodiscard]] std::string_view operator[](TextId id) const
    {
        return m_texts[static_cast<std::size_t>(id)];
    }

    /// The members of a set that intern_set() added, sorted.
    [[nodiscard]] std::vector<std::string_view> members(TextId id) const;

    [[nodiscard]] std::size_t size() const noexcept { return m_texts.size(); }

private:
    /// A place of the hash table: part of the hash, so that few texts are compared, and the id.
    struct Slot {
        std::uint32_t mark = 0;
        std::int32_t id = k_free;
    };
    static constexpr std::int32_t k_free = -1;

    [[nodiscard]] std::size_t slot_of(std::string_view text, std::size_t hash) const;
    [[nodiscard]] std::string_view store(std::string_view text);
    void grow();

    std::vector<std::string_view> m_texts; ///< into the blocks, by id
    std::vector<std::vector<char>> m_blocks;
    char* m_free = nullptr; ///< in the last block
    std::size_t m_left = 0;
    std::vector<Slot> m_slots; ///< open addressing; a power of two, at most two thirds taken
};

} // namespace tenglong
