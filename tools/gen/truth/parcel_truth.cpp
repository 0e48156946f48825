#include "tools/gen/truth/parcel_truth.hpp"

#include "tools/gen/city/construct.hpp"
#include "tools/gen/truth/flags.hpp"
#include "tools/gen/truth/measures.hpp"

#include <algorithm>

namespace tenglong::tools::gen {

namespace {

void sum_buildings(const Batch& batch, std::vector<ParcelTruth>& truths)
{
    for (const Building& building : batch.buildings) {
        for (const Standing& standing : building.on) {
            ParcelTruth& t = truths[standing.parcel];
            ++t.building_count;
            t.footprint_m2 += area_m2(building.shape) * standing.share;
            t.floor_m2 += floor_m2(building, false) * standing.share;
            t.floor_high_m2 += floor_m2(building, true) * standing.share;
        }
    }
}

/// Adds an enterprise's share of a figure; one that is missing leaves the sum unknown.
void add(std::optional<double>& sum, bool first, const std::optional<double>& figure, double share)
{
    if (!figure || (!first && !sum)) {
        sum.reset();
        return;
    }
    sum = sum.value_or(0.0) + *figure * share;
}

void sum_enterprises(const Batch& batch, std::vector<ParcelTruth>& truths)
{
    std::vector<double> most(truths.size(), -1.0);
    for (const Enterprise& e : batch.enterprises) {
        double whole = 0.0;
        double parcels = 0.0;
        for (const LandUse& use : e.uses) {
            whole += use.area_m2;
            parcels += batch.parcels[use.parcel].registered_m2;
        }
        for (const LandUse& use : e.uses) {
            ParcelTruth& t = truths[use.parcel];
            // Without land of its own use its parcels' areas are the measure.
            const double share = whole > 0.0 ? use.area_m2 / whole
                                             : batch.parcels[use.parcel].registered_m2 / parcels;
            const bool first = t.enterprise_count == 0;
            ++t.enterprise_count;
            add(t.tax_wan, first, e.figures.tax_wan, share);
            add(t.value_added_wan, first, e.figures.value_added_wan, share);
            add(t.energy_tce, first, e.figures.energy_tce, share);
            t.violations.insert(e.violations.begin(), e.violations.end());
            t.lists.insert(e.lists.begin(), e.lists.end());
            if (use.area_m2 > most[use.parcel]) {
                most[use.parcel] = use.area_m2;
                t.grade = e.grade;
            }
        }
    }
}

void divide(const Parcel& parcel, ParcelTruth& t)
{
    const double area_mu = parcel.registered_m2 * 3.0 / 2000.0;
    t.plot_ratio = t.floor_m2 / parcel.registered_m2;
    t.plot_ratio_high = t.floor_high_m2 / parcel.registered_m2;
    if (t.tax_wan) {
        t.tax_per_mu = *t.tax_wan / area_mu;
    }
    if (t.value_added_wan) {
        t.value_added_per_mu = *t.value_added_wan / area_mu;
        if (t.energy_tce && *t.value_added_wan > 0.0) {
            t.energy_per_value = *t.energy_tce / *t.value_added_wan;
        }
    }
}

void follow_works(const Parcel& parcel, Date as_of, ParcelTruth& t)
{
    const bool contracted = parcel.supply && parcel.supply->contract;
    if (!contracted) { // no file, or an approval alone: what stands there speaks
        t.filed = parcel.supply.has_value();
        t.started = t.building_count > 0;
        t.completed = t.started;
        t.producing = t.enterprise_count > 0;
        return;
    }
    const Supply& s = *parcel.supply;
    t.started = by(s.actual_start, as_of);
    t.completed = by(s.actual_completion, as_of);
    t.producing = by(s.actual_production, as_of) || t.enterprise_count > 0;
    if (s.agreed_start) {
        t.due_start = s.agreed_start;
    } else if (s.handover) {
        t.due_start = s.handover->plus({1, 0, 0});
    }
    if (s.staged) {
        t.stage = !t.completed ? "construction" : !t.producing ? "start_up" : "remaining";
        const auto& end = t.completed ? s.agreed_production : s.agreed_completion;
        t.stage_overdue = verdict_of(t.stage != "remaining" && end && as_of > *end);
    }
}

void judge_support(const Parcel& parcel, ParcelTruth& t)
{
    if (!parcel.supply || !parcel.supply->support_land_share) {
        return;
    }
    constexpr double k_least_mu = 50.0;
    const double area_mu = parcel.registered_m2 * 3.0 / 2000.0;
    const bool inside = parcel.in_line_m2 >= parcel.computed_m2 / 2;
    const bool raised = inside || ((t.grade == 'A' || t.grade == 'B') && area_mu >= k_least_mu);
    const double land = raised ? 0.15 : 0.07;
    const double floor = raised ? 0.30 : 0.15;
    t.support_over_ningbo = verdict_of(*parcel.supply->support_land_share > land ||
                                       *parcel.supply->support_floor_share > floor);
}

void judge_replan(const std::optional<Replan>& replan, Date as_of, ParcelTruth& t)
{
    if (!replan || replan->done || replan->due <= as_of.plus({5, 0, 0})) {
        return;
    }
    t.may_upgrade_zhejiang = verdict_of(!t.violations.contains(Violation::illegal_use) &&
                                        !t.violations.contains(Violation::illegal_lease));
    t.may_upgrade_ningbo = verdict_of(t.grade == 'A' || t.grade == 'B');
}

void judge_supply(const Parcel& parcel, Date as_of, ParcelTruth& t)
{
    const bool fresh = parcel.supply && parcel.supply->new_land &&
                       by(parcel.supply->contract, as_of) &&
                       *parcel.supply->contract > as_of.minus({1, 0, 0});
    if (fresh && parcel.land.industrial) {
        t.new_supply = Verdict::yes;
        t.new_outside_line = verdict_of(parcel.in_line_m2 < parcel.computed_m2 / 2);
        t.new_outside_platform = verdict_of(parcel.park < 0);
    }
    const auto is = [&t](Flag flag) {
        return t.flags.at(static_cast<std::size_t>(flag)) == Verdict::yes;
    };
    if (is(Flag::approved_not_supplied) || is(Flag::suspected_idle) ||
        is(Flag::supplied_not_used) || is(Flag::built_not_producing)) {
        t.unused_m2 = parcel.registered_m2;
    } else if (is(Flag::used_in_part) && parcel.rest && parcel.rest->road) {
        t.rest_separable_m2 = t.vacant_10m_m2;
    }
}

} // namespace

Verdict ParcelTruth::flag(Flag which, std::size_t reading) const
{
    switch (which) {
    case Flag::low_plot_ratio:
        return low_plot_ratio.at(reading);
    case Flag::low_efficiency:
        return low_efficiency.at(reading);
    default:
        return flags.at(static_cast<std::size_t>(which));
    }
}

std::vector<ParcelTruth> truths_of(const Batch& batch, Date as_of)
{
    std::vector<ParcelTruth> truths(batch.parcels.size());
    sum_buildings(batch, truths);
    sum_enterprises(batch, truths);
    for (std::size_t k = 0; k < truths.size(); ++k) {
        ParcelTruth& t = truths[k];
        divide(batch.parcels[k], t);
        follow_works(batch.parcels[k], as_of, t);
        judge_flags(batch, k, as_of, t);
        judge_measures(batch, k, t);
        judge_support(batch.parcels[k], t);
        judge_replan(batch.replans[k], as_of, t);
        judge_supply(batch.parcels[k], as_of, t);
    }
    return truths;
}

std::vector<int> low_groups(const Batch& batch, const std::vector<ParcelTruth>& truths)
{
    std::vector<int> groups(truths.size(), 0);
    const auto low = [&truths](std::size_t k) {
        return truths[k].tax_per_mu && *truths[k].tax_per_mu <= k_tax_line + 1e-9;
    };
    int next = 0;
    for (std::size_t first = 0; first < truths.size(); ++first) {
        if (!low(first) || groups[first] != 0) {
            continue;
        }
        groups[first] = ++next;
        std::vector<std::size_t> open{first};
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            for (const std::size_t other : batch.parcels[at].neighbours) {
                if (low(other) && groups[other] == 0) {
                    groups[other] = next;
                    open.push_back(other);
                }
            }
        }
    }
    return groups;
}

} // namespace tenglong::tools::gen
