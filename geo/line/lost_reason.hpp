#pragma once

#include "core/base/translation.hpp"

#include <cstdint>
#include <string_view>

namespace tenglong::geo {

/// Why a part of a change does not count.
enum class LostReason : std::uint8_t {
    outside_line,   ///< occupied, and not inside the line
    not_industrial, ///< occupied or given up, and no existing industrial land
    taken_before,   ///< an earlier change has taken it
    inside_line,    ///< compensates or is given up, and lies inside the present line
    is_industrial,  ///< compensates, and is industrial land already
    claimed_before, ///< an earlier change has brought it in
    on_farmland,    ///< permanent basic farmland
    on_red_line,    ///< inside the ecological red line
    not_permitted,  ///< outside the zone in which compensation may lie
    too_small,      ///< what is left is smaller than the policy's least area
    too_narrow,     ///< or nowhere as wide as its least width
    not_contiguous, ///< touches neither the line nor other compensation
    other_mode      ///< a kind of change that the policy's account does not have
};

/// The stable name: "outside_line".
[[nodiscard]] std::string_view name(LostReason reason) noexcept;
/// For people: "outside the line".
[[nodiscard]] Text label(LostReason reason);

} // namespace tenglong::geo
