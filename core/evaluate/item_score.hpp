#pragma once

#include "core/evaluate/score.hpp"

#include <optional>
#include <vector>

namespace tenglong {

/// What the values of one item are measured against in one group.
struct ItemReference {
    std::optional<double> baseline; ///< for `min_max` the least; nothing if there is none
    std::optional<double> greatest; ///< for `min_max`
    std::vector<double> sorted;     ///< for `rank`: the values of the group, ascending
};

/// The sum of some values, the same to the last bit whatever their order. Reorders them.
[[nodiscard]] double sum_of(std::vector<double>& values);

/// The reference from the values of a group; for a ratio of sums from its numerators and
/// denominators, in pairs. Reorders its arguments.
[[nodiscard]] ItemReference reference_of(const ScoreItem& item, std::vector<double>& values,
                                         std::vector<double>& numerators,
                                         std::vector<double>& denominators);

/// The points of a value before cap and floor; nothing if the reference has no baseline.
/// \pre the value suits the family (`gap_of`).
[[nodiscard]] std::optional<double> formula_points(const ScoreItem& item, double value,
                                                   const ItemReference& reference);

/// Why a value cannot be scored, or `none`.
[[nodiscard]] ItemGap gap_of(const ScoreItem& item, std::optional<double> value) noexcept;

/// Value to points, with cap and floor. Where there is a gap, the points stay open and the rule is
/// `undecided`: `fill_gap` knows what to do.
[[nodiscard]] ItemScore item_score(const ScoreItem& item, std::optional<double> value,
                                   const ItemReference& reference);

/// Applies the rule for missing values to an item with a gap. `average`: the mean of the points in
/// the group, if there are any. An item without a baseline stays undecided.
void fill_gap(ItemScore& score, const ScoreItem& item, std::optional<double> average);

} // namespace tenglong
