#pragma once

#include "core/base/translation.hpp"
#include "core/rules/expression.hpp"
#include "core/rules/figure.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tenglong {

/// A tree of conditions over the facts of one subject, read from a profile and checked.
struct Condition {
    enum class Kind : std::uint8_t {
        all,
        any,
        none,
        at_least,    ///< `count` or more of the children
        compare,     ///< left `comparison` right
        between,     ///< right <= left <= upper; see includes_lower, includes_upper
        in,          ///< the text is one of `words`
        starts_with, ///< the text begins with one of `words`
        has_any,     ///< the set holds one of `words`
        has_all,     ///< the set holds all of `words`
        is_empty,    ///< the set has no members
        is,          ///< the yes or no is `expected`
        known,       ///< the fact is present (`expected`) or missing; always decided
        rule         ///< the verdict of rule number `rule`
    };

    enum class Comparison : std::uint8_t { below, at_most, above, at_least, equal, differs };

    Kind kind = Kind::all;
    std::vector<Condition> children;
    std::size_t count = 0;

    Expression left;
    Comparison comparison = Comparison::below;
    Expression right;
    Expression upper;
    bool includes_lower = true;
    bool includes_upper = true;

    std::vector<std::string> words;
    std::vector<Text> word_labels; ///< what to show for the words; empty: the words themselves
    bool expected = true;
    std::size_t rule = 0;

    /// A sentence of the profile's own for when the condition holds; {fact} stands for a value.
    Text sentence;
    /// Not told in the sentence where it holds: it says to whom the rule applies, not why.
    bool quiet = false;
    Citation citation; ///< empty: that of the rule
};

[[nodiscard]] constexpr bool is_branch(Condition::Kind kind) noexcept
{
    return kind == Condition::Kind::all || kind == Condition::Kind::any ||
           kind == Condition::Kind::none || kind == Condition::Kind::at_least;
}

/// A key that is the same for conditions that always have the same answer.
[[nodiscard]] std::string key_of(const Condition& condition);

} // namespace tenglong
