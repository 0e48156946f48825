#include "core/rules/sentence.hpp"

#include "core/rules/describe.hpp"

#include <algorithm>

namespace tenglong {

namespace {

using Kind = Condition::Kind;

/// Puts the values of facts into a profile's own sentence.
[[nodiscard]] std::string filled(std::string text, const Evidence& evidence, Lang lang,
                                 const RuleSet& rules)
{
    for (const Evidence* leaf : leaves(evidence)) {
        for (const FactSeen& seen : leaf->facts) {
            const std::string name = "{" + rules.catalogue()[seen.fact].name + "}";
            const std::string value = seen.value ? seen.value->in(lang) : "?";
            for (std::size_t at = text.find(name); at != std::string::npos;
                 at = text.find(name, at + value.size())) {
                text.replace(at, name.size(), value);
            }
        }
    }
    return text;
}

/// "label value" of what stands on the left of a comparison.
[[nodiscard]] Text left_side(const Evidence& leaf, const RuleSet& rules)
{
    const Text label = describe(leaf.condition->left, rules);
    const auto& value = leaf.left_value      ? leaf.left_value
                        : leaf.facts.empty() ? std::optional<Text>{}
                                             : leaf.facts.front().value;
    return value ? msg("{} {}", label, *value) : label;
}

/// The figure by which a comparison goes where the fact or table before it has no value: the line
/// of all industries for one that has none of its own; null if there is none.
[[nodiscard]] const Figure* figure_for_missing(const Evidence& leaf, const RuleSet& rules)
{
    if (leaf.condition->kind != Kind::compare || !leaf.assumed) {
        return nullptr;
    }
    const Expression& side = leaf.condition->right;
    const Expression& right = side.op == Expression::Op::scale ? side.arguments[0] : side;
    if (right.op != Expression::Op::or_default) {
        return nullptr;
    }
    return figure_of(right.arguments[1], rules);
}

[[nodiscard]] Text limit_text(const Evidence& leaf, const RuleSet& rules)
{
    Text value = leaf.limit.value_or(msg("unknown"));
    const auto has_fact = [](const Expression& side) {
        bool found = false;
        for_each_node(side, [&](const Expression& node) {
            found = found || node.op == Expression::Op::fact || node.op == Expression::Op::table;
        });
        return found;
    };
    if (const Figure* stands_in = figure_for_missing(leaf, rules)) {
        return msg("{} ({})", value, stands_in->label);
    }
    if (leaf.condition->kind == Kind::compare && has_fact(leaf.condition->right)) {
        return msg("{} ({})", value, describe(leaf.condition->right, rules));
    }
    return value;
}

[[nodiscard]] Text leaf_text(const Evidence& leaf, const RuleSet& rules)
{
    const Condition& condition = *leaf.condition;
    const bool holds = leaf.truth == Truth::yes;
    if (holds && !condition.sentence.empty()) {
        return {filled(condition.sentence.zh, leaf, Lang::zh, rules),
                filled(condition.sentence.en, leaf, Lang::en, rules)};
    }
    const Text words = comparison_words(condition, holds);
    const Text left = left_side(leaf, rules);
    switch (condition.kind) {
    case Kind::compare:
    case Kind::between: {
        const Text limit = limit_text(leaf, rules);
        return {left.zh + "，" + words.zh + " " + limit.zh,
                left.en + " " + words.en + " " + limit.en};
    }
    case Kind::is:
    case Kind::known:
    case Kind::is_empty: {
        const Text label = describe(condition.left, rules);
        return msg("{}: {}", label, words);
    }
    default: {
        const Text label = describe(condition.left, rules);
        const auto& value = leaf.facts.empty() ? std::optional<Text>{} : leaf.facts.front().value;
        if (value && value->en == msg("none").en) {
            return msg("{}: {}", label, *value); // an empty set includes nothing
        }
        const Text list = word_list(condition);
        if (condition.kind == Kind::in && condition.words.size() == 1) {
            return holds == condition.expected ? msg("{}: {}", label, list)
                                               : msg("{}, not {}", left, list);
        }
        return {left.zh + "，" + words.zh + list.zh, left.en + " " + words.en + " " + list.en};
    }
    }
}

struct Part {
    Text text;
    Text source;
};

void add_leaf(const Evidence& leaf, const RuleSet& rules, std::vector<Part>& parts)
{
    Text text = leaf_text(leaf, rules);
    if (leaf.assumed && figure_for_missing(leaf, rules) == nullptr) {
        text = msg("{} (with a default for what is missing)", text);
    }
    const Text source = citation_text(leaf.citation, leaf.limit_set, rules);
    const auto same = [&](const Part& part) { return part.text == text; };
    if (std::none_of(parts.begin(), parts.end(), same)) {
        parts.push_back({std::move(text), source});
    }
}

/// That a fact is given goes without saying where its value is told.
[[nodiscard]] bool goes_without_saying(const Evidence& leaf,
                                       const std::vector<const Evidence*>& leaves)
{
    const Condition& condition = *leaf.condition;
    return condition.kind == Kind::known && condition.expected && leaf.truth == Truth::yes &&
           std::any_of(leaves.begin(), leaves.end(), [&](const Evidence* other) {
               return other->condition->kind != Kind::known &&
                      std::any_of(other->facts.begin(), other->facts.end(),
                                  [&](const FactSeen& seen) {
                                      return seen.fact == condition.left.fact && seen.value;
                                  });
           });
}

void add_parts(const Evidence& evidence, const RuleSet& rules,
               const std::vector<const Evidence*>& all, std::vector<Part>& parts)
{
    const Condition& condition = *evidence.condition;
    if (condition.quiet && evidence.truth == Truth::yes) {
        return;
    }
    if (!is_branch(condition.kind)) {
        if (!goes_without_saying(evidence, all)) {
            add_leaf(evidence, rules, parts);
        }
    } else if (evidence.truth == Truth::yes && !condition.sentence.empty()) {
        parts.push_back({{filled(condition.sentence.zh, evidence, Lang::zh, rules),
                          filled(condition.sentence.en, evidence, Lang::en, rules)},
                         citation_text(evidence.citation, evidence.limit_set, rules)});
    } else {
        for (const Evidence& part : evidence.parts) {
            add_parts(part, rules, all, parts);
        }
    }
}

[[nodiscard]] Text cannot_be_decided(const Verdict& verdict)
{
    Text names;
    for (const FactSeen& seen : verdict.missing()) {
        names.zh += (names.zh.empty() ? "" : "、") + seen.label.zh;
        names.en += (names.en.empty() ? "" : ", ") + seen.label.en;
    }
    return msg("'{}' cannot be decided: missing {}", verdict.rule->label, names);
}

} // namespace

Text sentence(const Verdict& verdict, const RuleSet& rules)
{
    if (verdict.truth == Truth::unknown) {
        return cannot_be_decided(verdict);
    }
    std::vector<Part> parts;
    add_parts(verdict.evidence, rules, leaves(verdict.evidence), parts);
    Text result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        // A source that several parts share stands once, behind the last of them.
        const bool shared = i + 1 < parts.size() && parts[i + 1].source == parts[i].source;
        const bool last = i + 1 == parts.size();
        result.zh += parts[i].text.zh + (shared ? "" : parts[i].source.zh) + (last ? "" : "；");
        const std::string& source = parts[i].source.en;
        result.en +=
            parts[i].text.en + (shared || source.empty() ? "" : " " + source) + (last ? "" : "; ");
    }
    return result;
}

} // namespace tenglong
