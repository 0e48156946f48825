#include "core/evaluate/item_score.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong {

namespace {

[[nodiscard]] std::optional<double> median_of(std::vector<double>& values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2.0;
}

/// \pre `values` is not empty, unless the baseline is fixed or a ratio of sums.
[[nodiscard]] std::optional<double> computed(BaselineKind kind, std::vector<double>& values,
                                             std::vector<double>& numerators,
                                             std::vector<double>& denominators)
{
    switch (kind) {
    case BaselineKind::mean: {
        const double sum = sum_of(values);
        return sum / static_cast<double>(values.size());
    }
    case BaselineKind::median:
        return median_of(values);
    case BaselineKind::max:
        return *std::max_element(values.begin(), values.end());
    case BaselineKind::min:
        return *std::min_element(values.begin(), values.end());
    case BaselineKind::ratio_of_sums: {
        const double below = sum_of(denominators);
        return below > 0.0 ? std::optional{sum_of(numerators) / below} : std::nullopt;
    }
    case BaselineKind::fixed:
        break;
    }
    return std::nullopt;
}

[[nodiscard]] double min_max_points(const ScoreItem& item, double value, double least,
                                    double greatest)
{
    // Where all are equal, nobody is behind.
    double place = 1.0;
    if (greatest > least) {
        place = (value - least) / (greatest - least);
        place = item.higher_is_better ? place : 1.0 - place;
    }
    return item.weight * (item.base + item.span * place) / 100.0;
}

[[nodiscard]] double rank_points(const ScoreItem& item, double value,
                                 const std::vector<double>& sorted)
{
    const auto better =
        item.higher_is_better
            ? sorted.end() - std::upper_bound(sorted.begin(), sorted.end(), value)
            : std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin();
    const auto count = static_cast<double>(sorted.size());
    return item.weight * (count - static_cast<double>(better)) / count;
}

} // namespace

double sum_of(std::vector<double>& values)
{
    std::sort(values.begin(), values.end());
    double sum = 0.0;
    double lost = 0.0; // Neumaier: what rounding took
    for (const double value : values) {
        const double next = sum + value;
        lost += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }
    return sum + lost;
}

ItemReference reference_of(const ScoreItem& item, std::vector<double>& values,
                           std::vector<double>& numerators, std::vector<double>& denominators)
{
    ItemReference reference;
    if (item.family == ScoreFamily::rank) {
        std::sort(values.begin(), values.end());
        reference.sorted = values;
        return reference;
    }
    if (item.family == ScoreFamily::min_max) {
        reference.baseline = item.least;
        reference.greatest = item.greatest;
        if (!values.empty()) {
            const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
            reference.baseline = item.least.value_or(*least);
            reference.greatest = item.greatest.value_or(*greatest);
        }
        return reference;
    }
    const Baseline& baseline = item.baseline;
    if (baseline.kind == BaselineKind::fixed) {
        reference.baseline = baseline.value;
    } else if (!values.empty() || baseline.kind == BaselineKind::ratio_of_sums) {
        reference.baseline = computed(baseline.kind, values, numerators, denominators);
        if (reference.baseline) {
            *reference.baseline *= baseline.factor;
        }
    }
    if (reference.baseline && !(*reference.baseline > 0.0)) {
        reference.baseline.reset(); // nothing can be measured against zero, or against a loss
    }
    return reference;
}

std::optional<double> formula_points(const ScoreItem& item, double value,
                                     const ItemReference& reference)
{
    if (item.family == ScoreFamily::rank) {
        return reference.sorted.empty() ? std::nullopt
                                        : std::optional{rank_points(item, value, reference.sorted)};
    }
    if (!reference.baseline) {
        return std::nullopt;
    }
    const double baseline = *reference.baseline;
    switch (item.family) {
    case ScoreFamily::inverse:
        return item.weight * baseline / value;
    case ScoreFamily::mean_inverse:
        return item.weight * std::max(0.0, 2.0 - value / baseline);
    case ScoreFamily::min_max:
        return reference.greatest
                   ? std::optional{min_max_points(item, value, baseline, *reference.greatest)}
                   : std::nullopt;
    case ScoreFamily::ratio:
    case ScoreFamily::rank:
        break;
    }
    return item.weight * value / baseline;
}

ItemGap gap_of(const ScoreItem& item, std::optional<double> value) noexcept
{
    if (!value) {
        return ItemGap::no_value;
    }
    const bool no_inverse = item.family == ScoreFamily::inverse && *value <= 0.0;
    return no_inverse || (item.zero_is_missing && *value == 0.0) ? ItemGap::zero : ItemGap::none;
}

ItemScore item_score(const ScoreItem& item, std::optional<double> value,
                     const ItemReference& reference)
{
    ItemScore score;
    score.value = value;
    score.baseline = reference.baseline;
    score.greatest = reference.greatest;
    score.gap = gap_of(item, value);
    if (score.gap != ItemGap::none) {
        return score;
    }
    score.points = formula_points(item, *value, reference);
    if (!score.points || !std::isfinite(*score.points)) {
        score.points.reset();
        score.gap = ItemGap::no_baseline;
        return score;
    }
    score.rule = ItemRule::formula;
    if (item.cap && *score.points > *item.cap * item.weight) {
        score.points = *item.cap * item.weight;
        score.rule = ItemRule::capped;
    }
    if (item.floor && *score.points < *item.floor * item.weight) {
        score.points = *item.floor * item.weight;
        score.rule = ItemRule::floored;
    }
    return score;
}

void fill_gap(ItemScore& score, const ScoreItem& item, std::optional<double> average)
{
    if (score.gap == ItemGap::none || score.gap == ItemGap::no_baseline) {
        return;
    }
    switch (item.missing) {
    case MissingRule::average:
        score.points = average;
        score.rule = average ? ItemRule::averaged : ItemRule::undecided;
        return;
    case MissingRule::zero:
        score.points = 0.0;
        score.rule = ItemRule::zeroed;
        return;
    case MissingRule::penalty:
        score.points = -item.penalty;
        score.rule = ItemRule::penalised;
        return;
    case MissingRule::drop:
        score.rule = ItemRule::dropped;
        return;
    case MissingRule::undecided:
        return;
    }
}

} // namespace tenglong
