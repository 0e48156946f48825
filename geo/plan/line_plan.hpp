#pragma once

#include "core/plan/needs.hpp"
#include "core/plan/solver.hpp"
#include "geo/line/line_account.hpp"
#include "geo/plan/candidate_fate.hpp"
#include "geo/plan/candidate_rows.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tenglong::geo {

/// A need, and what the plan does about it.
struct MetNeed {
    PlanNeed need;
    double due_m2 = 0.0;
    double planned_m2 = 0.0;
    double short_m2 = 0.0;
    std::optional<Date> restored; ///< the day from which on it is met
};

struct PlanRequest {
    NeedTerms terms;
    double gap = 0.0;
    const Solver* solver = nullptr;
    /// As for line_account(), so that the plan is for the account that is told.
    std::optional<bool> from_parcels = std::nullopt;
};

/// The cheapest set of candidates that restores the balance, and why it is that.
struct LinePlan {
    LineAccount account;
    CandidateRows candidates;
    std::vector<PlannedCandidate> planned; ///< by candidate
    LineBook book;                         ///< of the candidates
    std::vector<MetNeed> needs;
    PlanAnswer answer; ///< its items are not the candidates: those without a price are left out
    Judgement after;   ///< of the account with what was chosen
    std::vector<Room> room;
    std::vector<Room> room_after;

    [[nodiscard]] double chosen_m2() const noexcept;
    /// What of the needs cannot be met in the end.
    [[nodiscard]] double short_m2() const;
    [[nodiscard]] std::size_t count(CandidateFate fate) const noexcept;
};

/// Keeps the account and plans for it. Each candidate is judged as a change would be.
/// \throws UsageError as line_account(); if something is due and the job has no candidates, or none
/// of their layers has a column of prices.
[[nodiscard]] LinePlan plan_line(const Survey& survey, const Profile& profile, AreaKind area,
                                 const PlanRequest& request, Workers& workers,
                                 std::vector<Issue>& issues);

/// plan, plan_needs and plan_room, filled.
[[nodiscard]] std::vector<SpatialTable> plan_tables(const LinePlan& plan);

} // namespace tenglong::geo
