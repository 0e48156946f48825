#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// A code as people meant it: half-width, upper case, without white space, zero-width characters
/// and the apostrophe that spreadsheets put before text. A broken byte becomes U+FFFD.
[[nodiscard]] std::string normalized_code(std::string_view raw);

/// Whether a normalised text stands for "there is none": empty, /, -, 无, NULL, N/A and the like.
[[nodiscard]] bool says_nothing(std::string_view code) noexcept;

/// Whether a normalised text is a number in scientific notation, such as 3.30681E+17: a
/// spreadsheet took the code for a number, and its digits are lost.
[[nodiscard]] bool is_spreadsheet_number(std::string_view code) noexcept;

/// One or more of the character '0' and nothing else.
[[nodiscard]] bool is_only_zeros(std::string_view code) noexcept;

/// A normalised text as messages quote it: cut where it is long.
[[nodiscard]] std::string quoted_code(std::string_view code);

/// The number of characters (not bytes) of a normalised text.
[[nodiscard]] std::size_t code_length(std::string_view code) noexcept;

/// The first character from byte `from` up to byte `to` that is not an ASCII digit: its position,
/// counted from 1, and its text. Positions are characters as long as all before are ASCII.
struct OddCharacter {
    std::size_t position = 0;
    std::string text;
};
[[nodiscard]] std::optional<OddCharacter> first_not_digit(std::string_view code, std::size_t from,
                                                          std::size_t to);

/// The whole character that begins at byte `at`.
[[nodiscard]] std::string character_at(std::string_view code, std::size_t at);

/// A copy without any of the ASCII characters in `unwanted`.
[[nodiscard]] std::string without(std::string_view code, std::string_view unwanted);

/// The codes of a cell that lists several, as written: apart by commas, semicolons, bars, slashes,
/// 、 or line breaks, or by spaces where every piece is long enough to be a code of its own
/// (330681 001002 GB00012 is one). Empty pieces are left out.
[[nodiscard]] std::vector<std::string> split_codes(std::string_view cell);

} // namespace tenglong
