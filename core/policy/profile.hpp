#pragma once

#include "core/facts/catalogue.hpp"
#include "core/policy/balance.hpp"
#include "core/policy/energy_basis.hpp"
#include "core/policy/measure.hpp"
#include "core/policy/scheme.hpp"
#include "core/policy/target.hpp"
#include "core/policy/tenants.hpp"
#include "core/rules/rule_set.hpp"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenglong {

/// A fact that the profile computes from others.
struct DerivedFact {
    SubjectKind subject = SubjectKind::parcel;
    FactId fact{};
    Expression expression;
};

/// A fact that the profile reads from a column of the user's.
struct CustomFact {
    SubjectKind subject = SubjectKind::parcel;
    FactId fact{};
    std::vector<std::string> columns; ///< headers under which it is found
};

/// A file that a profile is read from.
struct ProfileText {
    std::string name; ///< the id of a shipped profile, or a path from the folder of the own one
    std::string text;
};

/// A policy, whole and checked: what a run is judged by. Immutable.
struct Profile {
    std::string id;
    Text title;
    std::vector<std::string> lineage; ///< ids of the profiles that it extends, nearest first
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    std::string region; ///< administrative prefix, e.g. 330681

    std::map<std::string, Document> documents;
    std::map<std::string, Text> words; ///< labels of code words, e.g. fire: 消防
    std::unique_ptr<FactCatalogue> catalogue;
    std::vector<Figure> figures;
    std::vector<LookupTable> tables;
    std::vector<DerivedFact> derived;
    std::vector<CustomFact> custom;
    std::array<std::unique_ptr<RuleSet>, k_subject_kinds> rules; ///< never null once loaded
    std::vector<std::string> leading;                            ///< flags, the leading one first
    std::vector<Measure> measures;
    std::map<std::string, Text> measure_groups;
    std::vector<Scheme> schemes;
    std::optional<Balance> balance;
    std::vector<Target> targets;
    Tenants tenants = Tenants::apart;
    /// All its files as they were read: those that it extends before it, itself last.
    std::vector<ProfileText> texts;
    EnergyOrder energy; ///< of [energy]; never empty once loaded

    [[nodiscard]] const RuleSet& rules_for(SubjectKind subject) const
    {
        return *rules[static_cast<std::size_t>(subject)];
    }
    [[nodiscard]] const Figure* figure(std::string_view key) const;
};

} // namespace tenglong
