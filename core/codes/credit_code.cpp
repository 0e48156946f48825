#include "core/codes/credit_code.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/codes/admin_code.hpp"
#include "core/codes/code_text.hpp"

#include <array>

namespace tenglong {

namespace {

constexpr std::string_view k_unified_symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::string_view k_organization_symbols = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Whether 18 characters are a resident's identity number: region, date of birth, sequence and
/// check symbol (GB 11643, ISO 7064 MOD 11-2).
[[nodiscard]] bool is_identity_number(std::string_view code)
{
    constexpr std::array<int, 17> k_weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view k_checks = "10X98765432";
    if (!is_ascii_digits(code.substr(0, 17)) || !province_name(code)) {
        return false;
    }
    const auto born = Date::parse(code.substr(6, 8));
    if (!born || born->year() < 1900 || born->year() > 2099) {
        return false;
    }
    int sum = 0;
    for (std::size_t i = 0; i < k_weights.size(); ++i) {
        sum += (code[i] - '0') * k_weights[i];
    }
    return code[17] == k_checks[static_cast<std::size_t>(sum % 11)];
}

[[nodiscard]] bool is_alphanumeric(std::string_view code) noexcept
{
    return code.find_first_not_of(k_organization_symbols) == std::string_view::npos;
}

/// The symbol that a hand meant by one that credit codes never have.
[[nodiscard]] char meant_by(char letter) noexcept
{
    switch (letter) {
    case 'I':
        return '1';
    case 'O':
        return '0';
    case 'S':
        return '5';
    case 'V':
        return 'U';
    default:
        return '2';
    }
}

} // namespace

std::optional<char> unified_check_digit(std::string_view first_17) noexcept
{
    if (first_17.size() != 17) {
        return std::nullopt;
    }
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char c : first_17) {
        const std::size_t value = k_unified_symbols.find(c);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    return k_unified_symbols[(31 - sum % 31) % 31];
}

std::optional<char> organization_check_digit(std::string_view first_8) noexcept
{
    constexpr std::array<std::size_t, 8> k_weights{3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view k_checks = "0X987654321";
    if (first_8.size() != k_weights.size()) {
        return std::nullopt;
    }
    std::size_t sum = 0;
    for (std::size_t i = 0; i < k_weights.size(); ++i) {
        const std::size_t value = k_organization_symbols.find(first_8[i]);
        if (value == std::string_view::npos) {
            return std::nullopt;
        }
        sum += value * k_weights[i];
    }
    return k_checks[sum % 11];
}

std::optional<char> registration_check_digit(std::string_view first_14) noexcept
{
    if (first_14.size() != 14 || !is_ascii_digits(first_14)) {
        return std::nullopt;
    }
    int product = 10;
    for (const char c : first_14) {
        const int sum = (product + (c - '0')) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return static_cast<char>('0' + (11 - product) % 10);
}

CreditCode CreditCode::parse(std::string_view raw)
{
    CreditCode code;
    code.m_text = normalized_code(raw);
    if (!says_nothing(code.m_text)) {
        code.m_state = CodeState::malformed;
        code.read();
    }
    return code;
}

void CreditCode::read()
{
    if (is_spreadsheet_number(m_text)) {
        m_note = msg("credit code '{}' was stored as a number and lost its digits; format the "
                     "column as text",
                     quoted_code(m_text));
        return;
    }
    const std::string joined = without(m_text, "-");
    if (!is_alphanumeric(joined)) {
        m_note = msg("credit code '{}' has characters other than letters and digits",
                     quoted_code(m_text));
        return;
    }
    if (joined.size() == 18) {
        m_text = joined;
        read_unified();
    } else if (joined.size() == 15) {
        m_text = joined;
        read_fifteen();
    } else if (joined.size() == 13 && is_ascii_digits(joined)) {
        m_text = joined;
        m_kind = CreditCodeKind::registration;
        m_state = CodeState::old_form;
        m_note = msg("'{}' is a registration number of the time before 2007", m_text);
    } else if (joined.size() == 9) {
        m_text = joined;
        read_organization();
    } else {
        m_note = msg("credit code '{}' has {} characters; it has 18", quoted_code(m_text),
                     code_length(m_text));
    }
}

void CreditCode::read_unified()
{
    const std::string_view code = m_text;
    const auto check = unified_check_digit(code.substr(0, 17));
    if (is_identity_number(code)) {
        // One in 31 of them would pass as a credit code; hardly any credit code passes as one.
        // Never quoted: the note may end up in a ledger that others read.
        m_kind = CreditCodeKind::identity;
        m_state = CodeState::unusual;
        m_note = msg("a resident's identity number stands in place of a credit code");
    } else if (code.find_first_not_of(code.front()) == std::string_view::npos) {
        m_note = msg("credit code '{}' is one character again and again, and names nobody", m_text);
    } else if (check == code[17]) {
        m_kind = CreditCodeKind::unified;
        m_state = CodeState::valid;
    } else if (!check || k_unified_symbols.find(code[17]) == std::string_view::npos) {
        explain_letters();
    } else if (is_ascii_digits(code) && code.substr(15) == "000") {
        // A thousand codes become this one: it stays malformed, and names none of them.
        m_note = msg("credit code '{}' ends in 000 and its check digit is wrong: a spreadsheet "
                     "probably took it for a number and lost the last three digits",
                     m_text);
    } else {
        m_kind = CreditCodeKind::unified;
        m_state = CodeState::wrong_check;
        m_right_check = check;
        m_note = msg("credit code '{}' has the check digit '{}'; '{}' would be right", m_text,
                     code.substr(17), std::string(1, *check));
    }
}

void CreditCode::explain_letters()
{
    const std::size_t at = m_text.find_first_not_of(k_unified_symbols);
    std::string meant = m_text;
    for (char& c : meant) {
        if (k_unified_symbols.find(c) == std::string_view::npos) {
            c = meant_by(c);
        }
    }
    if (unified_check_digit(std::string_view{meant}.substr(0, 17)) == meant[17]) {
        m_note = msg("credit code '{}' has '{}' as character {}, which credit codes never have; "
                     "'{}' would be right",
                     m_text, m_text.substr(at, 1), at + 1, meant);
    } else {
        m_note = msg("credit code '{}' has '{}' as character {}, which credit codes never have",
                     m_text, m_text.substr(at, 1), at + 1);
    }
}

void CreditCode::read_fifteen()
{
    const std::string_view code = m_text;
    const auto check = registration_check_digit(code.substr(0, 14));
    const std::string_view tail = code.substr(6);
    if (check == code[14]) {
        m_kind = CreditCodeKind::registration;
        m_state = CodeState::old_form;
        m_note = msg("'{}' is an old registration number, not a credit code", m_text);
    } else if (is_ascii_digits(code.substr(0, 6)) &&
               organization_check_digit(tail.substr(0, 8)) == tail[8]) {
        m_kind = CreditCodeKind::taxpayer;
        m_state = CodeState::old_form;
        m_note = msg("'{}' is an old taxpayer number, not a credit code", m_text);
    } else if (check && is_ascii_digit(code[14])) {
        m_kind = CreditCodeKind::registration;
        m_state = CodeState::old_form;
        m_note = msg("'{}' is an old registration number, and its check digit is not '{}'", m_text,
                     std::string(1, *check));
    } else {
        m_note = msg("credit code '{}' has {} characters; it has 18", m_text, m_text.size());
    }
}

void CreditCode::read_organization()
{
    const auto check = organization_check_digit(std::string_view{m_text}.substr(0, 8));
    m_kind = CreditCodeKind::organization;
    if (check == m_text[8]) {
        m_state = CodeState::old_form;
        m_note = msg("'{}' is an organisation code, not a credit code", m_text);
    } else {
        m_state = CodeState::wrong_check;
        m_right_check = check;
        m_note = msg("organisation code '{}' has the check digit '{}'; '{}' would be right", m_text,
                     m_text.substr(8), std::string(1, *check));
    }
}

std::string_view CreditCode::organization() const noexcept
{
    const std::string_view code = m_text;
    switch (m_kind) {
    case CreditCodeKind::unified:
        return code.substr(8, 9);
    case CreditCodeKind::taxpayer:
        return code.substr(6, 9);
    case CreditCodeKind::organization:
        return code;
    default:
        return {};
    }
}

std::string_view CreditCode::region() const noexcept
{
    const std::string_view code = m_text;
    switch (m_kind) {
    case CreditCodeKind::unified:
        return is_ascii_digits(code.substr(2, 6)) ? code.substr(2, 6) : std::string_view{};
    case CreditCodeKind::registration:
    case CreditCodeKind::taxpayer:
        return code.substr(0, 6);
    default:
        return {};
    }
}

} // namespace tenglong
