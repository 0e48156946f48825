#include "core/evaluate/scheme_inputs.hpp"

namespace tenglong {

SchemeInputs::SchemeInputs(const Scheme& scheme, const FactTable& facts, const RuleSet& rules,
                           const Verdicts* verdicts, std::span<const std::uint32_t> rows)
{
    m_inputs.subjects = rows.size();
    for (const ScoreItem& item : scheme.items) {
        const bool of_sums = item.baseline.kind == BaselineKind::ratio_of_sums;
        m_inputs.items.push_back(
            {numbers(item.fact, facts, rows),
             of_sums ? numbers(item.numerator, facts, rows) : NumberColumn{},
             of_sums ? numbers(item.denominator, facts, rows) : NumberColumn{}});
    }
    for (const ScoreAdjustment& adjustment : scheme.adjustments) {
        m_inputs.adjustments.push_back(numbers(adjustment.fact, facts, rows));
    }
    for (const ScoreOverride& change : scheme.overrides) {
        const auto rule = rules.find(change.rule);
        m_inputs.overrides.push_back(rule && verdicts != nullptr ? answers(*rule, *verdicts, rows)
                                                                 : YesNoColumn{});
    }
}

NumberColumn SchemeInputs::numbers(std::string_view fact, const FactTable& facts,
                                   std::span<const std::uint32_t> rows)
{
    const FactColumn* column = facts.find(fact);
    if (column == nullptr) {
        return {};
    }
    Values& values = m_values.emplace_back();
    values.numbers.reserve(rows.size());
    values.present.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        values.numbers.push_back(column->numbers()[row]);
        values.present.push_back(column->present(row) ? 1 : 0);
    }
    return {values.numbers, values.present};
}

YesNoColumn SchemeInputs::answers(std::size_t rule, const Verdicts& verdicts,
                                  std::span<const std::uint32_t> rows)
{
    Values& values = m_values.emplace_back();
    for (const std::uint32_t row : rows) {
        const Truth truth = verdicts.at(rule, row);
        values.answers.push_back(truth == Truth::yes ? 1 : 0);
        values.present.push_back(truth == Truth::unknown ? 0 : 1);
    }
    return {values.answers, values.present};
}

} // namespace tenglong
