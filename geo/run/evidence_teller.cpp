#include "geo/run/evidence_teller.hpp"

#include "core/rules/deciding.hpp"
#include "core/rules/describe.hpp"
#include "geo/run/fact_value.hpp"
#include "geo/run/json_line.hpp"

#include <algorithm>
#include <span>

namespace tenglong::geo {

namespace {

[[nodiscard]] bool has_limit(const Condition& condition)
{
    return condition.kind == Condition::Kind::compare || condition.kind == Condition::Kind::between;
}

void add_origin(JsonLine& json, const Origin& origin)
{
    if (!origin.place.file.empty()) {
        json.key("file");
        json.string(origin.place.file);
        if (!origin.place.layer.empty()) {
            json.key("layer");
            json.string(origin.place.layer);
        }
        if (origin.place.row > 0) {
            json.key("row");
            json.integer(origin.place.row);
        }
    }
    if (!origin.note.empty()) {
        json.key("note");
        json.string(origin.note.zh);
        json.key("note_en");
        json.string(origin.note.en);
    }
}

} // namespace

EvidenceTeller::EvidenceTeller(const Judged& judged) : m_judged{&judged}
{
    for (const RuleSet::Node& node : judged.rules().nodes()) {
        m_facts.push_back(facts_of(*node.condition));
        m_limits.push_back(limit_of(*node.condition));
    }
    for (const Rule& rule : judged.rules().rules()) {
        m_told.push_back(rule.role != RuleRole::info);
    }
}

std::size_t EvidenceTeller::count(std::size_t row) const
{
    std::size_t count = 0;
    for (std::size_t rule = 0; rule < m_told.size(); ++rule) {
        count += is_told(rule, row) ? 1U : 0U;
    }
    return count;
}

void EvidenceTeller::tell(std::size_t first, std::size_t end, std::size_t skipped, std::size_t most,
                          const std::function<void(const ToldVerdict&)>& take) const
{
    std::vector<Truths> nodes;
    m_judged->evaluator->evaluate_nodes(first, nodes);
    for (std::size_t row = first; row < end && most > 0; ++row) {
        for (std::size_t rule = 0; rule < m_told.size() && most > 0; ++rule) {
            if (!is_told(rule, row)) {
                continue;
            }
            if (skipped > 0) {
                --skipped;
                continue;
            }
            --most;
            take(m_judged->verdicts.at(rule, row) == Truth::yes ? held(rule, row, nodes)
                                                                : undecided(rule, row));
        }
    }
}

EvidenceTeller::Limit EvidenceTeller::limit_of(const Condition& condition) const
{
    Limit limit;
    bool constant = true;
    for (const Expression* side : {&condition.right, &condition.upper}) {
        for_each_node(*side, [&](const Expression& node) {
            constant =
                constant && node.op != Expression::Op::fact && node.op != Expression::Op::table;
            cite(node, limit);
        });
    }
    if (constant && has_limit(condition) && m_judged->facts().rows() > 0) {
        limit.text = limit_text(condition, 0);
    }
    return limit;
}

void EvidenceTeller::cite(const Expression& node, Limit& limit) const
{
    const RuleSet& rules = m_judged->rules();
    if (node.op == Expression::Op::figure && !rules.figures()[node.index].citation.empty()) {
        limit.citation = &rules.figures()[node.index].citation;
    } else if (node.op == Expression::Op::table && !rules.tables()[node.index].citation.empty()) {
        limit.citation = &rules.tables()[node.index].citation;
    }
}

Text EvidenceTeller::shown(const Expression& side, std::size_t row) const
{
    if (const Figure* figure = figure_of(side, m_judged->rules())) {
        return tenglong::shown(figure->value); // as the policy writes it: 1/3, 25%
    }
    const auto value = m_judged->evaluator->value(side, row);
    return value ? shown_value(*value, side) : Text{};
}

Text EvidenceTeller::limit_text(const Condition& condition, std::size_t row) const
{
    Text text = shown(condition.right, row);
    if (condition.kind == Condition::Kind::between) {
        const Text upper = shown(condition.upper, row);
        text.zh += "–" + upper.zh;
        text.en += "–" + upper.en;
    }
    return text;
}

ToldVerdict EvidenceTeller::held(std::size_t rule, std::size_t row,
                                 std::span<const Truths> nodes) const
{
    ToldVerdict told{row, rule, Truth::yes, {}, {}, nullptr};
    thread_local std::vector<std::size_t> leaves;
    find_deciding(m_judged->rules(), rule, nodes, row % k_chunk_rows, leaves);
    JsonLine json;
    json.open('[');
    std::vector<FactId> seen;
    for (const std::size_t leaf : leaves) {
        for (const FactId fact : m_facts[leaf]) {
            if (std::find(seen.begin(), seen.end(), fact) == seen.end()) {
                seen.push_back(fact);
                add_fact(json, fact, row);
            }
        }
        add_limit(told, leaf, row);
    }
    json.close(']');
    told.facts = json.take();
    return told;
}

void EvidenceTeller::add_limit(ToldVerdict& told, std::size_t leaf, std::size_t row) const
{
    const Condition& condition = *m_judged->rules().nodes()[leaf].condition;
    const Limit& limit = m_limits[leaf];
    if (told.citation == nullptr) {
        told.citation = limit.citation;
    }
    if (!has_limit(condition)) {
        return;
    }
    const Text text = limit.text ? *limit.text : limit_text(condition, row);
    if (!text.zh.empty() && told.limit.zh.find(text.zh) == std::string::npos) {
        const bool first = told.limit.zh.empty();
        told.limit.zh += (first ? "" : "；") + text.zh;
        told.limit.en += (first ? "" : "; ") + text.en;
    }
}

ToldVerdict EvidenceTeller::undecided(std::size_t rule, std::size_t row) const
{
    ToldVerdict told{row, rule, Truth::unknown, {}, {}, nullptr};
    JsonLine json;
    json.open('[');
    const Lacks& lacks = m_judged->lacks;
    for (std::size_t pair = lacks.first_of(rule); pair < lacks.end_of(rule); ++pair) {
        if (lacks.at(pair, row)) {
            add_fact(json, lacks.pairs()[pair].fact, row);
        }
    }
    json.close(']');
    told.facts = json.take();
    return told;
}

void EvidenceTeller::add_fact(JsonLine& json, FactId fact, std::size_t row) const
{
    const FactTable& facts = m_judged->facts();
    const FactDeclaration& declared = facts.catalogue()[fact];
    json.open('{');
    json.key("fact");
    json.string(declared.name);
    json.key("label");
    json.string(declared.label.zh);
    json.key("label_en");
    json.string(declared.label.en);
    const FactColumn* column = facts.find(fact);
    if (column != nullptr && column->present(row)) {
        json.key("value");
        add_fact_value(json, *column, facts.pool(), row);
        if (declared.type == FactType::number && !declared.unit.is_plain()) {
            json.key("unit");
            json.string(declared.unit.key());
        }
    } else {
        json.key("missing");
        json.boolean(true);
    }
    add_origin(json, facts.origin(fact, row));
    json.close('}');
}

} // namespace tenglong::geo
