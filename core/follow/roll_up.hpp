#pragma once

#include "core/base/date.hpp"
#include "core/tables/result_table.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace tenglong {

/// What progress is added up over.
enum class PeriodKind : std::uint8_t { month, quarter, year };

/// "2023-12", "2023Q4", "2023".
[[nodiscard]] std::string period_of(Date day, PeriodKind kind);

/// A step from one result to the next, dated by the later one.
struct FollowStep {
    const ResultTable* table = nullptr; ///< `follow`
    Date day{};
};

/// The steps added up by period and district (the first six digits of parcel codes), and by period,
/// district and town. What was there before is that of the first step of a period, what is there
/// after that of the last; what happened is added. Ranked in each period and level by the share of
/// problem land that was struck off; who had none is not ranked.
/// \pre the steps are in the order of their days.
[[nodiscard]] ResultTable roll_up(std::span<const FollowStep> steps, PeriodKind kind);

} // namespace tenglong
