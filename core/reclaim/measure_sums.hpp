#pragma once

#include "core/base/exact_sum.hpp"
#include "core/reclaim/freed.hpp"
#include "core/reclaim/measures.hpp"
#include "core/reclaim/treatment.hpp"
#include "core/tables/result_table.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tenglong {

/// How large a region is: all parcels, those of a county, those of a town.
enum class MeasureLevel : std::uint8_t { all, county, town };

/// What one measure comes to in one region. Amounts are those of the subjects that have them; the
/// counts beside them say how many have not.
struct MeasureSums {
    MeasureLevel level = MeasureLevel::all;
    std::string name; ///< of the region; empty: all, or those that name none
    SubjectKind subject = SubjectKind::parcel;
    std::uint16_t measure = k_no_measure; ///< k_no_measure: it cannot be decided which
    std::size_t subjects = 0;
    ExactSum area_m2; ///< of parcels; of enterprises the land that they use
    ExactSum land_m2;
    ExactSum energy_used_tce;
    ExactSum energy_tce;
    ExactSum carbon_t;
    std::size_t no_land = 0;   ///< whose freed land cannot be told
    std::size_t no_energy = 0; ///< whose energy room cannot be told
    // By how the energy of the subjects was stated.
    std::size_t stated = 0;
    std::size_t equivalent = 0;
    std::size_t calorific = 0;
    std::size_t mixed = 0;
};

/// What measures of parcels and of enterprises come to; all outlive the call.
struct MeasureSumsInput {
    const FactTable* parcels = nullptr;
    const Freed* freed = nullptr;
    const Measures* measures = nullptr;
    const FactTable* enterprises = nullptr; ///< null: none
    const Treatment* treatment = nullptr;
    const Measures* enterprise_measures = nullptr;
};

/// By level, region, subject and measure in the order of the profile, what cannot be decided last.
/// Subjects to which no measure applies are in no row: they free nothing. Over the measures of
/// parcels land, energy and carbon add up to the total of a region. What enterprises free is the
/// same land and energy by another way, never to be added to that of parcels.
[[nodiscard]] std::vector<MeasureSums> sum_by_measure(const MeasureSumsInput& input);

/// Adds them to the table `measures`, with how the energy was stated, the line above which it is
/// excess and the factor of carbon, each with its source; complete.
void fill_measures(ResultTable& table, const std::vector<MeasureSums>& sums, const Profile& profile,
                   Lang lang = Lang::zh);

} // namespace tenglong
