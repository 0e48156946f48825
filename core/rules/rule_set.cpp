#include "core/rules/rule_set.hpp"

#include <algorithm>
#include <utility>

namespace tenglong {

RuleSet::RuleSet(const FactCatalogue& catalogue, SubjectKind subject, std::vector<Rule> rules,
                 std::vector<Figure> figures, std::vector<LookupTable> tables,
                 std::map<std::string, Document> documents, std::map<std::string, Text> words)
    : m_catalogue{&catalogue}, m_subject{subject}, m_rules{std::move(rules)}, m_figures{std::move(
                                                                                  figures)},
      m_tables{std::move(tables)}, m_documents{std::make_move_iterator(documents.begin()),
                                               std::make_move_iterator(documents.end())},
      m_words{std::make_move_iterator(words.begin()), std::make_move_iterator(words.end())}
{
    for (const Rule& rule : m_rules) {
        m_roots.push_back(compile(rule.condition));
    }
}

const Document* RuleSet::document(std::string_view key) const
{
    const auto found = m_documents.find(key);
    return found == m_documents.end() ? nullptr : &found->second;
}

Text RuleSet::word(std::string_view code) const
{
    const auto found = m_words.find(code);
    return found == m_words.end() ? Text{std::string{code}, std::string{code}} : found->second;
}

std::optional<std::size_t> RuleSet::find(std::string_view id) const
{
    const auto found = std::find_if(m_rules.begin(), m_rules.end(),
                                    [&](const Rule& rule) { return rule.id == id; });
    if (found == m_rules.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - m_rules.begin());
}

std::size_t RuleSet::compile(const Condition& condition)
{
    if (condition.kind == Condition::Kind::rule) {
        return m_roots[condition.rule];
    }
    auto key = key_of(condition);
    if (const auto found = m_node_of_key.find(key); found != m_node_of_key.end()) {
        return found->second;
    }
    Node node{&condition, {}};
    for (const Condition& child : condition.children) {
        node.children.push_back(compile(child));
    }
    m_nodes.push_back(std::move(node));
    m_node_of_key.emplace(std::move(key), m_nodes.size() - 1);
    return m_nodes.size() - 1;
}

} // namespace tenglong
