#include "core/rules/deciding.hpp"

#include <algorithm>

namespace tenglong {

namespace {

using Kind = Condition::Kind;

/// Goes down from one rule for one subject.
class Walk {
public:
    Walk(const RuleSet& rules, std::span<const Truths> nodes, std::size_t row,
         std::vector<std::size_t>& leaves)
        : m_rules{rules}, m_nodes{nodes}, m_row{row}, m_leaves{leaves}
    {}

    void descend(std::size_t node)
    {
        const RuleSet::Node& step = m_rules.nodes()[node];
        const Truth truth = m_nodes[node].at(m_row);
        if (step.condition->quiet && truth == Truth::yes) {
            return;
        }
        if (!is_branch(step.condition->kind)) {
            if (std::find(m_leaves.begin(), m_leaves.end(), node) == m_leaves.end()) {
                m_leaves.push_back(node);
            }
            return;
        }
        for (const std::size_t child : step.children) {
            if (decides(step.condition->kind, truth, m_nodes[child].at(m_row))) {
                descend(child);
            }
        }
    }

private:
    /// Whether a child with that answer is a reason for the branch's answer.
    [[nodiscard]] static bool decides(Kind kind, Truth whole, Truth part)
    {
        if (kind == Kind::none && whole != Truth::unknown) {
            return part == (whole == Truth::yes ? Truth::no : Truth::yes);
        }
        return part == whole;
    }

    const RuleSet& m_rules;
    std::span<const Truths> m_nodes;
    std::size_t m_row;
    std::vector<std::size_t>& m_leaves;
};

} // namespace

void find_deciding(const RuleSet& rules, std::size_t rule, std::span<const Truths> nodes,
                   std::size_t row, std::vector<std::size_t>& leaves)
{
    leaves.clear();
    Walk{rules, nodes, row, leaves}.descend(rules.root(rule));
}

} // namespace tenglong
