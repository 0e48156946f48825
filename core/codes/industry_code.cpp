#include "core/codes/industry_code.hpp"

#include "core/base/text.hpp"
#include "core/codes/code_text.hpp"

namespace tenglong {

namespace {

[[nodiscard]] bool is_section_letter(char c) noexcept
{
    return c >= 'A' && c <= 'T';
}

/// A name may stand behind a code: "C1311 稻谷加工", "13-农副食品加工业". Letters and digits may
/// not.
[[nodiscard]] bool is_name(std::string_view rest) noexcept
{
    return rest.empty() || (!is_ascii_letter(rest.front()) && !is_ascii_digit(rest.front()) &&
                            rest.find_first_of("0123456789") == std::string_view::npos);
}

} // namespace

IndustryCode IndustryCode::parse(std::string_view raw, IndustryEdition edition)
{
    IndustryCode code;
    code.m_edition = edition;
    code.m_text = normalized_code(raw);
    if (!says_nothing(code.m_text)) {
        code.m_state = CodeState::malformed;
        const std::string whole = code.m_text;
        // A spreadsheet writes a code that it took for a number with a decimal.
        const std::string_view view = whole;
        code.read(view.ends_with(".0") ? view.substr(0, view.size() - 2) : view);
    }
    return code;
}

void IndustryCode::read(std::string_view code)
{
    std::optional<char> letter;
    std::string_view rest = code;
    if (is_section_letter(rest.front())) {
        letter = rest.front();
        rest.remove_prefix(1);
    }
    std::size_t count = 0;
    while (count < rest.size() && is_ascii_digit(rest[count])) {
        ++count;
    }
    if ((count == 0 && !letter) || count > 4 || !is_name(rest.substr(count))) {
        m_note = msg("industry code '{}' is not a section letter or 2 to 4 digits, as {} has them",
                     quoted_code(m_text), name(m_edition));
        return;
    }
    m_digits = rest.substr(0, count);
    m_text = letter ? std::string(1, *letter) + m_digits : m_digits;
    m_state = CodeState::valid;
    settle_section(letter);
}

void IndustryCode::settle_section(std::optional<char> letter)
{
    if (m_digits.empty()) {
        m_section = letter;
        return;
    }
    const std::string written = m_text;
    const auto here = [this] { return section_of(division().value_or(0), m_edition); };
    const bool lost_zero = m_digits.size() == 1 || (letter && here() != letter);
    if (lost_zero && m_digits.size() % 2 == 1) {
        // 1 to 4 digits are left of 01 to 0411; with a letter, only if it then agrees.
        std::string restored = "0" + m_digits;
        const int first = (restored[0] - '0') * 10 + (restored[1] - '0');
        if (!letter || section_of(first, m_edition) == letter) {
            m_digits = std::move(restored);
            m_text = letter ? std::string(1, *letter) + m_digits : m_digits;
            m_state = CodeState::unusual;
            m_note = msg("industry code '{}' is taken as '{}': a leading zero was lost", written,
                         m_text);
        }
    }
    m_section = here();
    if (!m_section) {
        m_state = CodeState::unusual;
        m_note = msg("industry code '{}': {} has no division {}", written, name(m_edition),
                     m_digits.substr(0, 2));
        // The letter still tells the section: a code of another edition, most likely.
        m_section = letter;
    } else if (letter && m_section != letter) {
        m_state = CodeState::unusual;
        m_note = msg("industry code '{}': division {} belongs to section {}, not {}", written,
                     m_digits.substr(0, 2), std::string(1, *m_section), std::string(1, *letter));
        m_section = std::nullopt;
    }
}

std::optional<int> IndustryCode::division() const noexcept
{
    if (m_digits.size() < 2) {
        return std::nullopt;
    }
    return (m_digits[0] - '0') * 10 + (m_digits[1] - '0');
}

std::optional<bool> IndustryCode::is_manufacturing() const noexcept
{
    return m_section ? std::optional{*m_section == 'C'} : std::nullopt;
}

std::optional<bool> lies_in(const IndustryCode& code, const IndustryPrefix& prefix)
{
    const IndustryCode outer = IndustryCode::parse(prefix.text, prefix.edition);
    if (code.edition() != prefix.edition || !outer.section() || !code.section()) {
        return std::nullopt;
    }
    if (code.digits().size() < outer.digits().size()) {
        // A coarser code may or may not be meant: C13 against the row 131.
        const bool apart =
            !outer.digits().starts_with(code.digits()) || code.section() != outer.section();
        return apart ? std::optional{false} : std::nullopt;
    }
    return code.section() == outer.section() && code.digits().starts_with(outer.digits());
}

} // namespace tenglong
