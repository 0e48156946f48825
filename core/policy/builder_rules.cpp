#include "core/policy/builder.hpp"

#include <algorithm>
#include <set>

namespace tenglong {

namespace {

const std::vector<std::string>& role_words()
{
    static const std::vector<std::string> words{"flag", "list", "right", "check", "info"};
    return words;
}

/// The rules that a condition refers to, through shared conditions as well.
void collect_references(const toml::node& node, const std::map<std::string, RawItem>& conditions,
                        std::set<std::string>& seen, std::vector<std::string>& found)
{
    if (const toml::array* list = node.as_array(); list != nullptr) {
        for (const toml::node& each : *list) {
            collect_references(each, conditions, seen, found);
        }
        return;
    }
    const toml::table* table = node.as_table();
    if (table == nullptr) {
        return;
    }
    for (const auto& [key, value] : *table) {
        const auto text = value.value<std::string>();
        if (key.str() == "rule" && text) {
            found.push_back(*text);
        } else if (key.str() == "use" && text && seen.insert(*text).second) {
            if (const auto shared = conditions.find(*text); shared != conditions.end()) {
                collect_references(*shared->second.table, conditions, seen, found);
            }
        } else {
            collect_references(value, conditions, seen, found);
        }
    }
}

} // namespace

std::vector<ProfileBuilder::PendingRule> ProfileBuilder::pending_rules() const
{
    std::vector<PendingRule> pending;
    for (const RawItem& item : m_raw.items("rules")) {
        const Section section = open(item, "rules");
        pending.push_back({item, item.name, subject(section), false});
    }
    for (const RawItem& item : m_raw.items("measures")) {
        // Its keys are checked where the measure itself is read.
        const Section section = open(item, "");
        pending.push_back({item, "measure:" + item.name, subject(section), true});
    }
    return pending;
}

/// Sorts rules so that each stands behind those that it refers to; the rest keep their order.
std::vector<ProfileBuilder::PendingRule>
ProfileBuilder::in_order(std::vector<PendingRule> rules) const
{
    std::vector<PendingRule> ordered;
    std::map<std::string, int> state; // 1: being placed, 2: placed
    const auto place = [&](const PendingRule& rule, const auto& self) -> void {
        if (state[rule.id] != 0) {
            if (state[rule.id] == 1) {
                open(rule.item, "")
                    .mistake("when", msg("the rule '{}' depends on itself", rule.id));
            }
            return;
        }
        state[rule.id] = 1;
        std::vector<std::string> needed;
        std::set<std::string> seen;
        if (const toml::node* when = rule.item.table->get("when"); when != nullptr) {
            collect_references(*when, m_conditions, seen, needed);
        }
        for (const std::string& id : needed) {
            const auto found =
                std::find_if(rules.begin(), rules.end(), [&](const PendingRule& each) {
                    return each.id == id && each.subject == rule.subject;
                });
            if (found != rules.end()) {
                self(*found, self);
            }
        }
        state[rule.id] = 2;
        ordered.push_back(rule);
    };
    for (const PendingRule& rule : rules) {
        place(rule, place);
    }
    return ordered;
}

Rule ProfileBuilder::read_rule(const PendingRule& pending, const ConditionContext& context) const
{
    const Section section = open(pending.item, "");
    Rule rule;
    rule.id = pending.id;
    rule.subject = pending.subject;
    rule.role = pending.of_measure ? RuleRole::info
                                   : static_cast<RuleRole>(section.word("role", role_words()));
    rule.label = section.label();
    rule.remark = section.label("remark_");
    rule.citation = cite(section);
    if (const toml::node* when = pending.item.table->get("when"); when != nullptr) {
        rule.condition = read_condition(*when, *pending.item.file, context, m_mistakes);
    }
    return rule;
}

void ProfileBuilder::read_rules_of(SubjectKind kind, const std::vector<PendingRule>& pending)
{
    std::vector<Rule> rules;
    ConditionContext context{scope(kind), &m_conditions, &m_profile->words, {}, {}};
    context.find_rule = [&](const std::string& id) -> std::optional<std::size_t> {
        const auto found = std::find_if(rules.begin(), rules.end(),
                                        [&](const Rule& rule) { return rule.id == id; });
        return found == rules.end()
                   ? std::nullopt
                   : std::optional{static_cast<std::size_t>(found - rules.begin())};
    };
    for (const PendingRule& each : pending) {
        if (each.subject == kind) {
            rules.push_back(read_rule(each, context));
            context.rule_ids.push_back(each.id);
        }
    }
    m_profile->rules[static_cast<std::size_t>(kind)] =
        std::make_unique<RuleSet>(*m_profile->catalogue, kind, std::move(rules), m_profile->figures,
                                  m_profile->tables, m_profile->documents, m_profile->words);
}

void ProfileBuilder::read_rules()
{
    const auto ordered = in_order(pending_rules());
    for (std::size_t kind = 0; kind < k_subject_kinds; ++kind) {
        read_rules_of(static_cast<SubjectKind>(kind), ordered);
    }
}

} // namespace tenglong
