#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace tenglong {

namespace {

constexpr char32_t k_replacement = 0xFFFD;

struct Decoded {
    char32_t code_point = k_replacement;
    std::size_t length = 1;
    bool valid = false;
};

/// The first code point of a text that is not empty.
[[nodiscard]] Decoded decode(std::string_view text) noexcept
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) {
        return {first, 1, true};
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) {
        return {};
    }
    char32_t value = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {};
        }
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> k_least{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < k_least[length] || value > 0x10FFFF || surrogate) {
        return {};
    }
    return {value, length, true};
}

constexpr std::string_view k_wide_space = "\xE3\x80\x80";
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view k_nbsp = "\xC2\xA0";

enum class End : std::uint8_t { front, back };

/// The bytes of the space at one end of a text. One byte tells of most texts that there is none.
template <End end>
[[nodiscard]] std::size_t space_at(std::string_view text) noexcept
{
    constexpr auto k_edge = [](std::string_view of) {
        return end == End::front ? of.front() : of.back();
    };
    switch (k_edge(text)) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case '\v':
        return 1;
    case k_edge(k_wide_space):
    case k_edge(k_byte_order_mark):
    case k_edge(k_nbsp):
        break;
    default:
        return 0;
    }
    for (const std::string_view space : {k_wide_space, k_byte_order_mark, k_nbsp}) {
        if (end == End::front ? text.starts_with(space) : text.ends_with(space)) {
            return space.size();
        }
    }
    return 0;
}

[[nodiscard]] bool is_wide(char32_t c) noexcept
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

} // namespace

bool is_ascii_digits(std::string_view text) noexcept
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

std::string_view trimmed(std::string_view text) noexcept
{
    for (std::size_t space = 1; space > 0 && !text.empty(); text.remove_prefix(space)) {
        space = space_at<End::front>(text);
    }
    for (std::size_t space = 1; space > 0 && !text.empty(); text.remove_suffix(space)) {
        space = space_at<End::back>(text);
    }
    return text;
}

bool is_utf8(std::string_view text) noexcept
{
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (!next.valid) {
            return false;
        }
        text.remove_prefix(next.length);
    }
    return true;
}

std::u32string code_points(std::string_view text)
{
    std::u32string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const Decoded next = decode(text);
        result.push_back(next.code_point);
        text.remove_prefix(next.length);
    }
    return result;
}

void append_utf8(std::string& text, char32_t code_point)
{
    const auto add = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        add(code_point);
    } else if (code_point < 0x800) {
        add(0xC0U | (code_point >> 6U));
        add(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        add(0xE0U | (code_point >> 12U));
        add(0x80U | ((code_point >> 6U) & 0x3FU));
        add(0x80U | (code_point & 0x3FU));
    } else {
        add(0xF0U | (code_point >> 18U));
        add(0x80U | ((code_point >> 12U) & 0x3FU));
        add(0x80U | ((code_point >> 6U) & 0x3FU));
        add(0x80U | (code_point & 0x3FU));
    }
}

std::string to_half_width(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (!next.valid) {
            result.push_back(text.front());
        } else if (next.code_point >= 0xFF01 && next.code_point <= 0xFF5E) {
            append_utf8(result, next.code_point - 0xFEE0);
        } else if (next.code_point == 0x3000) {
            result.push_back(' ');
        } else {
            result.append(text.substr(0, next.length));
        }
        text.remove_prefix(next.length);
    }
    return result;
}

std::string to_lower(std::string_view text)
{
    std::string result{text};
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return result;
}

std::string to_upper(std::string_view text)
{
    std::string result{text};
    for (char& c : result) {
        if (c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        }
    }
    return result;
}

std::size_t display_width(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        const Decoded next = decode(text);
        width += is_wide(next.code_point) ? 2U : 1U;
        text.remove_prefix(next.length);
    }
    return width;
}

std::size_t edit_distance(std::string_view left, std::string_view right)
{
    const std::u32string a = code_points(left);
    const std::u32string b = code_points(right);
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> current(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            current[j] = std::min({last[j] + 1, current[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                current[j] = std::min(current[j], before_last[j - 2] + 1);
            }
        }
        before_last.swap(last);
        last.swap(current);
    }
    return last[b.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates)
{
    const std::string folded = to_lower(word);
    // A third of the letters may be wrong; of a word of one or two letters nothing would be left.
    const std::size_t letters = code_points(word).size();
    const std::size_t limit = letters < 3 ? 0 : std::max<std::size_t>(1, letters / 3);
    std::optional<std::string> best;
    std::size_t best_distance = limit + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(folded, to_lower(candidate));
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

} // namespace tenglong
