#pragma once

#include "core/evaluate/columns.hpp"
#include "core/policy/scheme.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace tenglong {

/// The values of one item for all subjects.
struct ItemInput {
    NumberColumn value;
    NumberColumn numerator; ///< only where the baseline is a ratio of sums
    NumberColumn denominator;
};

/// A subject that belongs to no group that could be told: scored where it can be, never ranked.
inline constexpr std::uint32_t k_no_group = std::numeric_limits<std::uint32_t>::max();

/// What a scheme is applied to. Columns are as long as there are subjects, or empty where nobody
/// has the fact.
struct ScoreInputs {
    std::size_t subjects = 0;
    std::vector<ItemInput> items;          ///< one for each item of the scheme, in its order
    std::vector<NumberColumn> adjustments; ///< likewise
    std::vector<YesNoColumn> overrides;    ///< likewise
    YesNoColumn not_ranked;                ///< yes: scored, but outside ranks and classes
    std::span<const std::uint32_t> groups; ///< empty: all are one group
};

/// How the points of an item came about.
enum class ItemRule : std::uint8_t {
    formula,
    capped,
    floored,
    averaged,  ///< no value: the mean of the others
    zeroed,    ///< no value: nothing
    penalised, ///< no value: points taken away
    dropped,   ///< no value: left out, the others weigh more
    undecided, ///< no value, or no baseline: no points can be said
};

/// Why an item has no value to score.
enum class ItemGap : std::uint8_t {
    none,
    no_value,    ///< not given
    zero,        ///< zero, which the scheme or the formula takes as not given
    no_baseline, ///< nobody to compute the baseline from, or it is zero
};

struct ItemScore {
    std::optional<double> value;    ///< as given
    std::optional<double> baseline; ///< for `min_max` the least
    std::optional<double> greatest; ///< for `min_max`
    std::optional<double> points;   ///< nothing if dropped or undecided
    ItemRule rule = ItemRule::undecided;
    ItemGap gap = ItemGap::no_value;
};

/// One override at one subject: applied, or not because it is unknown whether it holds.
struct OverrideStep {
    std::uint32_t index = 0; ///< in the scheme
    bool known = true;
    std::optional<std::size_t> before; ///< the class it found
    std::optional<std::size_t> after;  ///< the class it left; the same where it changed nothing
};

struct SubjectScore {
    std::optional<double> total; ///< nothing if an item is undecided
    double bonus = 0.0;          ///< within `total`
    double deduction = 0.0;      ///< within `total`, as a positive number
    bool ranked = false;
    std::optional<std::uint32_t> rank; ///< 1 is the best of the group; equals share the better one
    std::uint32_t group_size = 0;      ///< those ranked in the group
    std::optional<std::size_t> class_before; ///< by rank or score; index in `Scheme::classes`
    std::optional<std::size_t> class_after;  ///< after the overrides
    std::vector<OverrideStep> overrides;     ///< applied or unknown, in the order of the scheme
};

/// The scores of all subjects, in the order of the inputs.
struct ScoreTable {
    std::size_t items_per_subject = 0;
    std::vector<ItemScore> items; ///< subject after subject
    std::vector<SubjectScore> subjects;

    [[nodiscard]] std::span<const ItemScore> items_of(std::size_t subject) const
    {
        return std::span{items}.subspan(subject * items_per_subject, items_per_subject);
    }
};

/// Scores, ranks and classes. A pure function: nothing of the result depends on the order of the
/// subjects, down to the last bit, but the order of its rows. O(n log n) for each item.
///
/// Totals that agree to 1e-9 are equal. A value that is infinite or not a number is missing.
/// Subjects that are not ranked get points and a total, but neither rank nor class, and overrides
/// pass them by; they do not count as places of their group.
///
/// \throws std::invalid_argument if a column does not fit the scheme or the number of subjects, or
/// if the scheme has faults (`faults_of`).
[[nodiscard]] ScoreTable score(const Scheme& scheme, const ScoreInputs& inputs);

} // namespace tenglong
