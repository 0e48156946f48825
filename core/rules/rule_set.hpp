#pragma once

#include "core/rules/condition.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// What a rule's yes means to the user.
enum class RuleRole : std::uint8_t {
    flag,  ///< a problem of the subject: becomes a status
    list,  ///< puts the subject on a list
    right, ///< the subject may have or do something
    check, ///< a requirement: yes means that it is met
    info   ///< used by other rules
};

/// A condition with a name, a meaning and a source.
struct Rule {
    std::string id;
    SubjectKind subject = SubjectKind::parcel;
    RuleRole role = RuleRole::flag;
    Text label;
    Text remark; ///< what the verdict does not say, e.g. that only an authority declares idleness
    Citation citation;
    Condition condition;
};

/// The rules of one subject kind, ready to be evaluated. Immutable once built.
///
/// Equal conditions of different rules become one node of the program, so each is judged once.
class RuleSet {
public:
    /// A step of the program; its children stand before it.
    struct Node {
        const Condition* condition = nullptr;
        std::vector<std::size_t> children;
    };

    /// \pre a rule refers only to rules that stand before it; figures and tables are those that
    ///      the expressions were read with; the catalogue outlives the set.
    RuleSet(const FactCatalogue& catalogue, SubjectKind subject, std::vector<Rule> rules,
            std::vector<Figure> figures, std::vector<LookupTable> tables,
            std::map<std::string, Document> documents, std::map<std::string, Text> words = {});

    RuleSet(const RuleSet&) = delete;
    RuleSet& operator=(const RuleSet&) = delete;
    RuleSet(RuleSet&&) = delete;
    RuleSet& operator=(RuleSet&&) = delete;
    ~RuleSet() = default;

    [[nodiscard]] const FactCatalogue& catalogue() const noexcept { return *m_catalogue; }
    [[nodiscard]] SubjectKind subject() const noexcept { return m_subject; }
    [[nodiscard]] const std::vector<Rule>& rules() const noexcept { return m_rules; }
    [[nodiscard]] const std::vector<Figure>& figures() const noexcept { return m_figures; }
    [[nodiscard]] const std::vector<LookupTable>& tables() const noexcept { return m_tables; }
    [[nodiscard]] const Document* document(std::string_view key) const;
    /// What people call a code word; the word itself where the policy has no label for it.
    [[nodiscard]] Text word(std::string_view code) const;

    /// The number of a rule; nothing if there is none of that name.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;

    [[nodiscard]] const std::vector<Node>& nodes() const noexcept { return m_nodes; }
    /// The node that decides a rule.
    [[nodiscard]] std::size_t root(std::size_t rule) const { return m_roots[rule]; }

private:
    std::size_t compile(const Condition& condition);

    const FactCatalogue* m_catalogue;
    SubjectKind m_subject;
    std::vector<Rule> m_rules;
    std::vector<Figure> m_figures;
    std::vector<LookupTable> m_tables;
    std::map<std::string, Document, std::less<>> m_documents;
    std::map<std::string, Text, std::less<>> m_words;
    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_roots;
    std::map<std::string, std::size_t> m_node_of_key;
};

} // namespace tenglong
