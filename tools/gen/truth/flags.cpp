#include "tools/gen/truth/flags.hpp"

#include <algorithm>
#include <array>

namespace tenglong::tools::gen {

namespace {

constexpr double k_energy_line = 0.52;
constexpr double k_mu_m2 = 2000.0 / 3.0;

[[nodiscard]] bool supplied(const Parcel& parcel, Date as_of)
{
    return !parcel.holder.empty() && (!parcel.supply || by(parcel.supply->contract, as_of));
}

/// Not begun, or being built within the agreed time: nothing can be asked of its output.
[[nodiscard]] bool before_use(const Parcel& parcel, Date as_of, const ParcelTruth& t)
{
    const bool in_time = t.started && !t.completed && parcel.supply &&
                         parcel.supply->agreed_completion &&
                         as_of <= *parcel.supply->agreed_completion;
    return !t.started || in_time;
}

[[nodiscard]] Verdict not_started_for_a_year(const Parcel& parcel, Date as_of, ParcelTruth& t)
{
    if (t.started || !parcel.supply || !parcel.supply->contract) {
        return Verdict::no;
    }
    if (!t.due_start) {
        return Verdict::undecided;
    }
    const int lost = parcel.supply->delay_days.value_or(0);
    while (as_of > t.due_start->plus({t.idle_years + 1, 0, lost})) {
        ++t.idle_years;
    }
    return verdict_of(t.idle_years > 0);
}

[[nodiscard]] Verdict suspended_for_a_year(const Parcel& parcel, Date as_of, const ParcelTruth& t)
{
    const bool open = t.started && !t.completed && parcel.supply;
    if (!open || !parcel.supply->suspension || by(parcel.supply->resumption, as_of)) {
        return Verdict::no;
    }
    const Supply& s = *parcel.supply;
    std::optional<double> developed;
    std::optional<double> invested;
    if (s.due_m2 && s.developed_m2) {
        developed = *s.developed_m2 - *s.due_m2 / 3.0;
    }
    if (s.agreed_wan && s.invested_wan) {
        invested = *s.invested_wan / *s.agreed_wan;
    }
    constexpr double k_share = 0.25;
    const Verdict limbs = either(test(developed, [](double v) { return v < 0.0; }),
                                 test(invested, [](double v) { return v < k_share; }));
    const int lost = s.delay_days.value_or(0);
    return both(limbs, verdict_of(as_of > s.suspension->plus({1, 0, lost})));
}

[[nodiscard]] std::string cause_of(const Parcel& parcel)
{
    const std::string& cause = parcel.supply->delay_cause;
    return cause == "政府原因"   ? "government"
           : cause == "不可抗力" ? "force_majeure"
           : cause == "企业原因" ? "enterprise"
                                 : "";
}

[[nodiscard]] Verdict low_ratio(const Parcel& parcel, Date as_of, const ParcelTruth& t,
                                const Reading& reading)
{
    if (!parcel.land.industrial || before_use(parcel, as_of, t)) {
        return Verdict::no;
    }
    if (reading.built_only && t.footprint_m2 <= 0.0) {
        return Verdict::no;
    }
    const auto below = [&t](double line) {
        return verdict_of(t.plot_ratio < line && t.plot_ratio_high < line);
    };
    const std::optional<Date> contract = parcel.supply ? parcel.supply->contract : std::nullopt;
    Verdict low = below(reading.ratio_line);
    if (parcel.supply && parcel.supply->agreed_ratio) {
        low = either(low, below(*parcel.supply->agreed_ratio));
    }
    if (reading.new_ratio_line && contract && *contract >= Date{2021, 12, 31}) {
        low = either(low, below(*reading.new_ratio_line));
    }
    // The table of 2008 goes by an industry code that the city's tables do not have.
    const bool era = !contract || (*contract >= Date{2008, 1, 31} && *contract < Date{2023, 6, 25});
    if (reading.control_indexes && era && t.plot_ratio < 1.0) {
        low = either(low, Verdict::undecided);
    }
    return low;
}

[[nodiscard]] Verdict low_output(const Parcel& parcel, Date as_of, const ParcelTruth& t,
                                 const Reading& reading)
{
    if (!parcel.land.industrial || before_use(parcel, as_of, t)) {
        return Verdict::no;
    }
    if (t.enterprise_count == 0) {
        return Verdict::depends; // no output, or none known
    }
    const Verdict tax = test(t.tax_per_mu, [](double v) { return v <= k_tax_line + 1e-9; });
    return reading.class_d ? either(tax, verdict_of(t.grade == 'D')) : tax;
}

[[nodiscard]] Verdict high_consumption(const Parcel& parcel, Date as_of, const ParcelTruth& t)
{
    if (!parcel.land.industrial || before_use(parcel, as_of, t)) {
        return Verdict::no;
    }
    if (t.lists.contains(List::high_consumption)) {
        return Verdict::yes;
    }
    if (t.enterprise_count == 0) {
        return Verdict::depends;
    }
    return both(test(t.energy_per_value, [](double v) { return v > k_energy_line; }),
                test(t.tax_per_mu, [](double v) { return v <= k_tax_line + 1e-9; }));
}

/// 5 mu and more left where 10 m are kept from the walls. What was not planted exactly decides
/// only when it is far from that.
[[nodiscard]] Verdict used_in_part(const Parcel& parcel, ParcelTruth& t)
{
    constexpr double k_setback_m = 10.0;
    constexpr double k_least = 5.0 * k_mu_m2;
    const bool in_use = t.started || t.completed || t.producing || t.building_count > 0;
    if (parcel.rest) {
        t.vacant_10m_m2 = vacant_m2(*parcel.rest, k_setback_m);
    } else if (t.building_count == 0) {
        t.vacant_10m_m2 = parcel.computed_m2;
    }
    if (!parcel.land.industrial || !in_use) {
        return Verdict::no;
    }
    if (parcel.rest && parcel.rest->exact) {
        return verdict_of(t.vacant_10m_m2 >= k_least);
    }
    constexpr double k_sure = 1.6;
    if (t.vacant_10m_m2 > k_least / k_sure && t.vacant_10m_m2 < k_least * k_sure) {
        return Verdict::depends;
    }
    return verdict_of(t.vacant_10m_m2 >= k_least);
}

[[nodiscard]] Verdict built_not_producing(const Parcel& parcel, Date as_of, const ParcelTruth& t)
{
    if (!parcel.land.industrial || !parcel.supply || !t.completed || t.producing) {
        return Verdict::no;
    }
    const Supply& s = *parcel.supply;
    const Date due =
        s.agreed_production ? *s.agreed_production : s.actual_completion->plus({1, 0, 0});
    return verdict_of(as_of > due);
}

[[nodiscard]] Verdict violation(const Batch& batch, std::size_t k, const ParcelTruth& t)
{
    bool all_checked = t.enterprise_count > 0;
    bool all_rectified = true;
    for (const Enterprise& e : batch.enterprises) {
        const bool here =
            std::ranges::any_of(e.uses, [k](const LandUse& use) { return use.parcel == k; });
        all_checked = all_checked && (!here || e.checked);
        all_rectified = all_rectified && (!here || e.violations.empty() || e.rectified);
    }
    if (!t.violations.empty()) {
        return all_rectified ? Verdict::depends : Verdict::yes;
    }
    return all_checked ? Verdict::no : Verdict::undecided;
}

} // namespace

void judge_flags(const Batch& batch, std::size_t k, Date as_of, ParcelTruth& t)
{
    const Parcel& parcel = batch.parcels[k];
    const auto set = [&t](Flag flag, Verdict verdict) {
        t.flags.at(static_cast<std::size_t>(flag)) = verdict;
    };
    const bool approved = parcel.supply && by(parcel.supply->approval, as_of);
    const bool has = supplied(parcel, as_of);
    const bool industrial = parcel.land.industrial;
    set(Flag::approved_not_supplied, verdict_of(industrial && approved && !has));
    const Verdict unused = !industrial || !has || t.started ? Verdict::no
                           : t.due_start                    ? verdict_of(as_of > *t.due_start)
                                                            : Verdict::undecided;
    set(Flag::supplied_not_used, unused);
    set(Flag::used_in_part, used_in_part(parcel, t));
    set(Flag::built_not_producing, built_not_producing(parcel, as_of, t));
    const Verdict idle = has ? either(not_started_for_a_year(parcel, as_of, t),
                                      suspended_for_a_year(parcel, as_of, t))
                             : Verdict::no;
    set(Flag::suspected_idle, both(verdict_of(parcel.state_owned), idle));
    if (idle == Verdict::yes) {
        t.idle_cause = cause_of(parcel);
    }
    set(Flag::high_consumption, high_consumption(parcel, as_of, t));
    set(Flag::violation, violation(batch, k, t));
    for (std::size_t r = 0; r < readings().size(); ++r) {
        const Reading& reading = readings()[r];
        t.low_plot_ratio.at(r) = low_ratio(parcel, as_of, t, reading);
        t.low_efficiency.at(r) = low_output(parcel, as_of, t, reading);
        t.status.at(r) = "normal";
        const auto* const leading = std::ranges::find_if(
            reading.order, [&](Flag flag) { return t.flag(flag, r) == Verdict::yes; });
        if (leading != reading.order.end()) {
            t.status.at(r) = name_of(*leading);
        }
    }
}

} // namespace tenglong::tools::gen
