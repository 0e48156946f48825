#pragma once

#include "core/codes/code_state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenglong {

/// The edition of GB/T 4754 that a code belongs to. The same digits mean other industries in
/// another edition: 36 is special machinery in 2002 and motor vehicles since 2011.
enum class IndustryEdition : std::uint8_t { y2002, y2011, y2017 };

/// A code of GB/T 4754: a section letter, or a division, group or class of 2, 3 or 4 digits, with
/// or without the letter: C, C13, 13, 131, 1311, "C1311 稻谷加工".
///
/// Marked `unusual` and still read: a letter that contradicts its division, a leading zero that a
/// spreadsheet dropped (A111 is A0111), a division that the edition does not have.
class IndustryCode {
public:
    [[nodiscard]] static IndustryCode parse(std::string_view raw, IndustryEdition edition);

    /// Normalised, with the letter if it was written and without a name behind it: C1311.
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] IndustryEdition edition() const noexcept { return m_edition; }
    [[nodiscard]] CodeState state() const noexcept { return m_state; }
    /// What is wrong or unusual, as a sentence; empty if the code is valid or missing.
    [[nodiscard]] const Text& note() const noexcept { return m_note; }

    /// The digits, 2 to 4; empty for a letter alone or a malformed code.
    [[nodiscard]] std::string_view digits() const noexcept { return m_digits; }
    /// The first two digits; nothing for a letter alone or a malformed code.
    [[nodiscard]] std::optional<int> division() const noexcept;
    /// The section letter, written or found from the division; nothing if the two contradict.
    [[nodiscard]] std::optional<char> section() const noexcept { return m_section; }
    /// Section C; nothing if the section cannot be told.
    [[nodiscard]] std::optional<bool> is_manufacturing() const noexcept;

private:
    void read(std::string_view code);
    void settle_section(std::optional<char> letter);

    std::string m_text;
    std::string m_digits;
    IndustryEdition m_edition = IndustryEdition::y2017;
    std::optional<char> m_section;
    CodeState m_state = CodeState::missing;
    Text m_note;
};

/// Part of the classification, as a row of a table is keyed: "C", "C13" or "13", "131", "1311".
/// It carries its edition, so that a table of one edition is never used with codes of another.
struct IndustryPrefix {
    IndustryEdition edition = IndustryEdition::y2017;
    std::string text;
};

/// Whether `code` lies in `prefix`; nothing if the editions differ or either cannot be read.
[[nodiscard]] std::optional<bool> lies_in(const IndustryCode& code, const IndustryPrefix& prefix);

/// The letter of the section that a division belongs to; nothing if the edition has no such
/// division.
[[nodiscard]] std::optional<char> section_of(int division, IndustryEdition edition) noexcept;

[[nodiscard]] std::optional<Text> section_name(char letter, IndustryEdition edition);

/// The name of a manufacturing division, 13 to 43; nothing for others.
[[nodiscard]] std::optional<Text> division_name(int division, IndustryEdition edition);

/// "GB/T 4754-2017".
[[nodiscard]] std::string_view name(IndustryEdition edition) noexcept;

} // namespace tenglong
