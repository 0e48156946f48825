#pragma once

#include "core/base/issue.hpp"
#include "core/evaluate/score.hpp"
#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace tenglong {

/// Rules of enterprises by which a policy says who is evaluated at all (a no leaves an enterprise
/// out) and who is scored and not ranked, such as a new one in its first years. Both may be absent.
inline constexpr std::string_view k_scope_rule = "evaluation_scope";
inline constexpr std::string_view k_grace_rule = "evaluation_grace";

/// One scheme applied to those whom it evaluates.
struct SchemeResult {
    const Scheme* scheme = nullptr;
    std::vector<std::uint32_t> rows;      ///< of the fact table, ascending; the scheme's subjects
    std::vector<std::uint8_t> not_ranked; ///< by subject
    std::vector<std::uint8_t> grace;      ///< by subject: not ranked by the grace rule
    ScoreTable scores;
};

/// How an enterprise came to have a class or none.
enum class Evaluated : std::uint8_t {
    by_scheme,    ///< see its place
    out_of_scope, ///< no scheme evaluates it, or the policy leaves it out
    undecided,    ///< size, industry or land are missing, so that its scheme cannot be told
};

/// Where an enterprise stands in an evaluation.
struct EvaluationPlace {
    Evaluated how = Evaluated::out_of_scope;
    std::uint32_t scheme = 0;  ///< in Evaluation::schemes
    std::uint32_t subject = 0; ///< in the scheme's result
};

struct Evaluation {
    std::vector<SchemeResult> schemes;   ///< one for each scheme of the profile
    std::vector<EvaluationPlace> places; ///< by row of the fact table
    /// Enterprises whose scheme cannot be told, whose class is undecided, or to whom the table
    /// states another class than the scheme gives.
    std::vector<Issue> issues;
};

/// Evaluates enterprises by the schemes of a profile (亩均论英雄) and writes their facts score and
/// class, each with the scheme and the changes after ranking as its origin.
///
/// The first scheme that applies counts. `not_ranked` enterprises and those in grace are scored and
/// get the scheme's letter for them. A class that the table states stays where no scheme gives one;
/// where both do and differ, the computed one counts and an issue tells both. Without schemes
/// nothing is written.
/// \pre the indicators of the schemes (tax_per_mu ...) have been written
/// \throws std::invalid_argument if a scheme has faults
[[nodiscard]] Evaluation evaluate_enterprises(const Profile& profile, FactTable& enterprises);

/// How one enterprise came to its score and class, a sentence each: the points of each item, bonus
/// and deduction, the rank in its group, the class by the cut, each change after ranking.
[[nodiscard]] std::vector<Text> evaluation_steps(const Evaluation& evaluation, std::size_t row);

} // namespace tenglong
