#pragma once

#include "core/policy/profile.hpp"

#include <optional>
#include <string_view>

namespace tenglong::geo {

/// A figure of the profile in a unit of its dimension; nothing if the profile has no number of that
/// name.
[[nodiscard]] std::optional<double> figure_in(const Profile& profile, std::string_view key,
                                              std::string_view unit);

} // namespace tenglong::geo
