#pragma once

#include "core/rules/expression.hpp"
#include "core/rules/rule_set.hpp"

#include <string_view>

namespace tenglong {

/// A computed number or date as people write it.
[[nodiscard]] Text shown_value(double value, const Expression& of);

/// As a profile writes it: "flag".
[[nodiscard]] std::string_view key_of(RuleRole role) noexcept;

/// The figure that a side of a comparison is, and nothing else; null otherwise.
[[nodiscard]] const Figure* figure_of(const Expression& side, const RuleSet& rules);

/// An expression in words: labels of facts and figures, and the arithmetic between.
[[nodiscard]] Text describe(const Expression& expression, const RuleSet& rules);

/// A condition in words, without any subject's values: 亩均税收低于 5 万元/亩.
[[nodiscard]] Text describe(const Condition& condition, const RuleSet& rules);

/// （诸暨市方案 三（一）1）, with a word where the figure is a default; empty without a citation.
[[nodiscard]] Text citation_text(const Citation& citation, bool set, const RuleSet& rules);

/// The words between the two sides: 低于 / is below; for `holds` false their opposite.
[[nodiscard]] Text comparison_words(const Condition& condition, bool holds);

/// The words of a condition on texts, with their labels where it has them: 安全、环保.
[[nodiscard]] Text word_list(const Condition& condition);

} // namespace tenglong
