#pragma once

#include "core/evaluate/score.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tenglong::testing {

[[nodiscard]] inline ScoreItem ratio_item(std::string fact, double weight, double baseline)
{
    ScoreItem item;
    item.label = {fact, fact};
    item.fact = std::move(fact);
    item.weight = weight;
    item.baseline.value = baseline;
    return item;
}

/// Six indicators, as Huangyan published them for enterprises above scale (domain notes, 2.2).
[[nodiscard]] inline Scheme six_indicators(const std::vector<double>& baselines)
{
    const std::vector<std::pair<const char*, double>> weights{
        {"tax_per_mu", 30},          {"value_added_per_mu", 20},
        {"value_added_per_tce", 20}, {"value_added_per_emission", 10},
        {"labour_productivity", 10}, {"rd_share", 10}};
    Scheme scheme;
    scheme.id = "huangyan-above";
    for (std::size_t i = 0; i < weights.size(); ++i) {
        scheme.items.push_back(ratio_item(weights[i].first, weights[i].second, baselines[i]));
    }
    return scheme;
}

[[nodiscard]] inline Scheme huangyan_2022()
{
    return six_indicators({24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302});
}

[[nodiscard]] inline Scheme huangyan_2021()
{
    return six_indicators({26.01, 132.27, 2.54, 4861.08, 17.45, 0.0305});
}

/// Two indicators for enterprises below scale: tax per mu, tax per electricity.
[[nodiscard]] inline Scheme two_indicators(double tax_per_mu, double tax_per_electricity)
{
    Scheme scheme;
    scheme.id = "huangyan-below";
    scheme.items = {ratio_item("tax_per_mu", 50, tax_per_mu),
                    ratio_item("tax_per_electricity", 50, tax_per_electricity)};
    return scheme;
}

/// A, B, C, D at the first 20%, 60%, 95% and the rest (Huai'an 2024, domain notes, 2.2 F3).
inline void cut_at_20_60_95(Scheme& scheme)
{
    scheme.classes = {{"A", {"A类", "class A"}, 0.20, {}},
                      {"B", {"B类", "class B"}, 0.60, {}},
                      {"C", {"C类", "class C"}, 0.95, {}},
                      {"D", {"D类", "class D"}, {}, {}}};
}

/// Owns columns in the order of a scheme's items, so that tests can write them as rows.
class Table {
public:
    explicit Table(std::vector<std::vector<double>> rows) : m_rows{std::move(rows)}
    {
        const std::size_t items = m_rows.empty() ? 0 : m_rows.front().size();
        m_columns.resize(items);
        m_present.resize(items);
        for (const auto& row : m_rows) {
            for (std::size_t i = 0; i < items; ++i) {
                m_columns[i].push_back(row[i]);
                m_present[i].push_back(1);
            }
        }
    }

    void miss(std::size_t row, std::size_t item) { m_present[item][row] = 0; }

    [[nodiscard]] ScoreInputs inputs(const Scheme& scheme) const
    {
        ScoreInputs inputs;
        inputs.subjects = m_rows.size();
        for (std::size_t i = 0; i < scheme.items.size(); ++i) {
            inputs.items.push_back({{m_columns[i], m_present[i]}, {}, {}});
        }
        inputs.adjustments.resize(scheme.adjustments.size());
        inputs.overrides.resize(scheme.overrides.size());
        return inputs;
    }

    [[nodiscard]] ScoreTable scored(const Scheme& scheme) const
    {
        return score(scheme, inputs(scheme));
    }

private:
    std::vector<std::vector<double>> m_rows;
    std::vector<std::vector<double>> m_columns;
    std::vector<std::vector<std::uint8_t>> m_present;
};

} // namespace tenglong::testing
