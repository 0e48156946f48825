#pragma once

#include "core/base/translation.hpp"
#include "core/register/exact.hpp"

#include <cstdint>
#include <string_view>

namespace tenglong {

/// How it is known that an enterprise uses a parcel, the surest first.
enum class MatchKind : std::uint8_t {
    own_row,             ///< a row of the land ledger says that the land is its own
    lease_row,           ///< a row of the land ledger says that it leases the land
    parcel_code,         ///< its row names the parcel
    unit_code,           ///< its row names a real-estate unit on the parcel
    holder_code,         ///< its credit code is the holder's
    holder_organization, ///< the organisation code within both credit codes is the same
    coordinates,         ///< it lies in the parcel
    holder_name,         ///< its name is the holder's
};

/// What the enterprise is on the parcel.
enum class Title : std::uint8_t {
    holder, ///< the register names it as holder
    user,   ///< the land is its own by its own word, or no holder is known
    tenant, ///< it leases the land
};

/// How the land that an enterprise uses on a parcel is known, the surest first.
enum class LandBasis : std::uint8_t {
    ledger,      ///< the area in a row of the land ledger
    stated,      ///< the enterprise's stated land, on its only parcel
    stated_part, ///< the same, divided over its parcels in proportion to their areas
    floor_share, ///< the parcel's area in proportion to the floor leased
    parcel_area, ///< the parcel's area, less what others are known to use
    equal_share, ///< that rest, in equal shares among those of whom nothing is known
    unknown,     ///< nothing is known, and the land is counted as none
};

[[nodiscard]] std::string_view key(MatchKind kind) noexcept;
[[nodiscard]] std::string_view key(Title title) noexcept;
[[nodiscard]] std::string_view key(LandBasis basis) noexcept;
[[nodiscard]] Text label(MatchKind kind);
[[nodiscard]] Text label(Title title);
[[nodiscard]] Text label(LandBasis basis);

/// One enterprise on one parcel; there is never a second link between the two.
struct Link {
    std::uint32_t enterprise = 0;
    std::uint32_t parcel = 0;
    Units land = 0; ///< used there, net of what it lets
    Units weight =
        0; ///< by which the enterprise's figures are divided: the land, where it is known
    MatchKind match = MatchKind::parcel_code;
    Title title = Title::user;
    LandBasis basis = LandBasis::unknown;
    bool part_of_year = false; ///< a lease that covers part of the year, weighted by days
};

} // namespace tenglong
