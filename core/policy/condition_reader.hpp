#pragma once

#include "core/policy/section.hpp"
#include "core/rules/condition.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tenglong {

struct RawItem;

/// What the reading of a condition needs to know besides its text.
struct ConditionContext {
    Scope scope;
    const std::map<std::string, RawItem>* conditions = nullptr; ///< those of [conditions]
    const std::map<std::string, Text>* words = nullptr;         ///< labels of code words
    /// The number of a rule that may be referred to; nothing if there is none.
    std::function<std::optional<std::size_t>(const std::string&)> find_rule;
    std::vector<std::string> rule_ids; ///< for suggestions
};

/// Reads a condition tree and notes every mistake in it. A part that cannot be read is left out.
[[nodiscard]] Condition read_condition(const toml::node& node, const ProfileFile& file,
                                       const ConditionContext& context, Mistakes& mistakes);

} // namespace tenglong
