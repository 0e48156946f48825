#pragma once

#include "core/codes/code_state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenglong {

enum class CreditCodeKind : std::uint8_t {
    unknown,
    unified,      ///< 统一社会信用代码, 18 (GB 32100-2015)
    registration, ///< 工商注册号, 15 or, before 2007, 13 digits
    organization, ///< 组织机构代码, 9 (GB 11714-1997)
    taxpayer,     ///< 纳税人识别号, 15: region 6 + organisation code 9
    identity,     ///< a resident's identity number, 18: personal data, never shown
};

/// The code of an enterprise, in the form of today or in one that came before it.
///
/// The organisation code is part of three of the forms, so that a table with old codes can be
/// joined with one that has new codes through `organization()`.
class CreditCode {
public:
    [[nodiscard]] static CreditCode parse(std::string_view raw);

    /// Normalised, an organisation code without its hyphen; as written where it is malformed.
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }
    [[nodiscard]] CodeState state() const noexcept { return m_state; }
    [[nodiscard]] CreditCodeKind kind() const noexcept { return m_kind; }
    /// What is wrong or unusual, as a sentence; empty if the code is valid or missing.
    [[nodiscard]] const Text& note() const noexcept { return m_note; }

    /// The check digit that would be right, if the state is `wrong_check`.
    [[nodiscard]] std::optional<char> right_check() const noexcept { return m_right_check; }

    /// The organisation code in it, 9 characters; empty where there is none.
    [[nodiscard]] std::string_view organization() const noexcept;
    /// The region of the office that registered it, 6 digits; empty where there is none.
    [[nodiscard]] std::string_view region() const noexcept;

private:
    void read();
    void read_unified();
    void read_fifteen();
    void read_organization();
    void explain_letters();

    std::string m_text;
    CodeState m_state = CodeState::missing;
    CreditCodeKind m_kind = CreditCodeKind::unknown;
    std::optional<char> m_right_check;
    Text m_note;
};

/// The check digit of a unified credit code, from its first 17 characters: weights 3^i mod 31 over
/// an alphabet of 31 symbols without I, O, S, V and Z. Nothing if a character is not of these.
[[nodiscard]] std::optional<char> unified_check_digit(std::string_view first_17) noexcept;

/// The check digit of an organisation code, from its first 8 characters (modulus 11, X for 10).
[[nodiscard]] std::optional<char> organization_check_digit(std::string_view first_8) noexcept;

/// The check digit of a registration number, from its first 14 digits (ISO 7064 MOD 11,10).
[[nodiscard]] std::optional<char> registration_check_digit(std::string_view first_14) noexcept;

} // namespace tenglong
