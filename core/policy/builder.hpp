#pragma once

#include "core/policy/condition_reader.hpp"
#include "core/policy/loader.hpp"
#include "core/policy/raw.hpp"

#include <map>
#include <string>
#include <vector>

namespace tenglong {

/// Builds a profile from its raw items, section after section: what later sections refer to is
/// read first. Every function notes mistakes and goes on.
class ProfileBuilder {
public:
    ProfileBuilder(const RawProfile& raw, const FigureOverrides& overrides, Mistakes& mistakes);

    [[nodiscard]] std::unique_ptr<Profile> build();

private:
    /// A rule to be read: one of [[rules]], or the condition of a measure.
    struct PendingRule {
        RawItem item;
        std::string id;
        SubjectKind subject = SubjectKind::parcel;
        bool of_measure = false;
    };

    void read_head();
    void read_documents();
    void read_figures();
    void read_tables();
    void read_facts();
    void read_derived();
    void read_rules();
    void read_leading();
    void read_measures();
    void read_allocation();
    void read_energy();
    void read_balance();
    void read_targets();
    void read_schemes();

    [[nodiscard]] Section open(const RawItem& item, std::string_view schema) const;
    [[nodiscard]] static SubjectKind subject(const Section& section);
    [[nodiscard]] Citation cite(const Section& section) const;
    [[nodiscard]] Scope scope(SubjectKind subject) const;
    [[nodiscard]] UsedFigure used_figure(const Section& section, std::string_view key) const;

    [[nodiscard]] std::vector<PendingRule> pending_rules() const;
    [[nodiscard]] std::vector<PendingRule> in_order(std::vector<PendingRule> rules) const;
    void read_rules_of(SubjectKind kind, const std::vector<PendingRule>& pending);
    [[nodiscard]] Rule read_rule(const PendingRule& pending, const ConditionContext& context) const;
    void read_target(const RawItem& item);
    void read_scheme(const RawItem& item);
    [[nodiscard]] ScoreItem read_score_item(const Section& section) const;
    [[nodiscard]] ScoreOverride read_override(const Section& section) const;
    [[nodiscard]] Baseline read_baseline(const Section& section, const std::string& fact) const;
    [[nodiscard]] std::string enterprise_number(const Section& section, std::string_view key) const;
    static void read_goals(const Section& section, Target& target);

    const RawProfile& m_raw;
    const FigureOverrides& m_overrides;
    Mistakes& m_mistakes;
    std::unique_ptr<Profile> m_profile;
    std::map<std::string, RawItem> m_conditions;
};

} // namespace tenglong
