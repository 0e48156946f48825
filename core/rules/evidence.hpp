#pragma once

#include "core/facts/fact_table.hpp"
#include "core/rules/evaluator.hpp"
#include "core/rules/rule_set.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tenglong {

/// A fact as it met a condition.
struct FactSeen {
    FactId fact{};
    Text label;
    std::optional<Text> value; ///< with its unit; nothing: missing
    Origin origin;
};

/// One condition that decided a verdict, and what met it.
struct Evidence {
    Truth truth = Truth::unknown;
    const Condition* condition = nullptr;
    std::vector<FactSeen> facts;        ///< of a condition that is not a branch
    std::optional<Text> limit;          ///< the figure or fact compared with, with its unit
    std::optional<Text> left_value;     ///< of a compared expression that is not a single fact
    std::vector<const Figure*> figures; ///< the named figures in it
    std::vector<const LookupTable*> tables;
    Citation citation;           ///< of the figure, else of the condition, else of the rule
    bool limit_set = true;       ///< false: the document sets no figure, a default was used
    bool assumed = false;        ///< a missing fact was replaced by the rule's own default
    std::vector<Evidence> parts; ///< of a branch: the children that decided it
};

/// The verdict of one rule for one subject, with what decided it.
struct Verdict {
    const Rule* rule = nullptr;
    Truth truth = Truth::unknown;
    Evidence evidence;

    /// The facts without which it cannot be decided; empty unless the answer is unknown.
    [[nodiscard]] std::vector<FactSeen> missing() const;
};

/// Judges one subject again and keeps what decided the answer: of `all` that fails only the
/// failing children, of `any` that holds only the holding ones, of an unknown answer only what
/// is unknown. Rules that a rule refers to are explained in its place.
[[nodiscard]] Verdict explain(const Evaluator& evaluator, std::size_t rule, std::size_t row);

/// The conditions at the ends of the evidence, in the order of the profile.
[[nodiscard]] std::vector<const Evidence*> leaves(const Evidence& evidence);

} // namespace tenglong
