#pragma once

#include "core/evaluate/score.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tenglong {

/// How many of `count` places a share takes, counted from the best.
[[nodiscard]] std::size_t seats_of(double share, std::size_t count, SeatRounding rounding) noexcept;

/// Ranks the subjects of one group that have a total, and cuts classes by share if the scheme does.
/// `members`: indices into `subjects` of those that are ranked. Equal totals get one rank, the
/// better, and one class.
void rank_group(const Scheme& scheme, std::vector<std::uint32_t>& members,
                std::span<SubjectScore> subjects);

/// The class of a total by the scores at which classes begin, inclusive.
[[nodiscard]] std::optional<std::size_t> class_by_score(const Scheme& scheme, double total);

/// Applies one override after another to `score.class_after`. `holds`: one answer for each
/// override of the scheme, nothing where it is unknown.
void apply_overrides(const Scheme& scheme, std::span<const std::optional<bool>> holds,
                     SubjectScore& score);

} // namespace tenglong
