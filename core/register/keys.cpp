#include "core/register/keys.hpp"

#include "core/base/text.hpp"
#include "core/codes/code_text.hpp"
#include "core/codes/credit_code.hpp"
#include "core/codes/parcel_code.hpp"

#include <algorithm>
#include <array>

namespace tenglong {

namespace {

constexpr std::size_t k_parcel_length = 19;
constexpr std::size_t k_unit_length = 28;
constexpr std::size_t k_credit_length = 18;

[[nodiscard]] bool all_zero(std::string_view text) noexcept
{
    return text.find_first_not_of('0') == std::string_view::npos;
}

[[nodiscard]] bool is_upper(char c) noexcept
{
    return c >= 'A' && c <= 'Z';
}

/// A parcel code that ParcelCode::parse() would leave as it is, and that is not provisional.
[[nodiscard]] bool is_clean_parcel(std::string_view code) noexcept
{
    return code.size() == k_parcel_length && is_ascii_digits(code.substr(0, 12)) &&
           (code[12] == 'G' || code[12] == 'J' || code[12] == 'Z') && is_upper(code[13]) &&
           is_ascii_digits(code.substr(14)) && !all_zero(code.substr(14)) &&
           !all_zero(code.substr(6, 6));
}

[[nodiscard]] bool is_clean_unit(std::string_view code) noexcept
{
    return code.size() == k_unit_length && is_clean_parcel(code.substr(0, k_parcel_length)) &&
           is_upper(code[k_parcel_length]) && is_ascii_digits(code.substr(k_parcel_length + 1));
}

/// The 31 symbols of a unified credit code; any 18 of them name an enterprise, if perhaps with a
/// wrong check digit.
[[nodiscard]] bool is_clean_credit(std::string_view code) noexcept
{
    static constexpr auto k_symbols = [] {
        std::array<bool, 256> known{};
        for (const char c : std::string_view{"0123456789ABCDEFGHJKLMNPQRTUWXY"}) {
            known.at(static_cast<unsigned char>(c)) = true;
        }
        return known;
    }();
    return code.size() == k_credit_length && std::all_of(code.begin(), code.end(), [](char c) {
               return k_symbols[static_cast<unsigned char>(c)];
           });
}

/// The same, and surely of an enterprise: with a letter in it, it is no identity number, and one
/// character again and again is no code.
[[nodiscard]] bool is_clean_unified(std::string_view code) noexcept
{
    return is_clean_credit(code) && std::any_of(code.begin(), code.end() - 1, is_upper) &&
           code.find_first_not_of(code.front()) != std::string_view::npos;
}

} // namespace

Key parcel_key(std::string_view code)
{
    if (is_clean_parcel(code)) {
        return Key::of_clean(code);
    }
    if (is_clean_unit(code)) {
        return Key::of_clean(code.substr(0, k_parcel_length));
    }
    if (code.empty()) {
        return {};
    }
    const ParcelCode read = ParcelCode::parse(code);
    const bool local = read.state() == CodeState::malformed && !is_spreadsheet_number(read.text());
    return identifies(read.state()) || local ? Key{read.text()} : Key{};
}

Key credit_key(std::string_view code)
{
    if (is_clean_unified(code)) {
        return Key::of_clean(code);
    }
    if (code.empty()) {
        return {};
    }
    const CreditCode read = CreditCode::parse(code);
    return identifies(read.state()) ? Key{read.text()} : Key{};
}

std::string organization_in(std::string_view credit_key)
{
    if (is_clean_unified(credit_key)) {
        const bool right = unified_check_digit(credit_key.substr(0, 17)) == credit_key.back();
        return std::string{right ? credit_key.substr(8, 9) : std::string_view{}};
    }
    const CreditCode read = CreditCode::parse(credit_key);
    return std::string{read.state() == CodeState::wrong_check ? std::string_view{}
                                                              : read.organization()};
}

std::string written_organization(std::string_view credit_key)
{
    return std::string{is_clean_unified(credit_key) ? credit_key.substr(8, 9)
                                                    : CreditCode::parse(credit_key).organization()};
}

std::string identity_of(std::string_view credit_key)
{
    std::string organization = organization_in(credit_key);
    return organization.empty() ? std::string{credit_key} : organization;
}

bool contradict(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty() || a == b) {
        return false;
    }
    const std::string in_a = written_organization(a);
    const std::string in_b = written_organization(b);
    return in_a.empty() || in_b.empty() ? a.size() == b.size() : in_a != in_b;
}

std::string shown_credit_code(std::string_view code)
{
    const CreditCode read = CreditCode::parse(code);
    return read.kind() == CreditCodeKind::identity ? std::string{} : read.text();
}

std::vector<WrittenCode> parcel_codes_in(std::string_view cell)
{
    std::vector<WrittenCode> codes;
    if (is_clean_parcel(cell) || is_clean_unit(cell)) {
        codes.push_back({parcel_key(cell), {}});
        return codes;
    }
    for (std::string& piece : split_codes(cell)) {
        Key key{std::string{parcel_key(piece).text()}};
        const bool seen =
            !key.empty() && std::any_of(codes.begin(), codes.end(), [&](const WrittenCode& code) {
                return code.key.text() == key.text();
            });
        if (!seen && !says_nothing(normalized_code(piece))) {
            codes.push_back({std::move(key), std::move(piece)});
        }
    }
    return codes;
}

} // namespace tenglong
