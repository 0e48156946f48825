#pragma once

#include "core/policy/profile.hpp"

#include <optional>
#include <string_view>

namespace tenglong {

/// A figure of the profile in a unit of its dimension; nothing if it has no number of that name.
[[nodiscard]] std::optional<double> number_of(const Profile& profile, std::string_view key,
                                              std::string_view unit);

/// A figure with its value, who sets it and its note: "2 t/tce, 减碳 (default)".
[[nodiscard]] Text figure_reason(const Profile& profile, std::string_view key);

/// A lookup table of the profile; null if it has none of that name.
[[nodiscard]] const LookupTable* table_of(const Profile& profile, std::string_view key);

} // namespace tenglong
