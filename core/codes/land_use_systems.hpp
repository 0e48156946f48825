#pragma once

#include "core/codes/land_use_code.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace tenglong::detail {

inline constexpr std::array k_land_use_systems{
    LandUseSystem::spatial_2023, LandUseSystem::planning, LandUseSystem::survey_2017,
    LandUseSystem::survey_2007, LandUseSystem::survey_2002};

/// What a normalised code means in one system.
struct LandUseReading {
    bool known = false;              ///< the system has this code
    std::optional<LandUseKind> kind; ///< nothing for a whole town or an area yet to be planned
    std::optional<int> grade;
};

/// A code as the systems have it.
struct LandUseFinding {
    LandUseReading reading;
    std::optional<LandUseSystem> system; ///< nothing if no system has the code
    std::optional<LandUseSystem> rival;  ///< another system that reads it otherwise
};

[[nodiscard]] LandUseReading read_land_use(std::string_view code, LandUseSystem system);

/// What a label without codes says, all its parts together; nothing if no part is known.
[[nodiscard]] std::optional<LandUseKind> read_land_use_label(std::string_view label);

/// The kind of several uses on one parcel.
[[nodiscard]] LandUseKind combined(LandUseKind a, LandUseKind b) noexcept;

} // namespace tenglong::detail
