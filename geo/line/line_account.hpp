#pragma once

#include "core/balance/checks.hpp"
#include "core/policy/profile.hpp"
#include "geo/line/change_rows.hpp"
#include "geo/read/job.hpp"
#include "geo/write/spatial_table.hpp"

#include <vector>

namespace tenglong::geo {

/// The account of the control line of one base, with the geometry that it stands on.
struct LineAccount {
    ChangeRows changes;
    std::vector<Booking> bookings; ///< by change, with what counts of each
    LineBook book;
    Judgement decided;              ///< approved and done, by the day of the account
    Judgement with_proposals;       ///< and what is proposed
    double before_m2 = 0.0;         ///< of the line
    double after_m2 = 0.0;          ///< of the line after what is decided
    std::optional<double> stock_m2; ///< existing industrial land; nothing: not known

    /// As Judgement::holds(), but never yes while rows are left out.
    [[nodiscard]] Truth holds() const noexcept;
};

/// Keeps the account that the profile's [balance] asks for.
/// \throws UsageError if the profile has none, or the job has no control line where it needs one.
[[nodiscard]] LineAccount line_account(const Survey& survey, const Profile& profile, AreaKind area,
                                       Date as_of, Workers& workers, std::vector<Issue>& issues);

/// line_before, line_after, changes, changes_lost and account, filled.
[[nodiscard]] std::vector<SpatialTable> line_tables(const LineAccount& account,
                                                    const Survey& survey, const Profile& profile,
                                                    Workers& workers);

} // namespace tenglong::geo
