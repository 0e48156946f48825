#pragma once

#include "core/register/matcher.hpp"
#include "core/register/stated_land.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tenglong {

/// Links by parcel: the positions in `links` of those on each parcel.
struct LinksByParcel {
    std::vector<std::size_t> first; ///< one more than parcels
    std::vector<std::uint32_t> at;

    [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t parcel) const
    {
        return {at.data() + first[parcel], first[parcel + 1] - first[parcel]};
    }
};

/// One order of enterprises whatever that of the rows: by credit code, name and place.
[[nodiscard]] bool before(const EnterpriseRow& a, const EnterpriseRow& b);

/// Divides the land of each enterprise over its parcels, and finds the land of those who state
/// none.
///
/// What is stated is divided first: land of its own over the parcels that are its own, leased land
/// over the others, each in proportion to the ledger's areas, else to the parcels' areas. A part
/// for which there is no such parcel goes to the others if these have none of their own, and is
/// `unplaced` otherwise; so is what exceeds the parcels' areas by more than `area_error`.
/// Those who state nothing get the land of their floors' share, else what the others leave of the
/// parcel, in equal shares if there are several, which is reported.
///
/// Writes land and basis into the links of `matches`, and `used`, `unplaced` and the source of
/// derived land into `lands`. Land zero and below, land that exceeds its parcel and slips of unit
/// are reported.
void settle_land(const RegisterInput& input, const Selection& selection, const Ledger& ledger,
                 const LinksByParcel& by_parcel, const RegisterTolerances& tolerances,
                 Matches& matches, std::vector<EnterpriseLand>& lands, IssueList& issues);

[[nodiscard]] LinksByParcel links_by_parcel(const Matches& matches, std::size_t parcels);

} // namespace tenglong
