#pragma once

#include "geo/line/line_book.hpp"
#include "geo/plan/candidate_ground.hpp"
#include "geo/plan/candidate_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tenglong::geo {

/// What became of a candidate, and for the others why.
enum class CandidateFate : std::uint8_t {
    chosen,
    not_needed,     ///< nothing is due, or what is due is cheaper without it
    overlaps,       ///< shares ground with a chosen one
    apart,          ///< touches neither the line nor chosen land, and has to
    too_late,       ///< available only when it cannot help any more
    other_region,   ///< nothing is due in its region
    nothing_counts, ///< by the terms of the account
    no_price,
    no_shape
};

/// The stable name: "not_needed".
[[nodiscard]] std::string_view name(CandidateFate fate) noexcept;

struct PlannedCandidate {
    double claimed_m2 = 0.0;
    double counted_m2 = 0.0; ///< were it taken
    CandidateFate fate = CandidateFate::not_needed;
    std::size_t step = 0;        ///< of a chosen one, from 1 on: by day, region and code
    double cumulative_m2 = 0.0;  ///< chosen until then
    double cumulative_wan = 0.0; ///< and what it costs
    Text reason;
};

/// The problem of a plan, and which candidate each of its items is.
struct PlanTask {
    PlanProblem problem;
    std::vector<std::uint32_t> candidate; ///< by item
    std::vector<bool> is_item;            ///< by candidate
};

/// What the fates of candidates are told from.
struct FateGround {
    const CandidateRows& candidates;
    const LineBook& book;          ///< what counts of each, and what does not
    const CandidateGround& ground; ///< how they lie to each other
    const PlanTask& task;
    const std::vector<bool>& held;   ///< by candidate: needs no chosen land beside it
    const std::vector<bool>& chosen; ///< by candidate
    Date as_of;
};

/// The day from which on a candidate can count, not before `as_of`.
[[nodiscard]] Date day_of(const CandidateRow& row, Date as_of);

/// Fills the fate and the reason of each candidate, whose areas are filled.
void tell_fates(const FateGround& from, std::vector<PlannedCandidate>& planned);

} // namespace tenglong::geo
