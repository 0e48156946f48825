#include "core/rules/lacks.hpp"

#include <algorithm>
#include <bit>

namespace tenglong {

std::vector<FactId> facts_of(const Condition& condition)
{
    std::vector<FactId> found;
    for (const Expression* side : {&condition.left, &condition.right, &condition.upper}) {
        for_each_node(*side, [&](const Expression& node) {
            const bool names = node.op == Expression::Op::fact || node.op == Expression::Op::table;
            if (names && std::find(found.begin(), found.end(), node.fact) == found.end()) {
                found.push_back(node.fact);
            }
        });
    }
    return found;
}

namespace {

/// Adds the facts at the leaves below a node, each once, in their order.
void add_facts(const RuleSet& rules, std::span<const std::vector<FactId>> facts_of,
               std::size_t node, std::vector<FactId>& found)
{
    for (const std::size_t child : rules.nodes()[node].children) {
        add_facts(rules, facts_of, child, found);
    }
    for (const FactId fact : facts_of[node]) {
        if (std::find(found.begin(), found.end(), fact) == found.end()) {
            found.push_back(fact);
        }
    }
}

} // namespace

Lacks::Lacks(const RuleSet& rules, std::size_t rows)
    : m_rules{&rules}, m_rows{rows}, m_words{(rows + k_chunk_rows - 1) / k_chunk_rows *
                                             (k_chunk_rows / 64)}
{
    for (const RuleSet::Node& node : rules.nodes()) {
        m_facts_of.push_back(is_branch(node.condition->kind) ? std::vector<FactId>{}
                                                             : facts_of(*node.condition));
    }
    for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
        m_first.push_back(m_pairs.size());
        std::vector<FactId> facts;
        add_facts(rules, m_facts_of, rules.root(rule), facts);
        for (const FactId fact : facts) {
            m_pairs.push_back({rule, fact});
        }
    }
    m_first.push_back(m_pairs.size());
    m_bits.resize(m_pairs.size() * m_words);
}

std::size_t Lacks::count(std::size_t pair) const noexcept
{
    std::size_t total = 0;
    for (const std::uint64_t word : bits(pair)) {
        total += static_cast<std::size_t>(std::popcount(word));
    }
    return total;
}

/// Goes down from the rules of one chunk to the conditions that leave them undecided.
class Lacks::Chunk {
public:
    Chunk(Lacks& lacks, const FactTable& facts, std::size_t first, std::span<const Truths> nodes)
        : m_lacks{lacks}, m_nodes{nodes}, m_first{first}, m_absent(lacks.m_facts_of.size())
    {
        const std::size_t count = std::min(k_chunk_rows, lacks.m_rows - first);
        for (std::size_t row = 0; row < count; ++row) {
            m_rows[row / 64] |= std::uint64_t{1} << (row % 64);
        }
        for (std::size_t node = 0; node < m_absent.size(); ++node) {
            for (const FactId fact : lacks.m_facts_of[node]) {
                Bits absent = present_bits(facts.find(fact), first, count);
                for (std::uint64_t& word : absent) {
                    word = ~word;
                }
                m_absent[node].push_back(absent);
            }
        }
    }

    void put(std::size_t rule)
    {
        m_rule = rule;
        descend(m_lacks.m_rules->root(rule), m_rows);
    }

private:
    void descend(std::size_t node, Bits rows)
    {
        std::uint64_t any = 0;
        for (std::size_t word = 0; word < rows.size(); ++word) {
            rows[word] &= ~(m_nodes[node].yes[word] | m_nodes[node].no[word]);
            any |= rows[word];
        }
        if (any == 0) {
            return;
        }
        for (const std::size_t child : m_lacks.m_rules->nodes()[node].children) {
            descend(child, rows);
        }
        const std::vector<FactId>& facts = m_lacks.m_facts_of[node];
        Bits complete = rows;
        for (const Bits& absent : m_absent[node]) {
            for (std::size_t word = 0; word < rows.size(); ++word) {
                complete[word] &= ~absent[word];
            }
        }
        for (std::size_t i = 0; i < facts.size(); ++i) {
            add(facts[i], rows, m_absent[node][i], complete);
        }
    }

    void add(FactId fact, const Bits& rows, const Bits& absent, const Bits& complete)
    {
        std::size_t pair = m_lacks.m_first[m_rule];
        while (m_lacks.m_pairs[pair].fact != fact) {
            ++pair;
        }
        const std::size_t words = std::min(rows.size(), m_lacks.m_words - m_first / 64);
        for (std::size_t word = 0; word < words; ++word) {
            m_lacks.m_bits[pair * m_lacks.m_words + m_first / 64 + word] |=
                (rows[word] & absent[word]) | complete[word];
        }
    }

    Lacks& m_lacks;
    std::span<const Truths> m_nodes;
    std::size_t m_first;
    std::size_t m_rule = 0;
    Bits m_rows{};
    std::vector<std::vector<Bits>> m_absent; ///< by node and fact of the node
};

void Lacks::put_chunk(const FactTable& facts, std::size_t first, std::span<const Truths> nodes)
{
    Chunk chunk{*this, facts, first, nodes};
    for (std::size_t rule = 0; rule < m_rules->rules().size(); ++rule) {
        chunk.put(rule);
    }
}

} // namespace tenglong
