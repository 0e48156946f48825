#pragma once

#include <cstdint>

namespace tenglong::tools::gen {

/// What a cell between four streets is used for.
enum class Use : std::uint8_t { farmland, open, village, hill, river, urban, industrial, special };

/// What may be planted among the parcels of an industrial cell.
enum class Role : std::uint8_t {
    mixed,   ///< ordinary parcels and cases that need no exact outline
    clean,   ///< nothing that any rule could flag
    cluster, ///< low efficiency throughout, one block with its neighbour
    special  ///< outlines of a template
};

/// Between lattice lines: column i lies between lines i and i + 1.
struct Cell {
    Use use = Use::farmland;
    Role role = Role::mixed;
    std::uint8_t parcels = 0;
    bool scattered = false;       ///< industry on its own, in no park
    bool first_scattered = false; ///< the first such cell of its tile
    bool line_left = false;       ///< its western half lies inside the control line
    bool line_right = false;
    std::int16_t town = 0;
    std::int16_t plan = -1; ///< its template, if special
    std::int32_t tile = 0;
    std::int32_t park = -1;
    std::int32_t unit = -1;
    std::int32_t cluster = -1;
    std::int32_t first_number = 0; ///< of its first parcel, in the town
    std::int32_t first_mixed = 0;  ///< of its first parcel among the tile's mixed ones
    std::int64_t first_parcel = 0; ///< of its first parcel, in the city
};

enum class Road : std::uint8_t { none, local, secondary, arterial };

/// Half of the land that the road takes, in metres.
[[nodiscard]] constexpr std::int64_t half_width_m(Road road) noexcept
{
    constexpr std::int64_t k_arterial = 20;
    constexpr std::int64_t k_secondary = 13;
    constexpr std::int64_t k_local = 8;
    switch (road) {
    case Road::arterial:
        return k_arterial;
    case Road::secondary:
        return k_secondary;
    case Road::local:
        return k_local;
    case Road::none:
        break;
    }
    return 3;
}

} // namespace tenglong::tools::gen
