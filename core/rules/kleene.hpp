#pragma once

#include "core/rules/rule_set.hpp"
#include "core/rules/truth.hpp"

#include <span>

namespace tenglong {

/// Yes where both are yes, no where one is no.
[[nodiscard]] Truths both(const Truths& a, const Truths& b) noexcept;

/// The answer of a branch from those of its children, by Kleene's logic: what is unknown stays
/// unknown only as long as it could change the answer.
[[nodiscard]] Truths branch(const RuleSet::Node& node, std::span<const Truths> answers);

/// The same for one subject.
[[nodiscard]] Truth branch(const Condition& condition, std::span<const Truth> children);

} // namespace tenglong
