#pragma once

#include "core/rules/evaluator.hpp"
#include "core/rules/lacks.hpp"
#include "geo/geometry/workers.hpp"

#include <memory>

namespace tenglong::geo {

/// The subjects of one table, judged by every rule of the policy for their kind.
struct Judged {
    std::unique_ptr<Evaluator> evaluator; ///< for explanations; the facts stay as they were
    Verdicts verdicts;
    Lacks lacks; ///< why verdicts are undecided

    [[nodiscard]] const RuleSet& rules() const noexcept { return evaluator->rules(); }
    [[nodiscard]] const FactTable& facts() const noexcept { return evaluator->facts(); }
};

/// Judges all subjects, in parallel. \pre rules and facts are of one subject kind and outlive the
/// result, and the facts do not change while it is used.
[[nodiscard]] Judged judge(const RuleSet& rules, const FactTable& facts, Workers& workers);

} // namespace tenglong::geo
