#pragma once

#include "tools/gen/base/random.hpp"
#include "tools/gen/names/industries.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tenglong::tools::gen {

/// 恒达机械有限公司, at times with a place in front or a rare character in it; with `second` as the
/// second character of its brand, unless that is empty.
[[nodiscard]] std::string company_name(Random& random, const Industry& industry,
                                       std::string_view town, std::string_view second = {});

/// U+364D, a character of place names that GBK does not have.
constexpr std::string_view k_not_in_gbk = "㙍";

/// 创业路, 环城北路, 金达大道.
[[nodiscard]] std::string street_name(Random& random, bool arterial);

/// Different names of towns and sub-districts (镇街), the `wanted` ones first.
[[nodiscard]] std::vector<std::string> town_names(Random random, std::size_t count,
                                                  const std::vector<std::string>& wanted);

/// The town without its last word: 枫溪 for 枫溪街道.
[[nodiscard]] std::string short_town(std::string_view town);

[[nodiscard]] std::string person_name(Random& random);

/// The name as a GBK file can hold it: characters outside of GBK become a question mark.
[[nodiscard]] std::string in_gbk(std::string_view name);

} // namespace tenglong::tools::gen
