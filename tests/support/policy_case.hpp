#pragma once

#include "tests/support/parcel_facts.hpp"

#include <map>
#include <memory>
#include <stdexcept>
#include <string>

namespace tenglong::testing {

/// A shipped profile, read once.
inline const Profile& shipped(const std::string& id)
{
    static std::map<std::string, std::unique_ptr<Profile>> profiles;
    auto& profile = profiles[id];
    if (!profile) {
        profile = load_profile(id);
    }
    return *profile;
}

/// One subject with facts made by hand, judged by a shipped profile:
/// Case{"national"}.with("tax_per_mu", 3.2).verdict("low_efficiency").
class Case {
public:
    explicit Case(const std::string& profile, SubjectKind subject = SubjectKind::parcel)
        : m_rules{&shipped(profile).rules_for(subject)}, m_facts{std::make_unique<Facts>(
                                                             *shipped(profile).catalogue, 1,
                                                             subject)}
    {}

    /// Gives or replaces a fact.
    template <class Value>
    Case& with(const char* fact, Value value)
    {
        m_facts->put(fact, 0, std::move(value));
        return *this;
    }

    [[nodiscard]] Verdict explained(const char* rule)
    {
        const auto number = m_rules->find(rule);
        if (!number) {
            throw std::out_of_range{std::string{"no rule "} + rule};
        }
        return explain(Evaluator{*m_rules, m_facts->table()}, *number, 0);
    }
    [[nodiscard]] Truth verdict(const char* rule) { return explained(rule).truth; }
    [[nodiscard]] std::string told(const char* rule, Lang lang = Lang::zh)
    {
        return sentence(explained(rule), *m_rules).in(lang);
    }

private:
    const RuleSet* m_rules;
    std::unique_ptr<Facts> m_facts;
};

/// The first measure of a group whose condition holds; empty if none does.
inline std::string proposed(const std::string& profile, const std::string& group, Case& subject)
{
    for (const Measure& measure : shipped(profile).measures) {
        if (measure.group == group && subject.verdict(measure.rule.c_str()) == Truth::yes) {
            return measure.id;
        }
    }
    return {};
}

} // namespace tenglong::testing
