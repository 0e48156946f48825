#include "tools/cli/subject_verdicts.hpp"

#include "core/rules/sentence.hpp"

namespace tenglong::tools {

namespace {

void tell_measures(const SubjectRecord& record, const Evaluator& evaluator, const Verdicts& answers,
                   SubjectVerdicts& told)
{
    const Profile& profile = *record.profile;
    const Measures measures{profile, record.facts->subject(), answers};
    for (std::size_t group = 0; group < measures.groups().size(); ++group) {
        const auto label = profile.measure_groups.find(measures.groups()[group]);
        const MeasureChoice choice = measures.of(group, 0);
        told.measures.push_back({label == profile.measure_groups.end()
                                     ? Text{measures.groups()[group], measures.groups()[group]}
                                     : label->second,
                                 choice, reason(measures, choice, evaluator, 0)});
    }
    told.energy = energy_reason(measures, *record.facts, 0);
    if (record.facts->subject() == SubjectKind::parcel) {
        const Freed freed = compute_freed(*record.facts, measures);
        told.land = land_reason(freed, measures, *record.facts, 0);
        told.carbon = carbon_reason(profile);
    }
}

} // namespace

std::vector<const ToldVerdict*> SubjectVerdicts::with(Truth truth) const
{
    std::vector<const ToldVerdict*> found;
    for (const ToldVerdict& each : verdicts) {
        if (each.verdict.truth == truth) {
            found.push_back(&each);
        }
    }
    return found;
}

SubjectVerdicts subject_verdicts(const SubjectRecord& record)
{
    const RuleSet& rules = record.profile->rules_for(record.facts->subject());
    const Evaluator evaluator{rules, *record.facts};
    SubjectVerdicts told;
    for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
        if (rules.rules()[rule].role != RuleRole::info) {
            Verdict verdict = explain(evaluator, rule, 0);
            Text text = sentence(verdict, rules);
            told.verdicts.push_back({std::move(verdict), std::move(text)});
        }
    }
    const SubjectKind kind = record.facts->subject();
    if (kind != SubjectKind::parcel && kind != SubjectKind::enterprise) {
        return told; // measures are for these two
    }
    tell_measures(record, evaluator, evaluator.evaluate(), told);
    return told;
}

} // namespace tenglong::tools
