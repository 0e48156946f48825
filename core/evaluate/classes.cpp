#include "core/evaluate/classes.hpp"

#include <algorithm>
#include <cmath>

namespace tenglong {

namespace {

/// A total as it is compared: sums of the same parts may differ in their last bits.
[[nodiscard]] double comparable(double total) noexcept
{
    constexpr double k_steps = 1e9;
    constexpr double k_no_more_decimals = 1e15;
    return std::abs(total) < k_no_more_decimals ? std::round(total * k_steps) / k_steps : total;
}

[[nodiscard]] std::optional<std::size_t> class_by_place(const Scheme& scheme, std::size_t place,
                                                        std::size_t count)
{
    const std::vector<ScoreClass>& classes = scheme.classes;
    for (std::size_t i = 0; i + 1 < classes.size(); ++i) {
        if (place <= seats_of(classes[i].share.value_or(1.0), count, scheme.seats)) {
            return i;
        }
    }
    return classes.empty() ? std::nullopt : std::optional{classes.size() - 1};
}

[[nodiscard]] std::optional<std::size_t> changed(const Scheme& scheme, const ScoreOverride& change,
                                                 std::optional<std::size_t> now)
{
    const std::optional<std::size_t> named = class_of(scheme, change.letter);
    if (change.kind == OverrideKind::veto) {
        return named;
    }
    if (!now) {
        return std::nullopt;
    }
    const auto steps = static_cast<std::size_t>(std::max(change.steps, 0));
    switch (change.kind) {
    case OverrideKind::cap:
        return std::max(*now, named.value_or(0));
    case OverrideKind::promote:
        return *now - std::min(*now, steps);
    case OverrideKind::demote:
        return std::min(*now + steps, scheme.classes.size() - 1);
    case OverrideKind::veto:
        break;
    }
    return now;
}

} // namespace

std::size_t seats_of(double share, std::size_t count, SeatRounding rounding) noexcept
{
    // 0.2 is not exactly a fifth: a share that makes a whole number must stay one.
    constexpr double k_slack = 1e-9;
    const double places = share * static_cast<double>(count);
    switch (rounding) {
    case SeatRounding::up:
        return static_cast<std::size_t>(std::ceil(places - k_slack));
    case SeatRounding::nearest:
        return static_cast<std::size_t>(std::floor(places + 0.5 + k_slack));
    case SeatRounding::down:
        break;
    }
    return static_cast<std::size_t>(std::floor(places + k_slack));
}

void rank_group(const Scheme& scheme, std::vector<std::uint32_t>& members,
                std::span<SubjectScore> subjects)
{
    const auto key = [&](std::uint32_t member) { return comparable(*subjects[member].total); };
    std::sort(members.begin(), members.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key(a) > key(b); });
    const std::size_t count = members.size();
    std::size_t first = 0;
    while (first < count) {
        std::size_t end = first + 1;
        while (end < count && key(members[end]) == key(members[first])) {
            ++end;
        }
        const std::size_t place = scheme.ties == TieRule::better ? first + 1 : end;
        for (std::size_t i = first; i < end; ++i) {
            SubjectScore& score = subjects[members[i]];
            score.rank = static_cast<std::uint32_t>(first + 1);
            score.group_size = static_cast<std::uint32_t>(count);
            if (scheme.cut == CutMode::by_share) {
                score.class_before = class_by_place(scheme, place, count);
            }
        }
        first = end;
    }
}

std::optional<std::size_t> class_by_score(const Scheme& scheme, double total)
{
    const std::vector<ScoreClass>& classes = scheme.classes;
    for (std::size_t i = 0; i + 1 < classes.size(); ++i) {
        if (classes[i].score && comparable(total) >= comparable(*classes[i].score)) {
            return i;
        }
    }
    return classes.empty() ? std::nullopt : std::optional{classes.size() - 1};
}

void apply_overrides(const Scheme& scheme, std::span<const std::optional<bool>> holds,
                     SubjectScore& score)
{
    score.class_after = score.class_before;
    for (std::size_t i = 0; i < holds.size(); ++i) {
        if (holds[i] == false) {
            continue;
        }
        OverrideStep step{static_cast<std::uint32_t>(i), holds[i].has_value(), score.class_after,
                          score.class_after};
        if (step.known) {
            step.after = changed(scheme, scheme.overrides[i], step.before);
            score.class_after = step.after;
        }
        score.overrides.push_back(step);
    }
}

} // namespace tenglong
