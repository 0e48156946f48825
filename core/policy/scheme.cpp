#include "core/policy/scheme.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>

namespace tenglong {

namespace {

using Answer = std::optional<bool>;

[[nodiscard]] Answer both(Answer a, Answer b) noexcept
{
    if (a == false || b == false) {
        return false;
    }
    return a && b ? Answer{true} : std::nullopt;
}

[[nodiscard]] Answer fits_size(EnterpriseSize size, Answer above_scale) noexcept
{
    if (size == EnterpriseSize::all || !above_scale) {
        return size == EnterpriseSize::all ? Answer{true} : std::nullopt;
    }
    return *above_scale == (size == EnterpriseSize::above_scale);
}

[[nodiscard]] Answer lies_in_any(const std::optional<IndustryCode>& code,
                                 std::span<const IndustryPrefix> prefixes)
{
    if (!code) {
        return std::nullopt;
    }
    Answer answer = false;
    for (const IndustryPrefix& prefix : prefixes) {
        const Answer here = lies_in(*code, prefix);
        if (here == true) {
            return true;
        }
        if (!here) {
            answer.reset();
        }
    }
    return answer;
}

/// Collects the faults of one scheme.
class Inspector {
public:
    explicit Inspector(const Scheme& scheme) : m_scheme{&scheme} {}

    [[nodiscard]] std::vector<Text> faults()
    {
        if (m_scheme->items.empty()) {
            add(msg("scheme '{}' has no items", m_scheme->id));
        }
        for (const ScoreItem& item : m_scheme->items) {
            inspect_numbers(item);
            inspect_baseline(item);
        }
        inspect_classes();
        for (const ScoreOverride& change : m_scheme->overrides) {
            inspect(change);
        }
        return m_faults;
    }

private:
    void add(Text fault) { m_faults.push_back(std::move(fault)); }

    void inspect_numbers(const ScoreItem& item)
    {
        if (!(item.weight > 0.0) || !std::isfinite(item.weight)) {
            add(msg("scheme '{}': the weight of '{}' is {}; it must be above zero", m_scheme->id,
                    item.fact, item.weight));
        }
        if (item.cap && item.floor && *item.cap < *item.floor) {
            add(msg("scheme '{}': '{}' has a cap of {} below its floor of {}", m_scheme->id,
                    item.fact, *item.cap, *item.floor));
        }
        if (item.penalty < 0.0) {
            add(msg("scheme '{}': the penalty of '{}' is {}; write how many points are taken away",
                    m_scheme->id, item.fact, item.penalty));
        }
        if (item.least && item.greatest && *item.least >= *item.greatest) {
            add(msg("scheme '{}': '{}' has a least value of {} and a greatest of {}", m_scheme->id,
                    item.fact, *item.least, *item.greatest));
        }
    }

    void inspect_baseline(const ScoreItem& item)
    {
        if (item.family == ScoreFamily::min_max || item.family == ScoreFamily::rank) {
            return;
        }
        const Baseline& baseline = item.baseline;
        const double figure =
            baseline.kind == BaselineKind::fixed ? baseline.value : baseline.factor;
        if (!(figure > 0.0) || !std::isfinite(figure)) {
            add(msg("scheme '{}': the baseline of '{}' is {}; it must be above zero", m_scheme->id,
                    item.fact, figure));
        }
        if (baseline.kind == BaselineKind::ratio_of_sums &&
            (item.numerator.empty() || item.denominator.empty())) {
            add(msg("scheme '{}': '{}' needs a numerator and a denominator for its group value",
                    m_scheme->id, item.fact));
        }
    }

    void inspect_classes()
    {
        std::set<std::string> letters;
        const std::vector<ScoreClass>& classes = m_scheme->classes;
        const bool by_share = m_scheme->cut == CutMode::by_share;
        std::optional<double> last;
        for (std::size_t i = 0; i < classes.size(); ++i) {
            if (!letters.insert(classes[i].letter).second) {
                add(msg("scheme '{}' has the class '{}' twice", m_scheme->id, classes[i].letter));
            }
            if (i + 1 == classes.size()) {
                break;
            }
            const std::optional<double> end = by_share ? classes[i].share : classes[i].score;
            if (!end) {
                add(msg("scheme '{}': class '{}' does not say where it ends", m_scheme->id,
                        classes[i].letter));
            } else if ((by_share && !(*end > 0.0 && *end <= 1.0)) ||
                       (last && (by_share ? *end <= *last : *end >= *last))) {
                add(msg("scheme '{}': class '{}' ends at {}, which does not follow the class "
                        "before; shares rise up to 1, scores fall",
                        m_scheme->id, classes[i].letter, *end));
            }
            last = end;
        }
    }

    void inspect(const ScoreOverride& change)
    {
        const bool named = change.kind == OverrideKind::veto || change.kind == OverrideKind::cap;
        if (named && !class_of(*m_scheme, change.letter)) {
            add(msg("scheme '{}': '{}' leads to the class '{}', which there is not", m_scheme->id,
                    change.id, change.letter));
        }
        if (!named && change.steps < 1) {
            add(msg("scheme '{}': '{}' moves by {} classes; it must be 1 or more", m_scheme->id,
                    change.id, change.steps));
        }
    }

    const Scheme* m_scheme;
    std::vector<Text> m_faults;
};

} // namespace

std::optional<bool> applies(const SchemeScope& scope, const EnterpriseTraits& traits)
{
    Answer answer = fits_size(scope.size, traits.above_scale);
    if (!scope.industries.empty()) {
        answer = both(answer, lies_in_any(traits.industry, scope.industries));
    }
    if (scope.least_mu) {
        const Answer enough =
            traits.land_mu ? Answer{*traits.land_mu >= *scope.least_mu} : std::nullopt;
        answer = both(answer, enough);
    }
    return answer;
}

std::optional<std::uint32_t> group_of(const Scheme& scheme, const EnterpriseTraits& traits)
{
    if (scheme.group_by_size && !traits.above_scale) {
        return std::nullopt;
    }
    const auto count = static_cast<std::uint32_t>(scheme.industry_groups.size());
    std::uint32_t industry = count; // in none of them
    bool known = true;
    for (std::uint32_t i = 0; i < count && industry == count; ++i) {
        const Answer here = lies_in_any(traits.industry, scheme.industry_groups[i].industries);
        industry = here == true ? i : industry;
        known = known && here;
    }
    if (industry == count && !known) {
        return std::nullopt;
    }
    const bool second = scheme.group_by_size && !*traits.above_scale;
    return (second ? count + 1 : 0) + industry;
}

std::optional<std::size_t> class_of(const Scheme& scheme, std::string_view letter)
{
    for (std::size_t i = 0; i < scheme.classes.size(); ++i) {
        if (scheme.classes[i].letter == letter) {
            return i;
        }
    }
    return std::nullopt;
}

std::vector<Text> faults_of(const Scheme& scheme)
{
    return Inspector{scheme}.faults();
}

} // namespace tenglong
