#pragma once

#include "core/rules/rule_set.hpp"
#include "core/rules/truth.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tenglong {

/// The conditions at the ends of a rule that decided its answer for one subject, as explain() finds
/// them, but from answers that are known already: nothing is judged again.
///
/// Writes numbers of nodes over `leaves`, each once, in the order of the policy. Where the answer
/// is yes, quiet conditions that hold are left out: they say to whom the rule applies, not why.
/// \param nodes  the answers of the subject's chunk by Evaluator::evaluate_nodes()
/// \param row  of the subject in its chunk
void find_deciding(const RuleSet& rules, std::size_t rule, std::span<const Truths> nodes,
                   std::size_t row, std::vector<std::size_t>& leaves);

} // namespace tenglong
