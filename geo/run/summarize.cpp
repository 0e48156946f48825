#include "geo/run/summarize.hpp"

#include "core/base/exact_sum.hpp"

#include "core/tables/totals.hpp"
#include "geo/run/fact_filler.hpp"
#include "geo/run/lack_reasons.hpp"

#include <algorithm>
#include <bit>
#include <map>

namespace tenglong::geo {

namespace {

[[nodiscard]] std::optional<double> sum(const ResultTable& table, const char* column)
{
    return sum_of(table[column]);
}

/// What several rules lack of one fact.
struct Cost {
    std::size_t verdicts = 0;
    std::vector<std::uint64_t> subjects;
};

void add_costs(const Judged& judged, std::vector<LackSummary>& found)
{
    const Lacks& lacks = judged.lacks;
    std::map<FactId, Cost> costs;
    for (std::size_t rule = 0; rule < judged.rules().rules().size(); ++rule) {
        if (judged.rules().rules()[rule].role == RuleRole::info) {
            continue;
        }
        for (std::size_t pair = lacks.first_of(rule); pair < lacks.end_of(rule); ++pair) {
            Cost& cost = costs[lacks.pairs()[pair].fact];
            cost.verdicts += lacks.count(pair);
            const auto bits = lacks.bits(pair);
            cost.subjects.resize(bits.size());
            std::transform(bits.begin(), bits.end(), cost.subjects.begin(), cost.subjects.begin(),
                           [](std::uint64_t a, std::uint64_t b) { return a | b; });
        }
    }
    const LackReasons reasons{judged.facts()};
    for (const auto& [fact, cost] : costs) {
        LackSummary lack;
        lack.subject = judged.facts().subject();
        lack.fact = judged.facts().catalogue()[fact].name;
        lack.label = judged.facts().catalogue()[fact].label;
        lack.verdicts = cost.verdicts;
        for (const std::uint64_t word : cost.subjects) {
            lack.subjects += static_cast<std::size_t>(std::popcount(word));
        }
        if (lack.verdicts > 0) {
            lack.reasons = reasons.of(fact, cost.subjects);
            found.push_back(std::move(lack));
        }
    }
}

} // namespace

void summarize_statuses(Summary& summary, const Judged& parcels, const Statuses& statuses)
{
    const FactValues area{parcels.facts(), "area_m2"};
    const std::vector<Rule>& rules = parcels.rules().rules();
    std::vector<StatusSummary> leading;
    std::vector<std::size_t> place(rules.size());
    for (const std::size_t flag : statuses.flags()) {
        place[flag] = leading.size();
        leading.push_back({rules[flag].id, rules[flag].label, 0, 0.0});
    }
    summary.undecided = leading;
    leading.push_back({std::string{k_normal}, msg("no problem found"), 0, 0.0});
    const auto add = [](StatusSummary& status, double area_m2) {
        ++status.count;
        status.area_m2 += area_m2;
    };
    for (std::size_t row = 0; row < parcels.facts().rows(); ++row) {
        const double area_m2 = area.number(row).value_or(0.0);
        const auto flag = statuses.leading(row);
        add(flag ? leading[place[*flag]] : leading.back(), area_m2);
        bool any = false;
        for (const std::size_t each : statuses.flags()) {
            if (parcels.verdicts.at(each, row) == Truth::unknown) {
                add(summary.undecided[place[each]], area_m2);
                any = true;
            }
        }
        summary.undecided_parcels += any ? 1U : 0U;
    }
    summary.status = std::move(leading);
}

std::vector<LackSummary> summarize_lacks(std::span<const Judged* const> judged)
{
    std::vector<LackSummary> found;
    for (const Judged* each : judged) {
        add_costs(*each, found);
    }
    std::stable_sort(found.begin(), found.end(), [](const LackSummary& a, const LackSummary& b) {
        return a.verdicts > b.verdicts;
    });
    return found;
}

std::vector<RuleSummary> summarize_rules(std::span<const Judged* const> judged)
{
    std::vector<RuleSummary> told;
    for (const Judged* each : judged) {
        const std::vector<Rule>& rules = each->rules().rules();
        for (std::size_t rule = 0; rule < rules.size(); ++rule) {
            if (rules[rule].role != RuleRole::info) {
                told.push_back({each->facts().subject(), rules[rule].id, rules[rule].label,
                                rules[rule].role, each->verdicts.count(rule, Truth::yes),
                                each->verdicts.count(rule, Truth::no),
                                each->verdicts.count(rule, Truth::unknown)});
            }
        }
    }
    return told;
}

void summarize_parcels(Summary& summary, const ResultTable& parcels)
{
    summary.parcel_count = parcels.rows();
    summary.parcel_area_m2 = sum(parcels, "area_m2").value_or(0.0);
    summary.footprint_m2 = sum(parcels, "footprint_m2");
    summary.floor_m2 = sum(parcels, "floor_m2");
    summary.reclaimable.land_m2 = sum(parcels, "reclaim_m2");
    summary.reclaimable.vacant_m2 = sum(parcels, "vacant_m2");
    summary.reclaimable.floor_potential_m2 = sum(parcels, "floor_potential_m2");
    summary.reclaimable.energy_tce = sum(parcels, "energy_room_tce");
    summary.reclaimable.carbon_t = sum(parcels, "carbon_room_t");
    summary.control_line.inside_m2 = sum(parcels, "in_line_m2");
    summary.control_line.outside_m2 = sum(parcels, "out_line_m2");
}

void summarize_treatment(Summary& summary, const Treatment& treatment)
{
    ExactSum left;
    ExactSum beyond;
    for (std::size_t row = 0; row < treatment.left_m2.size(); ++row) {
        left.add(treatment.left_m2[row]);
        beyond.add(treatment.beyond_m2[row]);
    }
    summary.reclaimable.left_m2 = left.known();
    summary.reclaimable.left_beyond_m2 = beyond.known();
}

EnterpriseSummary summarize_enterprises(const Survey& survey, const ResultTable& enterprises)
{
    EnterpriseSummary summary;
    summary.rows = survey.register_input.enterprises.size();
    for (const std::uint32_t row : survey.enterprise_rows) {
        ++(survey.reg.links_of(row).empty() ? summary.unmatched : summary.matched);
    }
    summary.land_mu = sum(enterprises, "land_used_mu");
    summary.tax_wan = sum(enterprises, "tax_wan");
    return summary;
}

std::map<std::string, IssueSummary> summarize_issues(std::span<const Issue> issues)
{
    std::map<std::string, IssueSummary> kinds;
    for (const Issue& issue : issues) {
        ++kinds[issue.kind].by_severity.at(static_cast<std::size_t>(issue.severity));
    }
    return kinds;
}

std::vector<TargetSummary> summarize_targets(const ResultTable& indicators)
{
    std::vector<TargetSummary> targets;
    const auto number = [&](const char* column, std::size_t row) {
        const ResultColumn& values = indicators[column];
        return values.present(row) ? std::optional{values.figure(row)} : std::nullopt;
    };
    const auto text = [&](const char* column, std::size_t row) {
        const ResultColumn& values = indicators[column];
        return values.present(row) ? std::string{values.text(row)} : std::string{};
    };
    for (std::size_t row = 0; row < indicators.rows(); ++row) {
        TargetSummary target;
        target.id = text("indicator", row);
        target.label = text("label", row);
        target.year = static_cast<int>(number("year", row).value_or(0.0));
        target.goal = number("goal", row);
        target.actual = number("actual", row);
        target.progress = number("progress", row);
        target.met = text("met", row);
        targets.push_back(std::move(target));
    }
    return targets;
}

} // namespace tenglong::geo
