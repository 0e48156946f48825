#pragma once

#include "core/register/ledger.hpp"
#include "core/register/link.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tenglong {

/// Why an enterprise has no parcel.
enum class NoMatch : std::uint8_t {
    none,           ///< it has one
    nothing_given,  ///< no code, no coordinates, no name
    code_not_found, ///< it names parcels that are not among those given
    ambiguous,      ///< several parcels or enterprises go by the same code or name
    contradicted,   ///< its name is a holder's whose credit code is another
    not_found,      ///< no parcel has its credit code, its place or its name
};

[[nodiscard]] Text label(NoMatch reason);

/// A link and what the land ledger says of it.
struct LinkDraft {
    Link link;
    std::optional<Units> ledger_area; ///< in rows with the enterprise as user
    Units let_out = 0;                ///< in rows with the enterprise as lessor
    std::optional<double> floor_m2;   ///< floors leased there
    bool area_missing = false;        ///< one of the rows has no area
};

struct Matches {
    std::vector<LinkDraft> drafts;     ///< by enterprise; of one, by the order of parcels
    std::vector<std::size_t> first_of; ///< of each row of the input, and one behind the last
    std::vector<NoMatch> reasons;      ///< of each row of the input; `none` for rows set aside
};

/// Places each enterprise whose row counts, by the surest of what is known of it:
///
/// 1. rows of the land ledger, for own land and for leases;
/// 2. the parcel and unit codes in its row (and in its duplicates, which may list its other land);
/// 3. without own land by these, the parcels whose holder has its credit code;
/// 4. without any of these, the parcel in which its coordinates lie;
/// 5. without own land by codes or coordinates, the parcels whose holder has exactly its name.
///
/// Whatever several parcels or enterprises answer to is reported and not used.
[[nodiscard]] Matches match(const RegisterInput& input, const Selection& selection,
                            const Ledger& ledger, ParcelIndex& parcels,
                            EnterpriseIndex& enterprises, IssueList& issues);

} // namespace tenglong
