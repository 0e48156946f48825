#pragma once

#include "core/register/land.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace tenglong {

/// A figure of a row, in units; `k_missing` where the row has none.
inline constexpr Units k_missing = std::numeric_limits<Units>::min();

/// The figures of all rows: columns by row, empty for figures that no row has.
using Amounts = std::array<std::vector<Units>, k_year_figures>;

/// What became of one figure, or of the land, in units. Every unit that entered is in one place.
struct FigureAccount {
    WideUnits entered = 0;    ///< all rows
    WideUnits placed = 0;     ///< on parcels
    WideUnits unplaced = 0;   ///< of enterprises with parcels, for land on none of them
    WideUnits unmatched = 0;  ///< of enterprises without a parcel
    WideUnits duplicate = 0;  ///< in rows set aside as duplicates
    WideUnits other_year = 0; ///< in rows set aside for their year
    std::size_t lacking = 0;  ///< rows that count and have no such figure

    [[nodiscard]] bool holds() const noexcept
    {
        return entered == placed + unplaced + unmatched + duplicate + other_year;
    }
};

/// Reads the figures of all rows. What is beyond any enterprise is reported and missing.
[[nodiscard]] Amounts read_amounts(const RegisterInput& input, IssueList& issues);

/// Sets the weight of each link: the land used there; where an enterprise uses no land or its land
/// is not known, the areas of its parcels; where these are not known either, the same for each,
/// which is reported.
void weigh_links(const RegisterInput& input, const std::vector<std::size_t>& first_of,
                 std::span<Link> links, const std::vector<EnterpriseLand>& lands,
                 IssueList& issues);

/// Divides an amount of an enterprise over its links, in their order, and what stays unplaced as
/// the last part: by largest remainders, so that nothing is lost.
class Divider {
public:
    /// \pre the links are weighed.
    Divider(std::span<const Link> links, const EnterpriseLand& land);

    /// One part for each link and one for what is unplaced; good until the next call.
    [[nodiscard]] std::span<const Units> divide(Units amount);

private:
    std::vector<Units> m_weights;
    std::vector<Units> m_parts;
};

} // namespace tenglong
