#include "core/codes/parcel_code.hpp"

#include "core/base/text.hpp"
#include "core/codes/admin_code.hpp"
#include "core/codes/code_text.hpp"

#include <algorithm>
#include <array>

namespace tenglong {

namespace {

constexpr std::size_t k_length = 19;
constexpr std::size_t k_unit_length = 28;
constexpr std::size_t k_sequence_at = 14;
constexpr std::string_view k_owners = "GJZ";
constexpr std::string_view k_separators = "-_.";

[[nodiscard]] Text odd_digit(std::string_view code, const OddCharacter& odd)
{
    return msg("parcel code '{}' has '{}' as character {} where a digit belongs", quoted_code(code),
               odd.text, odd.position);
}

/// Why a text is not a structured parcel code; empty if it is one.
[[nodiscard]] Text fault_of(std::string_view code)
{
    const std::size_t length = code_length(code);
    if (length != k_length) {
        return msg("parcel code '{}' has {} characters; it has 19", quoted_code(code), length);
    }
    // From the left, so that everything before a reported position is ASCII.
    if (const auto odd = first_not_digit(code, 0, 12)) {
        return odd_digit(code, *odd);
    }
    if (k_owners.find(code[12]) == std::string_view::npos) {
        return msg("parcel code '{}' has '{}' as character 13 where G, J or Z belongs",
                   quoted_code(code), character_at(code, 12));
    }
    if (!is_ascii_letter(code[13])) {
        return msg("parcel code '{}' has '{}' as character 14 where a letter belongs",
                   quoted_code(code), character_at(code, 13));
    }
    if (const auto odd = first_not_digit(code, k_sequence_at, k_length)) {
        return odd_digit(code, *odd);
    }
    return {};
}

/// Digits, perhaps in groups and with a branch number in brackets: 1-2-15, 330681001002015(1).
[[nodiscard]] bool is_old_number(std::string_view code)
{
    if (code.empty() || code.size() > k_unit_length || !is_ascii_digit(code.front())) {
        return false;
    }
    const std::string digits = without(code, "-_./()");
    return is_ascii_digits(digits) && digits.size() >= 3;
}

[[nodiscard]] bool is_unit_tail(std::string_view tail)
{
    return is_ascii_letter(tail.front()) && is_ascii_digits(tail.substr(1));
}

/// The words by which offices say that a number is still to come.
constexpr std::array<std::string_view, 10> k_waiting{"预编", "未编", "待编", "未定", "待定",
                                                     "无号", "临时", "虚拟", "预",   "YB"};

[[nodiscard]] bool says_waiting(std::string_view code)
{
    const auto found = [&](std::string_view word) {
        return code.find(word) != std::string_view::npos;
    };
    return std::any_of(k_waiting.begin(), k_waiting.end(), found);
}

} // namespace

ParcelCode ParcelCode::parse(std::string_view raw)
{
    ParcelCode code;
    code.m_text = normalized_code(raw);
    if (says_nothing(code.m_text)) {
        return code;
    }
    const std::string joined = without(code.m_text, k_separators);
    if (fault_of(joined).empty()) {
        code.take(joined);
        code.note_what_is_unusual();
    } else if (joined.size() == k_unit_length && fault_of(joined.substr(0, k_length)).empty() &&
               is_unit_tail(std::string_view{joined}.substr(k_length))) {
        code.take(joined.substr(0, k_length));
        code.m_state = CodeState::unusual;
        code.m_note = msg("'{}' is a real-estate unit code; its first 19 characters are taken as "
                          "the parcel code",
                          joined);
        code.note_provisional();
    } else {
        code.take_fragment();
    }
    return code;
}

void ParcelCode::take(std::string text)
{
    m_text = std::move(text);
    m_structured = true;
    m_state = CodeState::valid;
}

void ParcelCode::take_fragment()
{
    m_state = CodeState::malformed;
    if (is_spreadsheet_number(m_text)) {
        m_note = msg("parcel code '{}' was stored as a number and lost its digits; format the "
                     "column as text",
                     quoted_code(m_text));
    } else if (says_waiting(m_text) || is_only_zeros(m_text)) {
        // The digits and letters left when the words are gone may still tell where the parcel is.
        std::string rest;
        std::copy_if(m_text.begin(), m_text.end(), std::back_inserter(rest),
                     [](char c) { return is_ascii_digit(c) || is_ascii_letter(c); });
        if (fault_of(rest).empty()) {
            take(rest);
        }
        m_state = CodeState::provisional;
        m_note = msg("parcel code '{}' is pre-assigned or not yet numbered", quoted_code(m_text));
    } else if (is_old_number(m_text)) {
        m_state = CodeState::old_form;
        m_note = msg("'{}' is an old cadastral number, not a parcel code of 19 characters",
                     quoted_code(m_text));
    } else {
        m_note = fault_of(without(m_text, k_separators));
    }
}

void ParcelCode::note_what_is_unusual()
{
    const AdminCode county_code = AdminCode::parse(county());
    if (!right()) {
        m_state = CodeState::unusual;
        m_note =
            msg("parcel code '{}' has the feature letter '{}', which the standard does not name",
                m_text, feature().substr(1));
    } else if (county_code.state() != CodeState::valid) {
        m_state = CodeState::unusual;
        m_note = msg("parcel code '{}': {}", m_text, county_code.note());
    }
    note_provisional();
}

void ParcelCode::note_provisional()
{
    // Sea areas and islands have no cadastral areas: zeros are their usual numbering.
    const bool on_land = feature()[1] != 'H' && feature()[1] != 'G';
    if (is_only_zeros(sequence())) {
        m_state = CodeState::provisional;
        m_note =
            msg("parcel code '{}' has the sequence 00000: the parcel is not numbered yet", m_text);
    } else if (on_land && is_only_zeros(part(6, 6))) {
        m_state = CodeState::provisional;
        m_note = msg("parcel code '{}' has no cadastral area: it is a virtual code", m_text);
    }
}

std::optional<LandOwnership> ParcelCode::ownership() const noexcept
{
    if (!m_structured) {
        return std::nullopt;
    }
    switch (m_text[12]) {
    case 'G':
        return LandOwnership::state;
    case 'J':
        return LandOwnership::collective;
    default:
        return LandOwnership::undetermined;
    }
}

std::optional<Text> ParcelCode::right() const
{
    switch (m_structured ? m_text[13] : '\0') {
    case 'A':
        return msg("collective land ownership");
    case 'B':
        return msg("construction land, surface");
    case 'S':
        return msg("construction land, above ground");
    case 'X':
        return msg("construction land, below ground");
    case 'C':
        return msg("homestead");
    case 'D':
        return msg("contracted farmland");
    case 'E':
        return msg("contracted forest land");
    case 'F':
        return msg("contracted grassland");
    case 'G':
        return msg("uninhabited island");
    case 'H':
        return msg("sea area");
    case 'W':
        return msg("right not determined");
    case 'Y':
        return msg("other right to land");
    default:
        return std::nullopt;
    }
}

Text label(LandOwnership ownership)
{
    switch (ownership) {
    case LandOwnership::state:
        return msg("state-owned");
    case LandOwnership::collective:
        return msg("collective");
    case LandOwnership::undetermined:
        break;
    }
    return msg("ownership not determined");
}

} // namespace tenglong
