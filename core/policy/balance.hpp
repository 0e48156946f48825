#pragma once

#include "core/rules/figure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tenglong {

/// Which land the account watches.
/// stock: all existing industrial land, inside the line or not; inside_line: land inside the
/// line; swap: land outside the line given up for new land inside.
enum class BalanceMode : std::uint8_t { stock, inside_line, swap };

/// compensation_first: never in debt on any day; yearly: settled at the end of each year;
/// at_end: settled once over all changes.
enum class Settlement : std::uint8_t { compensation_first, yearly, at_end };

/// Whether each region balances by itself, or all of them together.
enum class BalanceScope : std::uint8_t { each_region, all_regions };

/// A figure as it is used: its value, and the key of the figure in the profile.
struct UsedFigure {
    Quantity value;
    std::string figure; ///< empty: written in place
    bool set = true;
    Citation citation;
};

/// The rules of the control-line account.
struct Balance {
    BalanceMode mode = BalanceMode::inside_line;
    UsedFigure ratio; ///< compensated area / occupied area, at least
    Settlement settlement = Settlement::compensation_first;
    BalanceScope scope = BalanceScope::each_region;
    bool stays_industrial = false;         ///< stock freed inside the line stays industrial
    bool total_not_less = false;           ///< the line after is not smaller than before
    bool carry_over = true;                ///< a surplus counts in the next period
    std::optional<UsedFigure> floor;       ///< industrial land, or the line, not below this area
    std::optional<UsedFigure> least_area;  ///< of a compensation polygon
    std::optional<UsedFigure> least_width; ///< of a compensation polygon
    bool contiguous = false;               ///< compensation touches the line or other compensation
    std::vector<std::string> keep_off;     ///< layers that compensation may not touch
    /// Classes of the zones of space control that compensation may lie in; empty: anywhere.
    std::vector<std::string> permitted;
    bool from_parcels = false; ///< re-planned industrial parcels are occupations, too
    std::string area;          ///< registered, plane or ellipsoid; empty: as the job says
    Citation citation;
    Text remark;
};

} // namespace tenglong
