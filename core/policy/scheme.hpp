#pragma once

#include "core/base/translation.hpp"
#include "core/codes/industry_code.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tenglong {

/// How an item turns a value into points; w is the weight, b the baseline.
enum class ScoreFamily : std::uint8_t {
    ratio,        ///< w x/b, for what should be high
    inverse,      ///< w b/x, for what should be low; there is none for zero and below
    mean_inverse, ///< w (2 - x/b), nothing from x = 2b on; the baseline is usually the mean
    min_max,      ///< w (base + span p)/100, p the place of x between the least and the greatest
    rank,         ///< w (n - r + 1)/n, r the place in the group, ties sharing the better one
};

/// Where a baseline comes from.
enum class BaselineKind : std::uint8_t {
    fixed,  ///< a figure of the scheme
    mean,   ///< of the values in the group
    median, ///< of an even number, the mean of the middle two
    max,
    min,
    ratio_of_sums, ///< the sum of the numerators over the sum of the denominators of the group
};

struct Baseline {
    BaselineKind kind = BaselineKind::fixed;
    double value = 0.0;  ///< the figure, if fixed
    double factor = 1.0; ///< times what was computed: 2 for "twice the mean of the county"
};

/// What a subject without a value gets for an item.
enum class MissingRule : std::uint8_t {
    undecided, ///< no total, hence no rank and no class
    average,   ///< the mean of the item's points over those of the group that have a value
    zero,
    penalty, ///< minus `ScoreItem::penalty` points
    drop,    ///< the item is left out and the weights of the others are raised in proportion
};

/// One indicator of a scheme.
struct ScoreItem {
    std::string fact; ///< holds the value, in the unit of the baseline
    Text label;
    std::string clause;
    double weight = 0.0; ///< points, more than zero
    ScoreFamily family = ScoreFamily::ratio;
    Baseline baseline;     ///< not used by `min_max` and `rank`
    std::string numerator; ///< the facts behind the ratio, for `ratio_of_sums`
    std::string denominator;
    bool higher_is_better = true; ///< for `min_max` and `rank`; others imply it
    double base = 20.0;           ///< for `min_max`: percent of the weight for the worst
    double span = 80.0;           ///< and what the best gets on top
    std::optional<double> least;  ///< for `min_max`: instead of the least of the group
    std::optional<double> greatest;
    std::optional<double> cap;   ///< the most points, as a multiple of the weight
    std::optional<double> floor; ///< the fewest; 0: negative counts as nothing
    MissingRule missing = MissingRule::undecided;
    double penalty = 0.0;         ///< points taken away under `MissingRule::penalty`
    bool zero_is_missing = false; ///< a value of 0 was not reported, it is not that good
};

/// Points given or taken beside the items: the value of a fact, one point each.
struct ScoreAdjustment {
    std::string id;
    Text label;
    std::string clause;
    std::string fact;            ///< a number of points, never negative; missing gives none
    bool deduction = false;      ///< taken away instead of given
    std::optional<double> limit; ///< the most points by this one
};

/// One class, such as A. Classes stand from the best to the worst.
struct ScoreClass {
    std::string letter;
    Text label;
    /// The class ends with this share of those ranked, counted from the best; 0.2 for the first
    /// 20%. The last class needs none.
    std::optional<double> share;
    /// The class begins with this score, inclusive. The last class needs none.
    std::optional<double> score;
};

enum class CutMode : std::uint8_t { by_share, by_score };

/// How many places a share of a group makes where it is no whole number.
enum class SeatRounding : std::uint8_t { down, nearest, up };

/// Which class those with equal totals get when a cut falls among them.
enum class TieRule : std::uint8_t { better, worse };

enum class OverrideKind : std::uint8_t {
    veto,    ///< to the class named, whatever the total, even where it is undecided
    cap,     ///< not better than the class named
    promote, ///< so many classes better, at most the best
    demote,  ///< so many classes worse, at most the worst
};

/// A change of class after ranking. Overrides work in the order of the scheme, each on the result
/// of the one before.
struct ScoreOverride {
    std::string id;
    Text label;
    std::string clause;
    std::string rule; ///< of enterprises; an unknown verdict does not apply, and is reported
    OverrideKind kind = OverrideKind::veto;
    std::string letter; ///< for `veto` and `cap`
    int steps = 1;      ///< for `promote` and `demote`
};

enum class EnterpriseSize : std::uint8_t { all, above_scale, below_scale };

/// Who is evaluated by a scheme.
struct SchemeScope {
    EnterpriseSize size = EnterpriseSize::all;
    std::vector<IndustryPrefix> industries; ///< any of these; empty: every industry
    std::optional<double> least_mu;         ///< an enterprise with less land in use is left out
};

/// Industries that are ranked among themselves.
struct IndustryGroup {
    std::string id;
    Text label;
    std::vector<IndustryPrefix> industries;
};

/// Over whom means, extremes and averages are taken.
enum class StatisticsScope : std::uint8_t { group, all };

/// A scheme of comprehensive evaluation by output per mu (亩均效益综合评价): items that make
/// a total, cuts that make classes, and overrides.
struct Scheme {
    std::string id;
    Text label;
    std::string clause;
    std::string document; ///< key of the document that the clause stands in
    SchemeScope scope;
    std::vector<ScoreItem> items;
    std::vector<ScoreAdjustment> adjustments;
    std::optional<double> most_bonus;     ///< over all adjustments that give points
    std::optional<double> most_deduction; ///< over all that take points

    std::vector<ScoreClass> classes; ///< from the best to the worst
    CutMode cut = CutMode::by_share;
    SeatRounding seats = SeatRounding::down;
    TieRule ties = TieRule::better;
    std::string unranked_letter; ///< what those not ranked are shown as, such as T
    std::vector<ScoreOverride> overrides;

    bool group_by_size = false;
    std::vector<IndustryGroup> industry_groups; ///< in no group: ranked with the others like it
    StatisticsScope statistics = StatisticsScope::group;
    bool statistics_with_unranked = false; ///< those not ranked count in means all the same
};

/// What decides whether, and in which group, an enterprise is evaluated; missing is unknown.
struct EnterpriseTraits {
    std::optional<bool> above_scale;
    std::optional<IndustryCode> industry;
    std::optional<double> land_mu; ///< in use: own and rented in, less let out
};

/// Whether a scheme evaluates an enterprise; nothing if what is known does not tell.
[[nodiscard]] std::optional<bool> applies(const SchemeScope& scope, const EnterpriseTraits& traits);

/// The number of the group that an enterprise is ranked in; nothing if it cannot be told.
[[nodiscard]] std::optional<std::uint32_t> group_of(const Scheme& scheme,
                                                    const EnterpriseTraits& traits);

/// The place of a class in the scheme, 0 the best; nothing if there is none of that letter.
[[nodiscard]] std::optional<std::size_t> class_of(const Scheme& scheme, std::string_view letter);

/// What makes a scheme unusable, a sentence each; empty if it can be scored with.
[[nodiscard]] std::vector<Text> faults_of(const Scheme& scheme);

} // namespace tenglong
