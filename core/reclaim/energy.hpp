#pragma once

#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"

#include <cstddef>
#include <optional>

namespace tenglong {

/// Energy that a measure sets free, of parcels or enterprises: all of it, or what exceeds the line
/// times the value added, never more than is used. The line is that of the industry in the table
/// guide_energy of the profile, else its figure energy_line.
class EnergyRoom {
public:
    /// \pre profile and facts outlive the object
    EnergyRoom(const Profile& profile, const FactTable& facts);

    /// In tce; nothing where a fact or the line is missing.
    [[nodiscard]] std::optional<double> of(FreedEnergy energy, std::size_t row) const;
    /// The line that holds for it; nothing where there is none.
    [[nodiscard]] std::optional<double> line(std::size_t row) const;

private:
    [[nodiscard]] std::optional<double> number(FactId fact, std::size_t row) const;

    const FactTable* m_facts;
    const LookupTable* m_guide;
    std::optional<double> m_line;
    FactId m_energy;
    FactId m_value;
    FactId m_industry;
};

/// Above which line energy is excess, and who sets it: "0.52 tce/wan, 诸暨方案 三（二）1
/// (default)".
[[nodiscard]] Text energy_line_reason(const Profile& profile);

} // namespace tenglong
