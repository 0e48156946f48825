#pragma once

#include "core/register/enterprise_index.hpp"
#include "core/register/exact.hpp"
#include "core/register/issue_list.hpp"
#include "core/register/parcel_index.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tenglong {

inline constexpr std::uint32_t k_nobody = 0xFFFFFFFF;

/// A row of the land ledger on one parcel; a row that lists several is divided by their areas.
struct LedgerEntry {
    std::uint32_t occupation = 0;
    std::uint32_t user = k_nobody; ///< the enterprise that uses the land
    std::uint32_t lessor = k_nobody;
    std::uint32_t parcel = k_nobody;
    std::optional<Units> area;  ///< weighted by the days of the year that it covers
    std::optional<Units> whole; ///< the same unweighted
    std::optional<double> floor_m2;
    bool part_of_year = false;
};

/// Rows of the land ledger that name no enterprise or no parcel that is known.
struct UnplacedOccupation {
    std::uint32_t occupation = 0;
    Text reason;
};

struct Ledger {
    std::vector<LedgerEntry> entries; ///< in the order of the rows
    std::vector<UnplacedOccupation> unplaced;
};

/// The entries of a ledger by one of their parties, in the order of the rows.
class LedgerIndex {
public:
    /// \pre the ledger outlives the index.
    LedgerIndex(const Ledger& ledger, std::size_t enterprises, std::uint32_t LedgerEntry::*party);

    [[nodiscard]] std::span<const LedgerEntry* const> operator[](std::size_t enterprise) const
    {
        return {m_entries.data() + m_first[enterprise],
                m_first[enterprise + 1] - m_first[enterprise]};
    }

private:
    std::vector<std::size_t> m_first;
    std::vector<const LedgerEntry*> m_entries;
};

/// The days of a year that an occupation covers, first and last included, and the days of the year.
struct Coverage {
    int days = 0;
    int of = 365;
};
[[nodiscard]] Coverage coverage_of(std::optional<Date> start, std::optional<Date> end, int year);

/// Finds the enterprises and parcels of each row. A row without a parcel is on the only parcel of
/// its lessor (for own land, of its user), if there is only one; a row without a lessor is let by
/// the parcel's holder. A lease that does not touch the year is left out, with a note.
[[nodiscard]] Ledger read_ledger(const RegisterInput& input, std::optional<int> year,
                                 ParcelIndex& parcels, EnterpriseIndex& enterprises,
                                 IssueList& issues);

} // namespace tenglong
