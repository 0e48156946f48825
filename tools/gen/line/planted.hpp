#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tenglong::tools::gen {

enum class GroundKind : std::uint8_t {
    occupy,
    compensate,
    give_up,
    add,
    farmland,
    red_line,
    candidate
};

/// A rectangle in metres from the south-west corner of a cell's ground.
struct Patch {
    double x0;
    double y0;
    double x1;
    double y1;
};

/// Something planted on a template that is no parcel.
struct PlantedGround {
    std::string_view id; ///< of the case
    GroundKind kind;
    std::string_view plan; ///< the template it lies on
    Patch patch;
    Patch second{0, 0, 0, 0}; ///< for those in two parts
    int months_ago = 0;       ///< of the decision
    std::string_view pair{};
    bool proposed = false; ///< not decided yet: counts for nothing
    /// Too small or too narrow for the defaults of the shipped profiles, so it counts for nothing;
    /// no document sets these figures.
    bool doubtful = false;
    std::string_view intent{};
};

[[nodiscard]] std::span<const PlantedGround> planted_grounds() noexcept;

} // namespace tenglong::tools::gen
