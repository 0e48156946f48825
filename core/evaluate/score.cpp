#include "core/evaluate/score.hpp"

#include "core/evaluate/classes.hpp"
#include "core/evaluate/item_score.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tenglong {

namespace {

constexpr std::size_t k_no_cell = static_cast<std::size_t>(-1);

void require(bool holds, const char* what)
{
    if (!holds) {
        throw std::invalid_argument{what};
    }
}

template <class Column>
[[nodiscard]] bool fits(const Column& column, std::size_t subjects) noexcept
{
    return (column.values.empty() || column.values.size() == subjects) &&
           (column.present.empty() || column.present.size() == subjects);
}

void check(const Scheme& scheme, const ScoreInputs& inputs)
{
    const std::vector<Text> faults = faults_of(scheme);
    require(faults.empty(), faults.empty() ? "" : faults.front().en.c_str());
    require(inputs.items.size() == scheme.items.size(), "one input for each item");
    require(inputs.adjustments.size() == scheme.adjustments.size(),
            "one input for each adjustment");
    require(inputs.overrides.size() == scheme.overrides.size(), "one input for each override");
    const std::size_t n = inputs.subjects;
    for (const ItemInput& item : inputs.items) {
        require(fits(item.value, n) && fits(item.numerator, n) && fits(item.denominator, n),
                "a column of an item has another length");
    }
    const auto all_fit = [n](const auto& columns) {
        return std::all_of(columns.begin(), columns.end(),
                           [n](const auto& column) { return fits(column, n); });
    };
    require(all_fit(inputs.adjustments), "a column of an adjustment has another length");
    require(all_fit(inputs.overrides), "a column of an override has another length");
    require(fits(inputs.not_ranked, n), "the column 'not ranked' has another length");
    require(inputs.groups.empty() || inputs.groups.size() == n, "the groups have another length");
}

/// One evaluation: the scheme, the inputs and what is built up from them.
class Evaluation {
public:
    Evaluation(const Scheme& scheme, const ScoreInputs& inputs)
        : m_scheme{&scheme}, m_inputs{&inputs}
    {
        m_table.items_per_subject = scheme.items.size();
        m_table.items.resize(inputs.subjects * scheme.items.size());
        m_table.subjects.resize(inputs.subjects);
        find_cells();
    }

    [[nodiscard]] ScoreTable run()
    {
        for (std::size_t item = 0; item < m_scheme->items.size(); ++item) {
            score_item(item);
        }
        for (std::size_t row = 0; row < m_inputs->subjects; ++row) {
            add_up(row);
        }
        rank();
        decide_classes();
        return std::move(m_table);
    }

private:
    [[nodiscard]] bool is_outside(std::size_t row) const
    {
        return m_inputs->not_ranked.at(row) == true;
    }

    [[nodiscard]] std::uint32_t group_at(std::size_t row) const
    {
        return m_inputs->groups.empty() ? 0 : m_inputs->groups[row];
    }

    /// A cell is a group, or everybody: those over whom statistics are taken together.
    void find_cells()
    {
        m_groups.assign(m_inputs->groups.begin(), m_inputs->groups.end());
        std::sort(m_groups.begin(), m_groups.end());
        m_groups.erase(std::unique(m_groups.begin(), m_groups.end()), m_groups.end());
        const bool one_cell = m_scheme->statistics == StatisticsScope::all || m_groups.empty();
        m_cell.resize(m_inputs->subjects);
        for (std::size_t row = 0; row < m_inputs->subjects; ++row) {
            m_cell[row] = one_cell ? 0 : cell_of_group(group_at(row));
        }
        m_cells = one_cell ? 1 : m_groups.size();
    }

    [[nodiscard]] std::size_t cell_of_group(std::uint32_t group) const
    {
        if (group == k_no_group) {
            return k_no_cell;
        }
        const auto found = std::lower_bound(m_groups.begin(), m_groups.end(), group);
        return static_cast<std::size_t>(found - m_groups.begin());
    }

    [[nodiscard]] bool counts_in_statistics(std::size_t row) const
    {
        return m_cell[row] != k_no_cell && (m_scheme->statistics_with_unranked || !is_outside(row));
    }

    [[nodiscard]] std::vector<ItemReference> references_of(std::size_t item) const
    {
        const ScoreItem& what = m_scheme->items[item];
        const ItemInput& input = m_inputs->items[item];
        std::vector<std::vector<double>> values(m_cells);
        std::vector<std::vector<double>> numerators(m_cells);
        std::vector<std::vector<double>> denominators(m_cells);
        for (std::size_t row = 0; row < m_inputs->subjects; ++row) {
            if (!counts_in_statistics(row)) {
                continue;
            }
            const auto value = input.value.at(row);
            if (gap_of(what, value) == ItemGap::none) {
                values[m_cell[row]].push_back(*value);
            }
            const auto above = input.numerator.at(row);
            const auto below = input.denominator.at(row);
            if (above && below) {
                numerators[m_cell[row]].push_back(*above);
                denominators[m_cell[row]].push_back(*below);
            }
        }
        std::vector<ItemReference> references;
        for (std::size_t cell = 0; cell < m_cells; ++cell) {
            references.push_back(
                reference_of(what, values[cell], numerators[cell], denominators[cell]));
        }
        return references;
    }

    void score_item(std::size_t item)
    {
        const ScoreItem& what = m_scheme->items[item];
        const std::vector<ItemReference> references = references_of(item);
        std::vector<double> nobody;
        const ItemReference alone = reference_of(what, nobody, nobody, nobody);
        std::vector<std::vector<double>> points(m_cells);
        for (std::size_t row = 0; row < m_inputs->subjects; ++row) {
            const bool in_cell = m_cell[row] != k_no_cell;
            ItemScore& here = score_at(row, item);
            here = item_score(what, m_inputs->items[item].value.at(row),
                              in_cell ? references[m_cell[row]] : alone);
            if (here.points && counts_in_statistics(row)) {
                points[m_cell[row]].push_back(*here.points);
            }
        }
        std::vector<std::optional<double>> averages(m_cells);
        for (std::size_t cell = 0; cell < m_cells; ++cell) {
            if (!points[cell].empty()) {
                averages[cell] = sum_of(points[cell]) / static_cast<double>(points[cell].size());
            }
        }
        for (std::size_t row = 0; row < m_inputs->subjects; ++row) {
            const bool in_cell = m_cell[row] != k_no_cell;
            fill_gap(score_at(row, item), what, in_cell ? averages[m_cell[row]] : std::nullopt);
        }
    }

    [[nodiscard]] ItemScore& score_at(std::size_t row, std::size_t item)
    {
        return m_table.items[row * m_table.items_per_subject + item];
    }

    void add_up(std::size_t row)
    {
        SubjectScore& subject = m_table.subjects[row];
        add_adjustments(row);
        double points = 0.0;
        double weight = 0.0;
        double kept = 0.0;
        for (std::size_t item = 0; item < m_scheme->items.size(); ++item) {
            const ItemScore& here = score_at(row, item);
            weight += m_scheme->items[item].weight;
            if (here.rule == ItemRule::undecided) {
                return;
            }
            if (here.rule != ItemRule::dropped) {
                points += here.points.value_or(0.0);
                kept += m_scheme->items[item].weight;
            }
        }
        if (kept > 0.0) {
            const double raised = kept < weight ? points * weight / kept : points;
            const double total = raised + subject.bonus - subject.deduction;
            subject.total = std::isfinite(total) ? std::optional{total} : std::nullopt;
        }
    }

    void add_adjustments(std::size_t row)
    {
        SubjectScore& subject = m_table.subjects[row];
        for (std::size_t i = 0; i < m_scheme->adjustments.size(); ++i) {
            const ScoreAdjustment& adjustment = m_scheme->adjustments[i];
            double points = std::max(0.0, m_inputs->adjustments[i].at(row).value_or(0.0));
            points = std::min(points, adjustment.limit.value_or(points));
            (adjustment.deduction ? subject.deduction : subject.bonus) += points;
        }
        subject.bonus = std::min(subject.bonus, m_scheme->most_bonus.value_or(subject.bonus));
        subject.deduction =
            std::min(subject.deduction, m_scheme->most_deduction.value_or(subject.deduction));
    }

    void rank()
    {
        std::vector<std::vector<std::uint32_t>> members(std::max<std::size_t>(1, m_groups.size()));
        for (std::size_t row = 0; row < m_inputs->subjects; ++row) {
            SubjectScore& subject = m_table.subjects[row];
            subject.ranked = !is_outside(row) && subject.total && group_at(row) != k_no_group;
            if (subject.ranked) {
                members[cell_of_group(group_at(row))].push_back(static_cast<std::uint32_t>(row));
            }
        }
        for (std::vector<std::uint32_t>& group : members) {
            rank_group(*m_scheme, group, m_table.subjects);
        }
    }

    void decide_classes()
    {
        std::vector<std::optional<bool>> holds(m_scheme->overrides.size());
        for (std::size_t row = 0; row < m_inputs->subjects; ++row) {
            if (is_outside(row)) {
                continue;
            }
            SubjectScore& subject = m_table.subjects[row];
            if (m_scheme->cut == CutMode::by_score && subject.total) {
                subject.class_before = class_by_score(*m_scheme, *subject.total);
            }
            for (std::size_t i = 0; i < holds.size(); ++i) {
                holds[i] = m_inputs->overrides[i].at(row);
            }
            apply_overrides(*m_scheme, holds, subject);
        }
    }

    const Scheme* m_scheme;
    const ScoreInputs* m_inputs;
    std::vector<std::uint32_t> m_groups; ///< sorted, each once; empty if all are one
    std::vector<std::size_t> m_cell;     ///< of each subject
    std::size_t m_cells = 0;
    ScoreTable m_table;
};

} // namespace

ScoreTable score(const Scheme& scheme, const ScoreInputs& inputs)
{
    check(scheme, inputs);
    return Evaluation{scheme, inputs}.run();
}

} // namespace tenglong
