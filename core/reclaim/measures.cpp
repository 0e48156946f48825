#include "core/reclaim/measures.hpp"

#include "core/rules/describe.hpp"
#include "core/rules/sentence.hpp"

#include <algorithm>

namespace tenglong {

Measures::Measures(const Profile& profile, SubjectKind subject, const Verdicts& verdicts)
    : m_profile{&profile}, m_verdicts{&verdicts}, m_rows{verdicts.rows()}
{
    const RuleSet& rules = profile.rules_for(subject);
    for (std::size_t i = 0; i < profile.measures.size(); ++i) {
        const Measure& measure = profile.measures[i];
        const auto rule = rules.find(measure.rule);
        if (measure.subject != subject || !rule) {
            continue;
        }
        const auto known = std::find(m_groups.begin(), m_groups.end(), measure.group);
        const auto group = static_cast<std::size_t>(known - m_groups.begin());
        if (known == m_groups.end()) {
            m_groups.push_back(measure.group);
        }
        m_steps.push_back({static_cast<std::uint16_t>(i), *rule, group});
    }
    m_leading.resize(m_rows, k_no_measure);
    for (std::size_t row = 0; row < m_rows; ++row) {
        const auto holds = std::find_if(m_steps.begin(), m_steps.end(), [&](const Step& step) {
            return verdicts.at(step.rule, row) == Truth::yes;
        });
        if (holds != m_steps.end()) {
            m_leading[row] = holds->measure;
        }
    }
}

MeasureChoice Measures::first(std::optional<std::size_t> group, std::size_t row) const
{
    MeasureChoice choice;
    for (const Step& step : m_steps) {
        if (group && step.group != *group) {
            continue;
        }
        const Truth truth = m_verdicts->at(step.rule, row);
        if (truth == Truth::yes) {
            choice.measure = step.measure;
            break;
        }
        if (truth == Truth::unknown) {
            choice.undecided.push_back(step.measure);
        }
    }
    return choice;
}

MeasureChoice Measures::of(std::size_t group, std::size_t row) const
{
    return first(group, row);
}

MeasureChoice Measures::leading(std::size_t row) const
{
    return first(std::nullopt, row);
}

bool Measures::open(std::size_t row) const
{
    return m_leading[row] == k_no_measure &&
           std::any_of(m_steps.begin(), m_steps.end(), [&](const Step& step) {
               return m_verdicts->at(step.rule, row) == Truth::unknown;
           });
}

std::size_t Measures::count(std::uint16_t measure) const
{
    return static_cast<std::size_t>(std::count(m_leading.begin(), m_leading.end(), measure));
}

Text reason(const Measures& measures, const MeasureChoice& choice, const Evaluator& evaluator,
            std::size_t row)
{
    const std::vector<Measure>& all = measures.profile().measures;
    const RuleSet& rules = evaluator.rules();
    Text open;
    for (const std::uint16_t each : choice.undecided) {
        open = open.empty() ? all[each].label : msg("{}, {}", open, all[each].label);
    }
    if (!choice.has_measure()) {
        return open.empty() ? msg("no measure applies") : msg("cannot be decided: {}", open);
    }
    const Measure& measure = all[choice.measure];
    const auto rule = rules.find(measure.rule);
    const Text why = rule ? sentence(explain(evaluator, *rule, row), rules) : Text{};
    const Text told = msg("{}: {}", measure.label, why);
    return open.empty() ? told : msg("{}; before it, cannot be decided: {}", told, open);
}

} // namespace tenglong
