#pragma once

#include "core/register/allocation.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tenglong {

/// What tenants' figures and land become where they are merged in the holders of their parcels.
struct Merged {
    Amounts amounts;                 ///< by row, moved; `k_missing` only where nothing was known
    std::vector<Units> land;         ///< by row, land used; `k_missing` where it is not known
    std::vector<std::uint32_t> into; ///< by row: the holder that got all of it, or k_nobody
    std::vector<bool> has_tenants;   ///< by row: figures of tenants are in it
    /// By row, a bit for each figure: a tenant merged in it lacks the figure, so the sum is not
    /// complete.
    std::vector<std::uint16_t> incomplete;
};

/// Moves the part of each tenant's figures and land that lies on a parcel to the parcel's holder,
/// the one with the most land if there are several, if the holder is among the enterprises.
/// Tenants with at least `apart_from` of land stay apart. Only what is a tenant's own moves, and
/// only once.
[[nodiscard]] Merged merge_tenants(const RegisterInput& input,
                                   const std::vector<std::size_t>& first_of,
                                   std::span<const Link> links, const LinksByParcel& by_parcel,
                                   const std::vector<EnterpriseLand>& lands, const Amounts& amounts,
                                   std::optional<Units> apart_from);

} // namespace tenglong
