#include "tools/cli/shell_word.hpp"

#include <algorithm>

namespace tenglong::tools {

namespace {

/// Also every byte of a letter beyond ASCII.
[[nodiscard]] bool is_plain(char c) noexcept
{
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter || std::string_view{"_-./:,+@%="}.find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

std::string quoted(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        // The three shells agree on a backslash outside quotes only.
        result += c == '\'' ? std::string{"'\\''"} : std::string{c};
    }
    return result + "'";
}

std::string shell_word(std::string_view text)
{
    const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), is_plain);
    return plain ? std::string{text} : quoted(text);
}

} // namespace tenglong::tools
