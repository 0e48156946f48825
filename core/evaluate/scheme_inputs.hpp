#pragma once

#include "core/evaluate/score.hpp"
#include "core/facts/fact_table.hpp"
#include "core/rules/evaluator.hpp"

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace tenglong {

/// The inputs of a scheme gathered from facts of some subjects; owns what the views show.
class SchemeInputs {
public:
    /// \param verdicts of the subjects' rules, for overrides; null where the scheme has none
    SchemeInputs(const Scheme& scheme, const FactTable& facts, const RuleSet& rules,
                 const Verdicts* verdicts, std::span<const std::uint32_t> rows);

    /// \pre one value for each subject, outliving the inputs
    void set_not_ranked(std::span<const std::uint8_t> values)
    {
        m_inputs.not_ranked = {values, {}};
    }
    void set_groups(std::span<const std::uint32_t> groups) { m_inputs.groups = groups; }

    [[nodiscard]] const ScoreInputs& inputs() const noexcept { return m_inputs; }

private:
    struct Values {
        std::vector<double> numbers;
        std::vector<std::uint8_t> answers;
        std::vector<std::uint8_t> present;
    };

    [[nodiscard]] NumberColumn numbers(std::string_view fact, const FactTable& facts,
                                       std::span<const std::uint32_t> rows);
    [[nodiscard]] YesNoColumn answers(std::size_t rule, const Verdicts& verdicts,
                                      std::span<const std::uint32_t> rows);

    std::deque<Values> m_values;
    ScoreInputs m_inputs;
};

} // namespace tenglong
