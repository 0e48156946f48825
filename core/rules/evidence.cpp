#include "core/rules/evidence.hpp"

#include "core/rules/describe.hpp"
#include "core/rules/kleene.hpp"

#include <algorithm>
#include <utility>

namespace tenglong {

namespace {

using Kind = Condition::Kind;

/// Explains one subject; holds what every step needs.
class Explainer {
public:
    Explainer(const Evaluator& evaluator, std::size_t row) : m_evaluator{evaluator}, m_row{row} {}

    [[nodiscard]] Evidence explain(const Condition& condition, const Citation& inherited) const
    {
        if (condition.kind == Kind::rule) {
            const Rule& rule = m_evaluator.rules().rules()[condition.rule];
            return explain(rule.condition, rule.citation);
        }
        const Citation& citation = condition.citation.empty() ? inherited : condition.citation;
        return is_branch(condition.kind) ? explain_branch(condition, citation)
                                         : explain_leaf(condition, citation);
    }

private:
    [[nodiscard]] Evidence explain_branch(const Condition& condition,
                                          const Citation& citation) const
    {
        Evidence evidence;
        evidence.condition = &condition;
        evidence.citation = citation;
        std::vector<Evidence> parts;
        std::vector<Truth> truths;
        for (const Condition& child : condition.children) {
            parts.push_back(explain(child, citation));
            truths.push_back(parts.back().truth);
        }
        evidence.truth = branch(condition, truths);
        for (Evidence& part : parts) {
            if (decides(condition.kind, evidence.truth, part.truth)) {
                evidence.parts.push_back(std::move(part));
            }
        }
        return evidence;
    }

    /// Whether a child with that answer is a reason for the branch's answer.
    [[nodiscard]] static bool decides(Kind kind, Truth whole, Truth part)
    {
        if (kind == Kind::none && whole != Truth::unknown) {
            return part == (whole == Truth::yes ? Truth::no : Truth::yes);
        }
        if (kind == Kind::at_least && whole == Truth::unknown) {
            return part != Truth::no;
        }
        return part == whole;
    }

    [[nodiscard]] Evidence explain_leaf(const Condition& condition, const Citation& citation) const
    {
        Evidence evidence;
        evidence.condition = &condition;
        evidence.truth = m_evaluator.leaf(condition, m_row);
        evidence.citation = citation;
        for (const Expression* side : {&condition.left, &condition.right, &condition.upper}) {
            for_each_node(*side, [&](const Expression& node) { see(node, evidence); });
        }
        if (condition.kind == Kind::compare || condition.kind == Kind::between) {
            evidence.limit = limit(condition);
            if (condition.left.op != Expression::Op::fact) {
                evidence.left_value = shown(condition.left);
            }
            as_written(condition, evidence);
        }
        return evidence;
    }

    /// A figure that stands alone on the right is shown as the policy writes it, 25% or 5 mu, and
    /// what is compared with it in the same unit.
    void as_written(const Condition& condition, Evidence& evidence) const
    {
        const Figure* figure = figure_of(condition.right, m_evaluator.rules());
        const auto* quantity = figure == nullptr ? nullptr : std::get_if<Quantity>(&figure->value);
        if (condition.kind != Kind::compare || quantity == nullptr) {
            return;
        }
        evidence.limit = tenglong::shown(figure->value);
        const auto value = m_evaluator.value(condition.left, m_row);
        if (value && quantity->unit.key() != condition.left.unit.key()) {
            evidence.left_value =
                shown_number(condition.left.unit.convert(*value, quantity->unit), quantity->unit);
        }
    }

    void see(const Expression& node, Evidence& evidence) const
    {
        const RuleSet& rules = m_evaluator.rules();
        if (node.op == Expression::Op::figure) {
            const Figure& figure = rules.figures()[node.index];
            evidence.figures.push_back(&figure);
            cite(figure.citation, figure.set, evidence);
        } else if (node.op == Expression::Op::table) {
            const LookupTable& table = rules.tables()[node.index];
            evidence.tables.push_back(&table);
            cite(table.citation, table.set, evidence);
        }
        if (node.op == Expression::Op::fact || node.op == Expression::Op::table) {
            see_fact(node.fact, evidence);
        }
        if (node.op == Expression::Op::or_default && !m_evaluator.value(node.arguments[0], m_row)) {
            evidence.assumed = true;
        }
    }

    static void cite(const Citation& citation, bool set, Evidence& evidence)
    {
        if (!citation.empty()) {
            evidence.citation = citation;
        }
        evidence.limit_set = evidence.limit_set && set;
    }

    void see_fact(FactId fact, Evidence& evidence) const
    {
        const auto seen = [&](const FactSeen& each) { return each.fact == fact; };
        if (std::any_of(evidence.facts.begin(), evidence.facts.end(), seen)) {
            return;
        }
        const FactTable& facts = m_evaluator.facts();
        evidence.facts.push_back(
            {fact, facts.catalogue()[fact].label, shown_fact(fact), facts.origin(fact, m_row)});
    }

    /// Code words by the names that the policy gives them.
    [[nodiscard]] std::optional<Text> shown_fact(FactId fact) const
    {
        const FactTable& facts = m_evaluator.facts();
        const FactColumn* column = facts.find(fact);
        if (column == nullptr || !column->present(m_row)) {
            return std::nullopt;
        }
        if (column->type() != FactType::code && column->type() != FactType::set) {
            return facts.shown(fact, m_row);
        }
        const auto id = static_cast<TextId>(column->words()[m_row]);
        std::vector<std::string_view> codes{facts.pool()[id]};
        if (column->type() == FactType::set) {
            codes = facts.pool().members(id);
        }
        Text text;
        for (const std::string_view code : codes) {
            const Text word = m_evaluator.rules().word(code);
            text.zh += (text.zh.empty() ? "" : "、") + word.zh;
            text.en += (text.en.empty() ? "" : ", ") + word.en;
        }
        return text.empty() ? msg("none") : text;
    }

    [[nodiscard]] std::optional<Text> shown(const Expression& expression) const
    {
        const auto value = m_evaluator.value(expression, m_row);
        return value ? std::optional{shown_value(*value, expression)} : std::nullopt;
    }

    [[nodiscard]] std::optional<Text> limit(const Condition& condition) const
    {
        auto lower = shown(condition.right);
        if (condition.kind == Kind::compare || !lower) {
            return lower;
        }
        const auto upper = shown(condition.upper);
        return upper ? std::optional{msg("{} to {}", *lower, *upper)} : std::nullopt;
    }

    const Evaluator& m_evaluator;
    std::size_t m_row;
};

void collect(const Evidence& evidence, std::vector<const Evidence*>& found)
{
    if (!is_branch(evidence.condition->kind)) {
        found.push_back(&evidence);
    }
    for (const Evidence& part : evidence.parts) {
        collect(part, found);
    }
}

} // namespace

std::vector<const Evidence*> leaves(const Evidence& evidence)
{
    std::vector<const Evidence*> found;
    collect(evidence, found);
    return found;
}

std::vector<FactSeen> Verdict::missing() const
{
    std::vector<FactSeen> facts;
    if (truth != Truth::unknown) {
        return facts;
    }
    for (const Evidence* leaf : leaves(evidence)) {
        for (const FactSeen& seen : leaf->facts) {
            const auto same = [&](const FactSeen& each) { return each.fact == seen.fact; };
            if (!seen.value && std::none_of(facts.begin(), facts.end(), same)) {
                facts.push_back(seen);
            }
        }
    }
    return facts;
}

Verdict explain(const Evaluator& evaluator, std::size_t rule, std::size_t row)
{
    const Rule& judged = evaluator.rules().rules()[rule];
    Verdict verdict;
    verdict.rule = &judged;
    verdict.evidence = Explainer{evaluator, row}.explain(judged.condition, judged.citation);
    verdict.truth = verdict.evidence.truth;
    return verdict;
}

} // namespace tenglong
