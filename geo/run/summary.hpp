#pragma once

#include "core/base/date.hpp"
#include "core/base/translation.hpp"
#include "core/facts/fact.hpp"
#include "core/rules/rule_set.hpp"
#include "geo/survey/survey.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// Parcels of one status, or with one flag undecided.
struct StatusSummary {
    std::string id;
    Text label;
    std::size_t count = 0;
    double area_m2 = 0.0;
};

/// What some subjects lack so that a fact of theirs is missing: the fact itself or one that it is
/// computed from, as a column of an input has it.
struct LackReason {
    std::string fact;
    Text label;
    Text why;
    std::string file;              ///< in which it was looked for; may be empty
    std::vector<InputKind> inputs; ///< that can have such a column
    std::size_t subjects = 0;
};

/// A fact that is missing and what that costs.
struct LackSummary {
    SubjectKind subject = SubjectKind::parcel;
    std::string fact;
    Text label;
    std::size_t verdicts = 0; ///< that stay undecided for want of it, perhaps of others too
    std::size_t subjects = 0;
    std::vector<LackReason> reasons; ///< that of most subjects first
};

/// How a rule of the policy answered, over all its subjects.
struct RuleSummary {
    SubjectKind subject = SubjectKind::parcel;
    std::string rule;
    Text label;
    RuleRole role = RuleRole::flag;
    std::size_t yes = 0;
    std::size_t no = 0;
    std::size_t undecided = 0;
};

/// What can be freed; nothing where no step computed it.
struct ReclaimSummary {
    std::optional<double> land_m2;
    std::optional<double> vacant_m2;
    std::optional<double> floor_potential_m2;
    std::optional<double> energy_tce;
    std::optional<double> carbon_t;
    /// Parcels that all who use them leave by the measures for enterprises, and what of that the
    /// parcels' own measures do not free. Beside land_m2, not part of it.
    std::optional<double> left_m2;
    std::optional<double> left_beyond_m2;
};

struct EnterpriseSummary {
    std::size_t rows = 0; ///< of all tables, those set aside included
    std::size_t matched = 0;
    std::size_t unmatched = 0;
    std::optional<double> land_mu;
    std::optional<double> tax_wan;
};

/// The control-line account in figures; nothing where the job gives no line or no changes.
struct LineSummary {
    std::optional<double> inside_m2; ///< of parcels
    std::optional<double> outside_m2;
    std::optional<double> before_m2;
    std::optional<double> after_m2;
    std::optional<double> occupied_m2;
    std::optional<double> compensated_m2;
    std::optional<double> required_m2;
    std::optional<double> balance_m2;
    std::optional<bool> holds;
};

struct TargetSummary {
    std::string id;
    std::string label;
    int year = 0;
    std::optional<double> goal;
    std::optional<double> actual;
    std::optional<double> progress;
    std::string met; ///< yes, no, unknown
};

/// Issues of one kind.
struct IssueSummary {
    std::array<std::size_t, 3> by_severity{}; ///< note, warning, error

    [[nodiscard]] std::size_t count() const noexcept
    {
        return by_severity[0] + by_severity[1] + by_severity[2];
    }
};

/// The figures of a run, as summary.json and the terminal tell them.
struct Summary {
    std::string job;
    std::string policy;
    Text policy_title;
    Date as_of;
    std::string version; ///< of the program
    std::vector<InputSummary> inputs;

    std::size_t parcel_count = 0;
    double parcel_area_m2 = 0.0;
    std::optional<double> footprint_m2;
    std::optional<double> floor_m2;

    std::vector<StatusSummary> status;    ///< each flag in leading order, then normal
    std::size_t undecided_parcels = 0;    ///< with a flag that cannot be decided
    std::vector<StatusSummary> undecided; ///< each flag in leading order
    std::vector<LackSummary> missing;     ///< what costs most first
    /// Every rule that was asked and says something of its subject, in the order of the policy.
    std::vector<RuleSummary> rules;

    ReclaimSummary reclaimable;
    std::size_t block_count = 0;
    double block_area_m2 = 0.0;
    EnterpriseSummary enterprises;
    LineSummary control_line;
    std::vector<TargetSummary> targets;
    std::map<std::string, IssueSummary> issues; ///< by kind
    std::vector<std::string> outputs; ///< files of the result folder; none if nothing was written
    std::vector<StepTime> timing;

    /// How many issues have that severity or a higher one.
    [[nodiscard]] std::size_t issues_at(Severity least) const;
};

/// summary.json, with a line feed at the end. Every key is always there; what is unknown is null.
[[nodiscard]] std::string to_json(const Summary& summary);

} // namespace tenglong::geo
