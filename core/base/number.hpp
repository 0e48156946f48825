#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tenglong {

/// A number as people write it in tables: 1234.5, 1,234.5, 12%, 1/3, full-width digits; nothing
/// for anything else ("1.0-2.0", "约 3", "/"). A percentage is a fraction: 12% is 0.12.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// For people: at most `decimals` decimals, no trailing zeros, never an exponent or "-0".
[[nodiscard]] std::string format_number(double value, int decimals = 4);

} // namespace tenglong
