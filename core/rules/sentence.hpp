#pragma once

#include "core/rules/evidence.hpp"

namespace tenglong {

/// The verdict as one sentence that can stand in a letter, in both languages:
/// 亩均税收 3.2 万元/亩，低于 5 万元/亩（诸暨市方案 三（一）1）. Where the answer is unknown it
/// names the missing facts.
[[nodiscard]] Text sentence(const Verdict& verdict, const RuleSet& rules);

} // namespace tenglong
