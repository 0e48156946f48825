#include "tools/gen/names/codes.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace tenglong::tools::gen {

namespace {

constexpr std::string_view k_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The check digit of the organization code (GB 11714): letters count from A = 10 without gaps.
[[nodiscard]] char organization_check(std::string_view code)
{
    constexpr std::array<int, 8> k_weights{3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < k_weights.size(); ++i) {
        const char c = code[i];
        sum += k_weights[i] * (c <= '9' ? c - '0' : c - 'A' + 10);
    }
    const int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + check);
}

[[nodiscard]] char credit_check(std::string_view code)
{
    int sum = 0;
    int weight = 1;
    for (const char c : code) {
        sum += weight * static_cast<int>(k_alphabet.find(c));
        weight = weight * 3 % 31;
    }
    return k_alphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

} // namespace

std::string parcel_code(int region, int subregion, bool state_owned, int number)
{
    return fmt::format("{}{:03d}{:03d}{}{:05d}", k_county_code, region, subregion,
                       state_owned ? "GB" : "JB", number);
}

std::string unit_code(std::string_view parcel_code, int building)
{
    return building == 0 ? fmt::format("{}W00000000", parcel_code)
                         : fmt::format("{}F{:04d}0001", parcel_code, building);
}

std::string credit_code(std::int64_t serial)
{
    constexpr std::int64_t k_numbers = 887'503'681; // 31^6
    constexpr std::int64_t k_stride = 402'653'189;  // has no factor in common with it
    std::int64_t number = (serial % k_numbers) * k_stride % k_numbers;
    std::string organization = "MA";
    for (int digit = 0; digit < 6; ++digit) {
        organization += k_alphabet[static_cast<std::size_t>(number % 31)];
        number /= 31;
    }
    organization += organization_check(organization);
    const std::string code = fmt::format("91{}{}", k_county_code, organization);
    return code + credit_check(code);
}

} // namespace tenglong::tools::gen
