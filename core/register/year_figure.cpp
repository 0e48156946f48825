#include "core/register/year_figure.hpp"

#include "core/facts/built_in.hpp"

#include <algorithm>

namespace tenglong {

namespace {

struct FigureLine {
    std::string_view fact;
    double units_per_one;
};

constexpr double k_million = 1'000'000.0;

constexpr std::array<FigureLine, k_year_figures> k_lines{{
    {"tax_wan", k_million},
    {"value_added_wan", k_million},
    {"revenue_wan", k_million},
    {"energy_tce", k_million},
    {"energy_equivalent_tce", k_million},
    {"energy_calorific_tce", k_million},
    {"electricity_kwh", 1'000.0},
    {"emission_t", k_million},
    {"carbon_t", k_million},
    {"staff", k_million},
    {"rd_wan", k_million},
}};

} // namespace

std::array<YearFigure, k_year_figures> all_year_figures() noexcept
{
    std::array<YearFigure, k_year_figures> figures{};
    for (std::size_t i = 0; i < figures.size(); ++i) {
        figures.at(i) = static_cast<YearFigure>(i);
    }
    return figures;
}

std::string_view fact_of(YearFigure figure) noexcept
{
    return k_lines.at(index_of(figure)).fact;
}

Text label(YearFigure figure)
{
    const auto facts = built_in_enterprise_facts();
    const auto found = std::find_if(facts.begin(), facts.end(), [&](const BuiltInFact& fact) {
        return fact.name == fact_of(figure);
    });
    return {std::string{found->zh}, std::string{found->en}};
}

double units_per_one(YearFigure figure) noexcept
{
    return k_lines.at(index_of(figure)).units_per_one;
}

} // namespace tenglong
