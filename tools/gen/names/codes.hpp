#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tenglong::tools::gen {

/// A county that does not exist, so that no code of the city is anybody's.
constexpr std::string_view k_county_code = "330699";
constexpr std::string_view k_county_name = "云浦市";

/// 宗地代码, 19 characters: county, 地籍区, 地籍子区, "GB" (state) or "JB" (collective), number.
[[nodiscard]] std::string parcel_code(int region, int subregion, bool state_owned, int number);

/// 不动产单元代码, 28 characters: the parcel's code and either "W00000000" or "F" and a number.
[[nodiscard]] std::string unit_code(std::string_view parcel_code, int building);

/// 统一社会信用代码 (GB 32100-2015) with both check digits right; a different one for each serial
/// number below 31^6.
[[nodiscard]] std::string credit_code(std::int64_t serial);

} // namespace tenglong::tools::gen
