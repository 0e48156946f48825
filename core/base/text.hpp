#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

[[nodiscard]] constexpr bool is_ascii_digit(char c) noexcept
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_ascii_letter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// One or more digits and nothing else.
[[nodiscard]] bool is_ascii_digits(std::string_view text) noexcept;

/// Without white space at either end: ASCII, the ideographic space U+3000, NBSP and BOM.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// The code points of a UTF-8 text; a broken byte becomes U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view text);

/// Appends one code point as UTF-8.
void append_utf8(std::string& text, char32_t code_point);

/// Full-width ASCII (U+FF01 to U+FF5E) and the ideographic space in their usual form, so that
/// （１２亩） and (12亩) are one text.
[[nodiscard]] std::string to_half_width(std::string_view text);

/// ASCII letters in lower case; all else unchanged.
[[nodiscard]] std::string to_lower(std::string_view text);
[[nodiscard]] std::string to_upper(std::string_view text);

/// Columns that the text takes on a terminal: two for each Chinese character.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Inserted, dropped, changed or swapped neighbouring characters that turn one text into the other.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right);

/// The candidate that a user most likely meant by `word`: the nearest one, if it is near enough
/// to be worth naming. The first wins a tie.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

} // namespace tenglong
