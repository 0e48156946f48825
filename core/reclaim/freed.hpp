#pragma once

#include "core/facts/fact_table.hpp"
#include "core/reclaim/measures.hpp"
#include "core/tables/result_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tenglong {

/// What one parcel gives, or all of a group. Nothing: cannot be said; it is never zero for want of
/// data.
struct FreedAmounts {
    std::optional<double> land_m2; ///< by the measure: the whole parcel, its separable parts, none
    std::optional<double> vacant_m2;          ///< vacant ground, freed or not
    std::optional<double> floor_potential_m2; ///< target plot ratio x area - floor area, at least 0
    std::optional<double> land_equivalent_m2; ///< that floor area over the target plot ratio
    std::optional<double> energy_tce;         ///< what the measure sets free
    std::optional<double> carbon_t;           ///< that energy by the planning ratio of the profile
};

/// Why an amount is what it is, or is missing.
enum class FreedCause : std::uint8_t {
    measure,      ///< as the leading measure says
    no_measure,   ///< no measure applies: nothing is freed
    undecided,    ///< no measure holds, and some cannot be decided
    missing_fact, ///< the measure is known, and a fact that it needs is not
};

/// What can be freed, parcel by parcel. A parcel counts once, by the one measure that leads.
/// Floor-area potential and land equivalent stand beside the land and are never added to it.
struct Freed {
    std::vector<FreedAmounts> parcels;
    std::vector<FreedCause> land_cause; ///< for land_m2

    /// The figures used, as the profile has them; nothing where it has none.
    std::optional<double> plot_ratio_target;
    std::optional<double> carbon_per_tce;

    [[nodiscard]] std::size_t rows() const noexcept { return parcels.size(); }
};

/// Computes it from area_m2, separable_m2, vacant_m2, floor_m2, energy_tce, value_added_wan and
/// industry_code, by the figures plot_ratio_target, energy_line and carbon_per_tce and the table
/// guide_energy of the profile.
///
/// Separable parts are at most the parcel. Excess energy is what exceeds the line times the value
/// added. An energy or land amount is zero where the measure frees none, and where no measure
/// applies; it is missing where that cannot be decided. Floor-area potential is told of industrial
/// parcels, whatever their measure, and of none that is freed whole: its land already counts.
/// \pre the rows are those of `measures`
[[nodiscard]] Freed compute_freed(const FactTable& parcels, const Measures& measures);

/// Sums over rows: parcels that can be told, and how many cannot.
struct FreedTotal {
    FreedAmounts amounts;
    std::size_t parcels = 0;   ///< that free some land
    std::size_t undecided = 0; ///< whose land_m2 is missing
};

/// The sum over the parcels of `rows`, in any order the same to the last bit.
[[nodiscard]] FreedTotal freed_total(const Freed& freed, std::span<const std::uint32_t> rows);
/// Over all.
[[nodiscard]] FreedTotal freed_total(const Freed& freed);

/// How land_m2 of one parcel came about, as a sentence with its unit.
[[nodiscard]] Text land_reason(const Freed& freed, const Measures& measures,
                               const FactTable& parcels, std::size_t row);
/// How energy_tce of one subject came about: what the measure frees, from how much, by which line
/// and whose, and how the energy was stated; empty where no measure leads.
/// \param facts  of the subjects of `measures`
[[nodiscard]] Text energy_reason(const Measures& measures, const FactTable& facts, std::size_t row);
/// Where carbon comes from: "2 t/tce, 减碳 (default)".
[[nodiscard]] Text carbon_reason(const Profile& profile);

/// Writes land, vacant ground, floors, energy and carbon to the columns of the table `parcels`
/// that stand for them, row by row; `measure` gets the id of the leading one.
void write_freed_columns(const Freed& freed, const Measures& measures, ResultTable& parcels);

} // namespace tenglong
