#include "core/rules/describe.hpp"

#include "core/facts/fact_table.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace tenglong {

namespace {

using Op = Expression::Op;
using Kind = Condition::Kind;
using Comparison = Condition::Comparison;

[[nodiscard]] Text binary(const Expression& expression, const char* sign, const RuleSet& rules)
{
    const Text left = describe(expression.arguments[0], rules);
    const Text right = describe(expression.arguments[1], rules);
    const std::string between = std::string{" "} + sign + " ";
    return {left.zh + between + right.zh, left.en + between + right.en};
}

/// A condition with words of its own is told by them, unless they wait for a value.
[[nodiscard]] bool has_words(const Condition& condition)
{
    return !condition.sentence.empty() && condition.sentence.zh.find('{') == std::string::npos;
}

[[nodiscard]] bool uses(const Condition& condition, FactId fact)
{
    bool found = false;
    for (const Expression* side : {&condition.left, &condition.right}) {
        for_each_node(*side, [&](const Expression& node) {
            found = found || (node.op == Op::fact && node.fact == fact);
        });
    }
    return found;
}

/// The children that a reader needs: that a fact is given goes without saying where the next
/// condition tests it.
[[nodiscard]] std::vector<const Condition*> told_children(const Condition& condition)
{
    std::vector<const Condition*> told;
    for (const Condition& child : condition.children) {
        const bool only_asks = child.kind == Kind::known && child.expected && !has_words(child) &&
                               condition.kind == Kind::all &&
                               std::any_of(condition.children.begin(), condition.children.end(),
                                           [&](const Condition& other) {
                                               return &other != &child && !is_branch(other.kind) &&
                                                      other.kind != Kind::rule &&
                                                      uses(other, child.left.fact);
                                           });
        if (!only_asks) {
            told.push_back(&child);
        }
    }
    return told;
}

[[nodiscard]] Text joined(const Condition& condition, const RuleSet& rules)
{
    Text text;
    for (const Condition* child : told_children(condition)) {
        const Text part = describe(*child, rules);
        const bool nested =
            is_branch(child->kind) && !has_words(*child) && told_children(*child).size() > 1;
        const bool any = condition.kind == Kind::any || condition.kind == Kind::none;
        text.zh += text.zh.empty() ? "" : any ? "，或" : "，且";
        text.en += text.en.empty() ? "" : any ? ", or " : ", and ";
        text.zh += nested ? "（" + part.zh + "）" : part.zh;
        text.en += nested ? "(" + part.en + ")" : part.en;
    }
    if (condition.kind == Kind::none) {
        return msg("none of: {}", text);
    }
    return condition.kind == Kind::at_least ? msg("at least {} of: {}", condition.count, text)
                                            : text;
}

[[nodiscard]] Text describe_leaf(const Condition& condition, const RuleSet& rules)
{
    const Text left = describe(condition.left, rules);
    const Text words = comparison_words(condition, true);
    switch (condition.kind) {
    case Kind::compare: {
        const Text right = describe(condition.right, rules);
        return {left.zh + words.zh + " " + right.zh, left.en + " " + words.en + " " + right.en};
    }
    case Kind::between: {
        const Text lower = describe(condition.right, rules);
        const Text upper = describe(condition.upper, rules);
        const Text range = msg("{} to {}", lower, upper);
        return {left.zh + words.zh + " " + range.zh, left.en + " " + words.en + " " + range.en};
    }
    case Kind::is:
    case Kind::known:
    case Kind::is_empty:
        return {left.zh + "：" + words.zh, left.en + ": " + words.en};
    default: {
        const Text list = word_list(condition);
        return {left.zh + words.zh + list.zh, left.en + " " + words.en + " " + list.en};
    }
    }
}

struct Opposites {
    const char* zh;
    const char* en;
    const char* not_zh;
    const char* not_en;
};

[[nodiscard]] Opposites number_words(Comparison comparison)
{
    constexpr std::array<Opposites, 6> k_words{{{"低于", "is below", "不低于", "is not below"},
                                                {"不高于", "is at most", "高于", "is above"},
                                                {"高于", "is above", "不高于", "is not above"},
                                                {"不低于", "is at least", "低于", "is below"},
                                                {"等于", "equals", "不等于", "is not"},
                                                {"不等于", "is not", "等于", "equals"}}};
    return k_words.at(static_cast<std::size_t>(comparison));
}

[[nodiscard]] Opposites date_words(Comparison comparison)
{
    constexpr std::array<Opposites, 6> k_words{{{"早于", "is before", "不早于", "is not before"},
                                                {"不晚于", "is not after", "晚于", "is after"},
                                                {"晚于", "is after", "不晚于", "is not after"},
                                                {"不早于", "is not before", "早于", "is before"},
                                                {"为", "is", "不为", "is not"},
                                                {"不为", "is not", "为", "is"}}};
    return k_words.at(static_cast<std::size_t>(comparison));
}

[[nodiscard]] Opposites other_words(const Condition& condition)
{
    switch (condition.kind) {
    case Kind::between:
        return {"在范围内：", "is within", "不在范围内：", "is not within"};
    case Kind::in:
        return {"属于：", "is one of", "不属于：", "is none of"};
    case Kind::starts_with:
        return {"开头为：", "is under", "开头不是：", "is not under"};
    case Kind::has_any:
        return {"包括：", "includes", "不包括：", "does not include"};
    case Kind::has_all:
        return {"同时包括：", "includes all of", "未同时包括：", "does not include all of"};
    case Kind::is_empty:
        return {"无", "none", "有", "some"};
    case Kind::known:
        return {"已填报", "given", "未填报", "not given"};
    default:
        return {"是", "yes", "否", "no"};
    }
}

} // namespace

Text shown_value(double value, const Expression& of)
{
    if (of.kind == ValueKind::date) {
        const std::string day = Date::from_days(static_cast<std::int32_t>(value)).iso();
        return {day, day};
    }
    return shown_number(value, of.unit);
}

std::string_view key_of(RuleRole role) noexcept
{
    constexpr std::array<std::string_view, 5> k_keys{"flag", "list", "right", "check", "info"};
    return k_keys[static_cast<std::size_t>(role)];
}

const Figure* figure_of(const Expression& side, const RuleSet& rules)
{
    const Expression& right = side.op == Op::scale ? side.arguments[0] : side;
    return right.op == Op::figure ? &rules.figures()[right.index] : nullptr;
}

Text describe(const Expression& expression, const RuleSet& rules)
{
    switch (expression.op) {
    case Op::constant:
        return expression.kind == ValueKind::period ? shown(expression.period)
                                                    : shown_value(expression.number, expression);
    case Op::figure: {
        const Figure& figure = rules.figures()[expression.index];
        return msg("{} ({})", shown(figure.value), figure.label);
    }
    case Op::fact:
        return rules.catalogue()[expression.fact].label;
    case Op::table:
        return rules.tables()[expression.index].label;
    case Op::scale:
    case Op::or_default:
        return describe(expression.arguments[0], rules);
    case Op::add:
        return binary(expression, "+", rules);
    case Op::subtract:
        return binary(expression, "−", rules);
    case Op::multiply:
        return binary(expression, "×", rules);
    case Op::divide:
        return binary(expression, "÷", rules);
    case Op::minimum:
        return msg("the smaller of {} and {}", describe(expression.arguments[0], rules),
                   describe(expression.arguments[1], rules));
    case Op::maximum:
        break;
    }
    return msg("the larger of {} and {}", describe(expression.arguments[0], rules),
               describe(expression.arguments[1], rules));
}

Text describe(const Condition& condition, const RuleSet& rules)
{
    if (condition.kind == Kind::rule) {
        const Rule& rule = rules.rules()[condition.rule];
        return msg("'{}' holds", rule.label);
    }
    if (has_words(condition)) {
        return condition.sentence;
    }
    return is_branch(condition.kind) ? joined(condition, rules) : describe_leaf(condition, rules);
}

Text comparison_words(const Condition& condition, bool holds)
{
    Opposites words{};
    if (condition.kind == Kind::compare) {
        words = condition.left.kind == ValueKind::date ? date_words(condition.comparison)
                                                       : number_words(condition.comparison);
    } else {
        words = other_words(condition);
        // A condition that expects "no" holds where the plain one does not.
        holds = holds == condition.expected;
    }
    return holds ? Text{words.zh, words.en} : Text{words.not_zh, words.not_en};
}

Text word_list(const Condition& condition)
{
    Text list;
    for (std::size_t i = 0; i < condition.words.size(); ++i) {
        const Text word = i < condition.word_labels.size()
                              ? condition.word_labels[i]
                              : Text{condition.words[i], condition.words[i]};
        list.zh += (i == 0 ? "" : "、") + word.zh;
        list.en += (i == 0 ? "" : ", ") + word.en;
    }
    return list;
}

Text citation_text(const Citation& citation, bool set, const RuleSet& rules)
{
    if (citation.empty()) {
        return {};
    }
    const Document* document = rules.document(citation.document);
    Text source =
        document == nullptr ? Text{citation.document, citation.document} : document->short_title;
    if (!citation.clause.empty()) {
        source.zh += " " + citation.clause;
        source.en += " " + citation.clause;
    }
    return set ? msg("({})", source) : msg("({}; a default, not set by the document)", source);
}

} // namespace tenglong
