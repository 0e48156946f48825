#include "geo/run/evidence_rows.hpp"

#include "core/rules/deciding.hpp"
#include "core/rules/describe.hpp"
#include "geo/run/fact_value.hpp"
#include "geo/run/json_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tenglong::geo {

namespace {

/// A row of the table before it is added.
struct Row {
    std::size_t subject = 0;
    std::size_t rule = 0;
    Truth truth = Truth::unknown;
    std::string facts;
    Text limit;
    const Citation* citation = nullptr;
};

/// What a limit says and where it stands; the same for all subjects if it names no fact.
struct Limit {
    std::optional<Text> text;
    const Citation* citation = nullptr;
};

[[nodiscard]] bool has_limit(const Condition& condition)
{
    return condition.kind == Condition::Kind::compare || condition.kind == Condition::Kind::between;
}

/// Tells verdicts of one table.
class Teller {
public:
    explicit Teller(const Judged& judged) : m_judged{judged}
    {
        for (const RuleSet::Node& node : judged.rules().nodes()) {
            m_facts.push_back(facts_of(*node.condition));
            m_limits.push_back(limit_of(*node.condition));
        }
        for (const Rule& rule : judged.rules().rules()) {
            m_told.push_back(rule.role != RuleRole::info);
        }
    }

    void tell(std::size_t first, std::size_t end, std::vector<Row>& rows) const
    {
        std::vector<Truths> nodes;
        m_judged.evaluator->evaluate_nodes(first, nodes);
        for (std::size_t row = first; row < end; ++row) {
            for (std::size_t rule = 0; rule < m_told.size(); ++rule) {
                const Truth truth = m_judged.verdicts.at(rule, row);
                if (m_told[rule] && truth != Truth::no) {
                    rows.push_back(truth == Truth::yes ? held(rule, row, nodes)
                                                       : undecided(rule, row));
                }
            }
        }
    }

private:
    [[nodiscard]] Limit limit_of(const Condition& condition) const
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
        if (constant && has_limit(condition) && m_judged.facts().rows() > 0) {
            limit.text = limit_text(condition, 0);
        }
        return limit;
    }

    void cite(const Expression& node, Limit& limit) const
    {
        const RuleSet& rules = m_judged.rules();
        if (node.op == Expression::Op::figure && !rules.figures()[node.index].citation.empty()) {
            limit.citation = &rules.figures()[node.index].citation;
        } else if (node.op == Expression::Op::table &&
                   !rules.tables()[node.index].citation.empty()) {
            limit.citation = &rules.tables()[node.index].citation;
        }
    }

    [[nodiscard]] Text shown(const Expression& side, std::size_t row) const
    {
        const auto value = m_judged.evaluator->value(side, row);
        return value ? shown_value(*value, side) : Text{};
    }

    [[nodiscard]] Text limit_text(const Condition& condition, std::size_t row) const
    {
        Text text = shown(condition.right, row);
        if (condition.kind == Condition::Kind::between) {
            const Text upper = shown(condition.upper, row);
            text.zh += "–" + upper.zh;
            text.en += "–" + upper.en;
        }
        return text;
    }

    [[nodiscard]] Row held(std::size_t rule, std::size_t row, std::span<const Truths> nodes) const
    {
        Row told{row, rule, Truth::yes, {}, {}, nullptr};
        thread_local std::vector<std::size_t> leaves;
        find_deciding(m_judged.rules(), rule, nodes, row % k_chunk_rows, leaves);
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

    void add_limit(Row& told, std::size_t leaf, std::size_t row) const
    {
        const Condition& condition = *m_judged.rules().nodes()[leaf].condition;
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

    [[nodiscard]] Row undecided(std::size_t rule, std::size_t row) const
    {
        Row told{row, rule, Truth::unknown, {}, {}, nullptr};
        JsonLine json;
        json.open('[');
        const Lacks& lacks = m_judged.lacks;
        for (std::size_t pair = lacks.first_of(rule); pair < lacks.end_of(rule); ++pair) {
            if (lacks.at(pair, row)) {
                add_fact(json, lacks.pairs()[pair].fact, row);
            }
        }
        json.close(']');
        told.facts = json.take();
        return told;
    }

    void add_fact(JsonLine& json, FactId fact, std::size_t row) const
    {
        const FactTable& facts = m_judged.facts();
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

    static void add_origin(JsonLine& json, const Origin& origin)
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

    const Judged& m_judged;
    std::vector<std::vector<FactId>> m_facts; ///< by node
    std::vector<Limit> m_limits;              ///< by node
    std::vector<bool> m_told;                 ///< by rule
};

void add_text_or_none(ResultColumn& column, const std::string& text)
{
    if (text.empty()) {
        column.add_missing();
    } else {
        column.add_text(text);
    }
}

void add_row(ResultTable& table, const Judged& judged, const SubjectCodes& codes, const Row& row)
{
    const Rule& rule = judged.rules().rules()[row.rule];
    const Citation& citation = row.citation == nullptr ? rule.citation : *row.citation;
    table["subject_kind"].add_text(key_of(judged.facts().subject()));
    table["subject_code"].add_text(codes[row.subject]);
    table["rule"].add_text(rule.id);
    table["verdict"].add_text(row.truth == Truth::yes ? "yes" : "unknown");
    table["facts"].add_text(row.facts);
    add_text_or_none(table["limit"], row.limit.zh);
    add_text_or_none(table["limit_en"], row.limit.en);
    add_text_or_none(table["clause"], citation.clause);
    const Document* document = judged.rules().document(citation.document);
    add_text_or_none(table["document"],
                     document == nullptr ? citation.document : document->title.zh);
    add_text_or_none(table["document_en"],
                     document == nullptr ? citation.document : document->title.en);
}

} // namespace

void add_evidence(ResultTable& evidence, const Judged& judged, Workers& workers)
{
    // Rows are made by all threads and added by one; in batches, so that few are there twice.
    constexpr std::size_t k_batch = 16 * k_chunk_rows;
    const Teller teller{judged};
    const SubjectCodes codes{judged.facts()};
    const std::size_t count = judged.facts().rows();
    for (std::size_t from = 0; from < count; from += k_batch) {
        const std::size_t size = std::min(k_batch, count - from);
        const auto rows = workers.collect<Row>(
            size, k_chunk_rows, [&](std::size_t begin, std::size_t end, std::vector<Row>& out) {
                teller.tell(from + begin, from + end, out);
            });
        for (const Row& row : rows) {
            add_row(evidence, judged, codes, row);
        }
    }
}

SubjectCodes::SubjectCodes(const FactTable& facts) : m_facts{&facts}
{
    for (const std::string_view name :
         {"parcel_code", "unit_code", "credit_code", "change_id", "name"}) {
        // Enterprises have a parcel code too: that of the ground they stand on, not their own.
        if (facts.subject() == SubjectKind::enterprise &&
            (name == "parcel_code" || name == "unit_code")) {
            continue;
        }
        if (const auto fact = facts.catalogue().find(facts.subject(), name)) {
            m_names.push_back(*fact);
        }
    }
}

std::string SubjectCodes::operator[](std::size_t row) const
{
    for (const FactId fact : m_names) {
        std::optional<std::string> text = m_facts->text(fact, row);
        if (text && !text->empty()) {
            return *std::move(text);
        }
    }
    return fmt::format("#{}", row + 1);
}

std::string code_of(const FactTable& facts, std::size_t row)
{
    return SubjectCodes{facts}[row];
}

} // namespace tenglong::geo
