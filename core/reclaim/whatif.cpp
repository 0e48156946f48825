#include "core/reclaim/whatif.hpp"

#include "core/base/error.hpp"
#include "core/base/exact_sum.hpp"
#include "core/base/number.hpp"
#include "core/base/suggestion.hpp"
#include "core/rules/derive.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tenglong {

namespace {

/// Figures that decide how much is freed, beside those that stand in rules.
constexpr std::array<std::string_view, 3> k_amounts{"plot_ratio_target", "energy_line",
                                                    "carbon_per_tce"};

/// Tells which parts of a profile a figure takes part in.
class Trace {
public:
    Trace(const Profile& profile, std::string_view figure) : m_profile{profile}
    {
        const auto found = std::find_if(profile.figures.begin(), profile.figures.end(),
                                        [&](const Figure& each) { return each.key == figure; });
        m_figure = static_cast<std::size_t>(found - profile.figures.begin());
        m_facts.resize(profile.catalogue->size());
        for (const DerivedFact& derived : profile.derived) {
            m_facts[static_cast<std::size_t>(derived.fact)] = uses(derived.expression);
        }
    }

    [[nodiscard]] std::vector<std::size_t> rules(SubjectKind subject) const
    {
        const std::vector<Rule>& all = m_profile.rules_for(subject).rules();
        std::vector<bool> used(all.size());
        std::vector<std::size_t> numbers;
        for (std::size_t i = 0; i < all.size(); ++i) {
            used[i] = uses(all[i].condition, used);
            if (used[i]) {
                numbers.push_back(i);
            }
        }
        return numbers;
    }

private:
    [[nodiscard]] bool uses(const Expression& expression) const
    {
        bool found = false;
        for_each_node(expression, [&](const Expression& node) {
            found =
                found || (node.op == Expression::Op::figure && node.index == m_figure) ||
                (node.op == Expression::Op::fact && m_facts[static_cast<std::size_t>(node.fact)]);
        });
        return found;
    }

    /// \param rules  the answer for the rules before, which alone may be referred to
    [[nodiscard]] bool uses(const Condition& condition, const std::vector<bool>& rules) const
    {
        if (condition.kind == Condition::Kind::rule) {
            return rules[condition.rule];
        }
        return uses(condition.left) || uses(condition.right) || uses(condition.upper) ||
               std::any_of(condition.children.begin(), condition.children.end(),
                           [&](const Condition& child) { return uses(child, rules); });
    }

    const Profile& m_profile;
    std::size_t m_figure;
    std::vector<bool> m_facts; ///< by FactId: derived from the figure
};

/// Of rules that depend on the figure those that name a problem; where there is none, the lists.
[[nodiscard]] std::vector<std::size_t> problems(const RuleSet& rules,
                                                std::vector<std::size_t> numbers)
{
    const auto of_role = [&](RuleRole role) {
        std::vector<std::size_t> chosen;
        std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(chosen),
                     [&](std::size_t rule) { return rules.rules()[rule].role == role; });
        return chosen;
    };
    std::vector<std::size_t> flags = of_role(RuleRole::flag);
    return flags.empty() ? of_role(RuleRole::list) : flags;
}

[[nodiscard]] Truth any_of(const Verdicts& verdicts, const std::vector<std::size_t>& rules,
                           std::size_t row)
{
    Truth answer = Truth::no;
    for (const std::size_t rule : rules) {
        const Truth truth = verdicts.at(rule, row);
        if (truth == Truth::yes) {
            return truth;
        }
        answer = truth == Truth::unknown ? truth : answer;
    }
    return answer;
}

[[nodiscard]] Verdicts judged(const Profile& profile, FactTable& facts)
{
    for (const DerivedFact& derived : profile.derived) {
        if (derived.subject == facts.subject()) {
            derive(facts, derived.fact, derived.expression, profile.tables);
        }
    }
    return Evaluator{profile.rules_for(facts.subject()), facts}.evaluate();
}

/// A period of one component.
struct PlainPeriod {
    const char* word = "days";
    std::int32_t amount = 0;
};

[[nodiscard]] std::optional<PlainPeriod> plain(const Period& period)
{
    const std::array<PlainPeriod, 3> parts{
        {{"years", period.years}, {"months", period.months}, {"days", period.days}}};
    PlainPeriod found;
    for (const PlainPeriod& part : parts) {
        if (part.amount != 0 && found.amount != 0) {
            return std::nullopt;
        }
        found = part.amount != 0 ? part : found;
    }
    return found;
}

[[nodiscard]] std::vector<std::string> periods_between(const std::string& from,
                                                       const std::string& to, std::size_t steps)
{
    const auto first = parse_period(from);
    const auto last = parse_period(to);
    const auto begin = first ? plain(*first) : std::nullopt;
    const auto end = last ? plain(*last) : std::nullopt;
    const bool fits =
        begin && end &&
        (begin->amount == 0 || end->amount == 0 || std::string_view{begin->word} == end->word);
    if (!fits) {
        throw UsageError{
            msg("'{}' to '{}': give both as days, months or years, such as 1 year", from, to)};
    }
    const char* word = begin->amount == 0 ? end->word : begin->word;
    std::vector<std::string> values;
    for (std::size_t i = 0; i <= steps; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(steps);
        const double amount = begin->amount + (end->amount - begin->amount) * part;
        const std::string value = fmt::format("{} {}", std::lround(amount), word);
        if (values.empty() || values.back() != value) {
            values.push_back(value);
        }
    }
    return values;
}

/// A bound in the unit of the figure.
[[nodiscard]] double bound(const std::string& text, const Unit& unit)
{
    const auto quantity = Quantity::parse(text);
    if (!quantity) {
        throw UsageError{msg("'{}' is not a figure", text)};
    }
    if (quantity->unit.is_plain()) {
        return quantity->value;
    }
    if (quantity->unit.dimension() != unit.dimension()) {
        throw UsageError{msg("'{}' cannot be compared with a figure in {}", text,
                             unit.is_plain() ? msg("plain numbers") : unit.symbol())};
    }
    return quantity->unit.convert(quantity->value, unit);
}

} // namespace

std::vector<std::size_t> rules_using(const Profile& profile, SubjectKind subject,
                                     std::string_view figure)
{
    return Trace{profile, figure}.rules(subject);
}

bool decides(const Profile& profile, std::string_view figure)
{
    const bool amount = std::find(k_amounts.begin(), k_amounts.end(), figure) != k_amounts.end();
    return amount || !rules_using(profile, SubjectKind::parcel, figure).empty() ||
           !rules_using(profile, SubjectKind::enterprise, figure).empty();
}

std::vector<std::string> values_between(const Profile& profile, const std::string& figure,
                                        const std::string& from, const std::string& to,
                                        std::size_t steps)
{
    const Figure* found = profile.figure(figure);
    if (found == nullptr) {
        std::vector<std::string> keys;
        for (const Figure& each : profile.figures) {
            keys.push_back(each.key);
        }
        throw UsageError{with_suggestion(msg("no figure is named '{}'", figure), figure, keys)};
    }
    if (steps == 0) {
        throw UsageError{msg("at least one step is needed")};
    }
    if (std::holds_alternative<Period>(found->value)) {
        return periods_between(from, to, steps);
    }
    const auto* quantity = std::get_if<Quantity>(&found->value);
    if (quantity == nullptr) {
        throw UsageError{msg("'{}' is a day; only numbers and periods can be varied", figure)};
    }
    const double first = bound(from, quantity->unit);
    const double last = bound(to, quantity->unit);
    std::vector<std::string> values;
    for (std::size_t i = 0; i <= steps; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(steps);
        constexpr int k_decimals = 9;
        std::string value = format_number(first + (last - first) * part, k_decimals);
        if (!quantity->unit.is_plain()) {
            value += " " + quantity->unit.key();
        }
        values.push_back(std::move(value));
    }
    return values;
}

WhatIfStep what_if(const Profile& profile, const std::string& figure, FactTable& parcels,
                   FactTable& enterprises, const Regroup& regroup)
{
    WhatIfStep step;
    if (const Figure* found = profile.figure(figure)) {
        step.shown = shown(found->value);
    }
    Verdicts verdicts = judged(profile, parcels);
    if (regroup && regroup(profile, verdicts)) {
        verdicts = judged(profile, parcels);
    }
    const auto flags = problems(profile.rules_for(SubjectKind::parcel),
                                rules_using(profile, SubjectKind::parcel, figure));
    const FactId area = parcels.id("area_m2");
    ExactSum sum;
    for (std::size_t row = 0; row < parcels.rows(); ++row) {
        const Truth truth = any_of(verdicts, flags, row);
        if (truth == Truth::yes) {
            ++step.parcels;
            sum.add(parcels.number(area, row));
        }
        step.undecided += truth == Truth::unknown ? 1U : 0U;
    }
    step.area_m2 = sum.value();
    const Measures measures{profile, SubjectKind::parcel, verdicts};
    step.freed = freed_total(compute_freed(parcels, measures));
    const Verdicts firms = judged(profile, enterprises);
    const auto lists = problems(profile.rules_for(SubjectKind::enterprise),
                                rules_using(profile, SubjectKind::enterprise, figure));
    for (std::size_t row = 0; row < enterprises.rows(); ++row) {
        const Truth truth = any_of(firms, lists, row);
        step.enterprises += truth == Truth::yes ? 1U : 0U;
        step.rows_undecided += truth == Truth::unknown ? 1U : 0U;
    }
    return step;
}

} // namespace tenglong
