#include "core/evaluate/explain.hpp"

#include "core/base/number.hpp"

namespace tenglong {

namespace {

[[nodiscard]] std::string shown(std::optional<double> number)
{
    return number ? format_number(*number) : "–";
}

[[nodiscard]] Text class_shown_at(const Scheme& scheme, std::optional<std::size_t> index)
{
    return index ? Text{scheme.classes[*index].letter, scheme.classes[*index].letter}
                 : msg("undecided");
}

/// Value and baseline, or least and greatest.
[[nodiscard]] Text inputs_of(const ScoreItem& item, const ItemScore& score)
{
    if (item.family == ScoreFamily::min_max) {
        return msg("value {}, range {} to {}", shown(score.value), shown(score.baseline),
                   shown(score.greatest));
    }
    if (item.family == ScoreFamily::rank) {
        return msg("value {}, by rank", shown(score.value));
    }
    return msg("value {}, baseline {}", shown(score.value), shown(score.baseline));
}

} // namespace

Text label(ItemRule rule)
{
    switch (rule) {
    case ItemRule::formula:
        return msg("by the formula");
    case ItemRule::capped:
        return msg("cut to the highest points");
    case ItemRule::floored:
        return msg("raised to the lowest points");
    case ItemRule::averaged:
        return msg("average points of the group");
    case ItemRule::zeroed:
        return msg("no points");
    case ItemRule::penalised:
        return msg("points taken away");
    case ItemRule::dropped:
        return msg("left out, the others weigh more");
    case ItemRule::undecided:
        break;
    }
    return msg("undecided");
}

Text label(ItemGap gap)
{
    switch (gap) {
    case ItemGap::none:
        return msg("value given");
    case ItemGap::no_value:
        return msg("no value");
    case ItemGap::zero:
        return msg("zero, which counts as no value");
    case ItemGap::no_baseline:
        break;
    }
    return msg("no baseline");
}

Text explain(const ScoreItem& item, const ItemScore& score)
{
    if (score.gap == ItemGap::none) {
        const Text inputs = inputs_of(item, score);
        const std::string points = shown(score.points);
        const std::string weight = format_number(item.weight);
        return score.rule == ItemRule::formula
                   ? msg("{}: {}, {} of {} points", item.label, inputs, points, weight)
                   : msg("{}: {}, {} of {} points ({})", item.label, inputs, points, weight,
                         label(score.rule));
    }
    return score.points ? msg("{}: {}, {} points ({})", item.label, label(score.gap),
                              shown(score.points), label(score.rule))
                        : msg("{}: {} ({})", item.label, label(score.gap), label(score.rule));
}

Text explain(const Scheme& scheme, const OverrideStep& step)
{
    const ScoreOverride& change = scheme.overrides[step.index];
    if (!step.known) {
        return msg("{}: unknown, not applied", change.label);
    }
    return msg("{}: from {} to {}", change.label, class_shown_at(scheme, step.before),
               class_shown_at(scheme, step.after));
}

Text class_shown(const Scheme& scheme, const SubjectScore& score, bool not_ranked)
{
    if (not_ranked) {
        return scheme.unranked_letter.empty()
                   ? msg("not ranked")
                   : Text{scheme.unranked_letter, scheme.unranked_letter};
    }
    return class_shown_at(scheme, score.class_after);
}

} // namespace tenglong
