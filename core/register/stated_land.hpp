#pragma once

#include "core/register/ledger.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tenglong {

/// Where the land of an enterprise is known from.
enum class LandSource : std::uint8_t {
    unknown,
    stated,  ///< own + leased in - let out, from its row
    total,   ///< one figure for the land used, from its row
    ledger,  ///< the same sum, from the land ledger
    parcels, ///< derived: the area of the parcels that it holds or uses, less what others use
};

[[nodiscard]] Text label(LandSource source);

/// The land of one enterprise: used = own + leased in - let out.
struct EnterpriseLand {
    std::optional<Units> own;
    std::optional<Units> leased_in;
    std::optional<Units> let_out;
    std::optional<Units> used; ///< zero and below where the parts say so, which is reported
    Units unplaced = 0;        ///< of it, on none of the parcels that are linked
    LandSource source = LandSource::unknown;
    bool let_out_stated = false; ///< in its row, and not only in the ledger
    bool part_of_year = false;   ///< leases are weighted by the days of the year
};

/// Reads the land of each enterprise that counts, from its row and the ledger. Where both speak,
/// they must agree to `land_difference` (or `land_least_m2`): then the ledger counts, because it
/// knows the dates; otherwise the row counts, and the difference is reported. `used` stays open for
/// `settle_land`, except where one figure gives it.
[[nodiscard]] std::vector<EnterpriseLand>
stated_land(const RegisterInput& input, const Selection& selection, const Ledger& ledger,
            const RegisterTolerances& tolerances, IssueList& issues);

} // namespace tenglong
