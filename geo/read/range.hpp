#pragma once

#include <limits>
#include <optional>
#include <string_view>

namespace tenglong::geo {

/// Bounds that a text sets. NaN: no bound.
struct Range {
    double low = std::numeric_limits<double>::quiet_NaN();
    double high = std::numeric_limits<double>::quiet_NaN();
};

/// Reads "1.0-2.0", "≥1.5", "不低于1.5", "1.2以上", ">1.0，≤2.0", "1.0≤容积率≤2.0"; a bare number
/// is both bounds. Nothing for anything else.
[[nodiscard]] std::optional<Range> parse_range(std::string_view text);

} // namespace tenglong::geo
