#pragma once

#include "core/balance/checks.hpp"
#include "core/policy/profile.hpp"
#include "geo/line/change_rows.hpp"
#include "geo/line/region_names.hpp"
#include "geo/read/job.hpp"
#include "geo/write/spatial_table.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tenglong::geo {

/// The account of the control line of one base, with the geometry that it stands on.
struct LineAccount {
    ChangeRows changes; ///< with what is claimed and counts of each
    /// By change, and for one that lies in several regions by region: what counts of it there.
    std::vector<Booking> bookings;
    std::vector<std::vector<RegionPart>> line_regions; ///< of the line before, by row
    LineBook book;
    Opening opening;                ///< of the land that the policy watches
    Judgement decided;              ///< approved and done, by the day of the account
    Judgement with_proposals;       ///< and what is proposed
    double before_m2 = 0.0;         ///< of the line
    double after_m2 = 0.0;          ///< of the line after what is decided
    std::optional<double> stock_m2; ///< existing industrial land; nothing: not known

    std::optional<StockPlan> plan; ///< where the policy asks for it and parcels tell
    /// As Judgement::holds(), but never yes while rows are left out.
    [[nodiscard]] Truth holds() const noexcept;
};

/// What an account is kept from: of other inputs it needs nothing.
[[nodiscard]] std::span<const InputKind> line_inputs() noexcept;

/// Keeps the account that the profile's [balance] asks for. A change that lies in several towns is
/// booked in each with what counts of it there, unless its row names the region that answers for
/// it.
/// \param from_parcels whether re-planned parcels are changes; nothing: as the policy says
/// \throws UsageError if the profile has none, or the job has no control line where it needs one.
[[nodiscard]] LineAccount line_account(const Survey& survey, const Profile& profile, AreaKind area,
                                       Date as_of, Workers& workers, std::vector<Issue>& issues,
                                       std::optional<bool> from_parcels = std::nullopt);

/// What would count of each candidate beside the changes of an account, by the same terms;
/// candidates do not know of each other. Proposed compensation is a claim whatever the states.
/// \param contiguous whether a candidate has to touch the line by itself
[[nodiscard]] LineBook judge_candidates(const LineAccount& account, const Layer& candidates,
                                        const Survey& survey, const Profile& profile, AreaKind area,
                                        States states, bool contiguous, Workers& workers);

/// line_before, line_after, changes, changes_lost and account, filled.
/// \param changes their facts, by which the rules of the profile judge them
[[nodiscard]] std::vector<SpatialTable> line_tables(const LineAccount& account,
                                                    const FactTable& changes, const Survey& survey,
                                                    const Profile& profile);

} // namespace tenglong::geo
