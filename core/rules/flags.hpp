#pragma once

#include "core/rules/evaluator.hpp"
#include "core/tables/dictionary.hpp"
#include "core/tables/result_table.hpp"

namespace tenglong {

/// The words for statuses, with those of the policy for its own rules.
[[nodiscard]] DictionaryPtr flag_words(const RuleSet& rules);

/// Fills `flags` and `undecided` of a table with the rules that name a problem of the subject
/// (roles flag and list), in the words of the policy. \pre the verdicts are of these rules
void add_flags(ResultTable& table, const RuleSet& rules, const Verdicts& verdicts);

} // namespace tenglong
