#include "core/codes/code_text.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace tenglong {

namespace {

[[nodiscard]] bool is_invisible(char32_t c) noexcept
{
    // Control characters, every Unicode space, soft hyphen, zero-width marks and the BOM.
    return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) ||
           (c >= 0x205F && c <= 0x2064) || c == 0x3000 || c == 0xFEFF;
}

/// The bytes of a character of valid UTF-8, by its first byte.
[[nodiscard]] std::size_t width_of(char first) noexcept
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Adds a piece of a list, or its parts between spaces if each could be a code.
void add_piece(std::vector<std::string>& codes, std::string_view piece)
{
    constexpr std::size_t k_shortest = 15;
    const auto parts = split(trimmed(piece), ' ');
    const bool apart = std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
        return part.empty() || part.size() >= k_shortest;
    });
    if (!apart) {
        codes.emplace_back(trimmed(piece));
        return;
    }
    for (const std::string_view part : parts) {
        if (!part.empty()) {
            codes.emplace_back(part);
        }
    }
}

} // namespace

std::string normalized_code(std::string_view raw)
{
    std::string code;
    code.reserve(raw.size());
    for (char32_t c : code_points(raw)) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            c -= 0xFEE0;
        }
        if (c >= U'a' && c <= U'z') {
            c -= U'a' - U'A';
        }
        if (!is_invisible(c) && !(code.empty() && (c == U'\'' || c == U'`' || c == 0x2018))) {
            append_utf8(code, c);
        }
    }
    return code;
}

bool says_nothing(std::string_view code) noexcept
{
    constexpr std::array<std::string_view, 18> k_none{"",    "/",    "//",   "\\",   "-",   "--",
                                                      "---", "_",    "*",    "—",    "——",  "无",
                                                      "空",  "暂无", "NULL", "NONE", "N/A", "NA"};
    return std::find(k_none.begin(), k_none.end(), code) != k_none.end();
}

bool is_spreadsheet_number(std::string_view code) noexcept
{
    const std::size_t e = code.find('E');
    if (e == std::string_view::npos || e + 2 >= code.size() || code[e + 1] != '+') {
        return false;
    }
    const std::string_view mantissa = code.substr(0, e);
    const std::size_t point = mantissa.find('.');
    const std::string_view behind =
        point == std::string_view::npos ? std::string_view{"0"} : mantissa.substr(point + 1);
    return is_ascii_digits(code.substr(e + 2)) && is_ascii_digits(mantissa.substr(0, point)) &&
           is_ascii_digits(behind);
}

bool is_only_zeros(std::string_view code) noexcept
{
    return !code.empty() && code.find_first_not_of('0') == std::string_view::npos;
}

std::vector<std::string> split_codes(std::string_view cell)
{
    if (says_nothing(normalized_code(cell))) {
        return {};
    }
    std::vector<std::string> codes;
    std::string piece;
    const auto finish = [&] {
        add_piece(codes, piece);
        piece.clear();
    };
    for (const char32_t c : code_points(to_half_width(cell))) {
        constexpr std::u32string_view k_between = U",;|/、\n\r\t";
        if (k_between.find(c) == std::u32string_view::npos) {
            append_utf8(piece, c);
        } else {
            finish();
        }
    }
    finish();
    return codes;
}

std::string quoted_code(std::string_view code)
{
    constexpr std::size_t k_longest = 40;
    std::size_t end = 0;
    for (std::size_t n = 0; n < k_longest && end < code.size(); ++n) {
        end += width_of(code[end]);
    }
    std::string quoted{code.substr(0, end)};
    return end < code.size() ? quoted + "…" : quoted;
}

std::size_t code_length(std::string_view code) noexcept
{
    const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(code.begin(), code.end(), starts));
}

std::optional<OddCharacter> first_not_digit(std::string_view code, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < std::min(to, code.size()); ++i) {
        if (!is_ascii_digit(code[i])) {
            return OddCharacter{i + 1, character_at(code, i)};
        }
    }
    return std::nullopt;
}

std::string character_at(std::string_view code, std::size_t at)
{
    return std::string{code.substr(at, width_of(code[at]))};
}

std::string without(std::string_view code, std::string_view unwanted)
{
    std::string kept;
    kept.reserve(code.size());
    for (const char c : code) {
        if (unwanted.find(c) == std::string_view::npos) {
            kept.push_back(c);
        }
    }
    return kept;
}

} // namespace tenglong
