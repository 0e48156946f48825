#pragma once

#include "core/base/translation.hpp"
#include "core/tables/dictionary.hpp"

#include <string>
#include <string_view>

namespace tenglong::tools {

/// The facts of a row of evidence for people: "容积率 1.2464（建筑面积 ÷ 用地面积）；约定容积率 1.3
/// （supply.csv 第 2 行）". `json`: a list of facts as the column `facts` of the table `evidence`
/// has it; anything else is returned as it is. `words`: what code words say; may be null.
[[nodiscard]] std::string facts_in_words(std::string_view json, const Dictionary* words, Lang lang);

} // namespace tenglong::tools
