#pragma once

#include "core/register/allocation.hpp"
#include "core/register/tenant_merge.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenglong {

/// A holder whose name is like that of an enterprise without a parcel: a hint, never a match.
struct NameHint {
    std::string holder;
    std::uint32_t parcel = 0; ///< the first of the holder's
    double likeness = 0.0;    ///< 0.7 to 1
};

/// An enterprise whose row counts and that has no parcel.
struct Unmatched {
    std::uint32_t enterprise = 0;
    NoMatch reason = NoMatch::not_found;
    std::vector<NameHint> hints; ///< at most two, the most like first
};

/// Who uses which parcel, how that is known, and what falls on each.
///
/// Enterprises are numbered as the rows of the input; rows set aside have no links. Parcels are
/// numbered as the records.
struct Register {
    Selection selection;
    std::vector<Link> links;           ///< by enterprise; of one, by the order of parcels
    std::vector<std::size_t> first_of; ///< the first link of each row, and one behind the last
    LinksByParcel by_parcel;           ///< positions in `links`
    std::vector<EnterpriseLand> lands; ///< by row
    Amounts amounts;                   ///< the rows' own figures
    std::optional<Merged> merged;      ///< if tenants are merged: what enterprises are judged by

    Amounts parcel_sums;             ///< by parcel; empty columns for figures that nobody has
    std::vector<std::uint32_t> lead; ///< by parcel: who uses most of it; k_nobody: none known

    std::array<FigureAccount, k_year_figures> accounts; ///< by figure
    FigureAccount land_account;                         ///< of land used

    std::vector<Unmatched> unmatched; ///< in the order of the rows
    std::vector<UnplacedOccupation> unplaced_occupations;
    std::vector<Issue> issues;

    [[nodiscard]] std::span<const Link> links_of(std::size_t enterprise) const
    {
        return {links.data() + first_of[enterprise],
                first_of[enterprise + 1] - first_of[enterprise]};
    }

    /// The enterprises that a figure of the parcel comes from: links that carry weight.
    [[nodiscard]] std::size_t enterprises_on(std::size_t parcel) const;
    /// How many of them lack the figure. The sum is complete only if none does.
    [[nodiscard]] std::size_t lacking_on(std::size_t parcel, YearFigure figure) const;
};

/// Joins enterprises to parcels and divides land and figures. The result depends on the rows and
/// their places in the files, not on the order in which they are given.
[[nodiscard]] Register make_register(const RegisterInput& input, const RegisterOptions& options);

} // namespace tenglong
