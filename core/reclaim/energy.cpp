#include "core/reclaim/energy.hpp"

#include "core/reclaim/figures.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong {

EnergyRoom::EnergyRoom(const Profile& profile, const FactTable& facts)
    : m_facts{&facts}, m_guide{table_of(profile, "guide_energy")},
      m_line{number_of(profile, "energy_line", "tce_per_wan")}, m_energy{facts.id("energy_tce")},
      m_value{facts.id("value_added_wan")}, m_industry{facts.id("industry_code")}
{}

std::optional<double> EnergyRoom::of(FreedEnergy energy, std::size_t row) const
{
    if (energy == FreedEnergy::none) {
        return 0.0;
    }
    const auto used = number(m_energy, row);
    if (!used || energy == FreedEnergy::all) {
        return used;
    }
    const auto value = number(m_value, row);
    const auto most = line(row);
    // Who loses value has no more to give than what is used.
    return value && most
               ? std::optional{std::clamp(*used - *most * *value, 0.0, std::max(*used, 0.0))}
               : std::nullopt;
}

std::optional<double> EnergyRoom::number(FactId fact, std::size_t row) const
{
    const auto value = m_facts->number(fact, row);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::optional<double> EnergyRoom::line(std::size_t row) const
{
    const auto industry = m_facts->text(m_industry, row);
    const auto own = m_guide != nullptr && industry ? m_guide->find(*industry) : std::nullopt;
    return own ? own : m_line;
}

Text energy_line_reason(const Profile& profile)
{
    const Text line = figure_reason(profile, "energy_line");
    const LookupTable* guide = table_of(profile, "guide_energy");
    return guide == nullptr || guide->values.empty()
               ? line
               : msg("{}, and where the industry has no line of its own, {}", guide->label, line);
}

} // namespace tenglong
