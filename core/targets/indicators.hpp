#pragma once

#include "core/base/date.hpp"
#include "core/facts/fact_table.hpp"
#include "core/policy/profile.hpp"
#include "core/tables/result_table.hpp"
#include "core/targets/reported.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tenglong {

/// Where the actual value of an indicator comes from.
enum class ActualKind : std::uint8_t {
    none,      ///< no data
    reported,  ///< by the bureau, in the job
    computed,  ///< from the data of the run
    potential, ///< from the data of the run: what could be freed, and is not carried out yet
};

/// One indicator and one of its target years.
struct IndicatorRow {
    const Target* target = nullptr;
    int year = 0;
    double goal = 0.0; ///< for `keep` without a goal the base
    std::optional<double> actual;
    int actual_year = 0;
    ActualKind kind = ActualKind::none;
    std::optional<double> progress;   ///< 1 is the goal
    std::optional<bool> met;          ///< nothing: no data, or only a potential
    std::optional<int> expected_year; ///< in which the goal is reached at the pace so far
};

/// The indicator systems of a policy (F1), a row for each target and year, in its order.
///
/// A reported value counts before a computed one. For a goal of year Y counts the value of that
/// year; of a target that is neither yearly nor for a later year also the latest value before it.
/// What is freed by measures not carried out is a potential: it is shown, and meets no goal.
/// The pace is that from the base, or from the earliest reported year, to the value.
/// \param regions  facts of the region whose targets these are, in `row`; null: none
/// \throws UsageError if a report names a target that the policy does not have
[[nodiscard]] std::vector<IndicatorRow> indicators(const Profile& profile, const FactTable* regions,
                                                   std::size_t row,
                                                   std::span<const ReportedActual> reported,
                                                   Date as_of);

/// Why a row has its value, or none.
[[nodiscard]] Text indicator_note(const IndicatorRow& row);

/// Adds the rows to the table `indicators`; complete.
void fill_indicators(ResultTable& table, std::span<const IndicatorRow> rows,
                     const Profile& profile);

} // namespace tenglong
