#pragma once

#include "core/base/translation.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tenglong::geo {

/// What an input is about: the sections of a job file.
enum class InputKind : std::uint8_t {
    parcels,
    buildings,
    enterprises,
    leases,
    supply,
    control_line,
    changes,
    parks,
    units,
    towns,
    planned_use,
    farmland,
    red_line,
    roads,
    candidates,
    permitted_zone,
    space_zones
};

/// Which geometry an input of a kind must or may bring.
enum class GeometryNeed : std::uint8_t {
    none,
    point_if_any,
    polygon_if_any,
    polygon,
    line_or_polygon
};

[[nodiscard]] std::span<const InputKind> input_kinds() noexcept;

/// As in the job file: `control_line`.
[[nodiscard]] std::string_view key_of(InputKind kind) noexcept;
[[nodiscard]] std::optional<InputKind> parse_input_kind(std::string_view key) noexcept;

/// For people: 控制线; "control line".
[[nodiscard]] const Text& label_of(InputKind kind);

[[nodiscard]] GeometryNeed geometry_need(InputKind kind) noexcept;

} // namespace tenglong::geo
