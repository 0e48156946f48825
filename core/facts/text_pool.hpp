#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tenglong {

/// Stands for a text; equal texts of one pool have equal ids.
enum class TextId : std::int32_t {};

/// Keeps each distinct text once. Written by one thread, then read by any number.
class TextPool {
public:
    /// The id of `text`, which is added if it is new.
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
    std::deque<std::string> m_texts; // a deque, because the map's keys point into it
    std::unordered_map<std::string_view, TextId> m_ids;
};

} // namespace tenglong
