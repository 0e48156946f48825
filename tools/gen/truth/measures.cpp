#include "tools/gen/truth/measures.hpp"

#include "tools/gen/truth/policy.hpp"

#include <vector>

namespace tenglong::tools::gen {

namespace {

enum class Land : unsigned char { none, whole, separable };

/// A measure and whether it applies.
struct Step {
    std::string_view id;
    Verdict applies = Verdict::no;
    Land land = Land::none;
};

/// What the measures of a parcel are decided by.
struct Ground {
    const ParcelTruth& truth;
    std::size_t reading;
    bool planned_otherwise;
    char grade;

    [[nodiscard]] Verdict is(Flag flag) const { return truth.flag(flag, reading); }
    [[nodiscard]] Verdict any(std::initializer_list<Flag> flags) const
    {
        Verdict result = Verdict::no;
        for (const Flag flag : flags) {
            result = either(result, is(flag));
        }
        return result;
    }
};

using enum Flag;
using enum Land;

/// Order 53: recovery after two years and a fee before that where the holder is to blame (article
/// 14, which speaks of land not started); the ways of article 12 where the government is.
void add_idle(const Ground& g, std::vector<Step>& steps)
{
    const Verdict idle = g.is(suspected_idle);
    const std::string& cause = g.truth.idle_cause;
    const bool own = cause == "enterprise";
    const bool government = cause == "government" || cause == "force_majeure";
    const int years = g.truth.idle_years;
    steps.push_back({"idle_recover", both(idle, verdict_of(own && years >= 2)), whole});
    steps.push_back({"idle_fee", both(idle, verdict_of(own && years == 1))});
    steps.push_back({"idle_decide", both(idle, verdict_of(!government))});
    steps.push_back(
        {"government_change_use", both(idle, verdict_of(government && g.planned_otherwise))});
    steps.push_back({"government_extend", both(idle, verdict_of(government))});
}

void add_zhuji(const Ground& g, std::vector<Step>& steps)
{
    const auto& lists = g.truth.lists;
    const bool to_go = lists.contains(List::scattered) || lists.contains(List::backward);
    const Verdict treated = g.any({violation, high_consumption, low_efficiency, built_not_producing,
                                   used_in_part, low_plot_ratio});
    steps.push_back({"close",
                     either(verdict_of(to_go),
                            both(g.is(violation), g.any({low_efficiency, high_consumption}))),
                     whole});
    steps.push_back({"change_function", both(treated, verdict_of(g.planned_otherwise)), whole});
    const bool illegal = g.truth.violations.contains(Violation::illegal_building);
    steps.push_back({"rebuild", either(g.is(low_plot_ratio), verdict_of(illegal))});
    steps.push_back({"improve", treated, separable});
}

void add_hangzhou(const Ground& g, std::vector<Step>& steps)
{
    const Verdict treated =
        g.any({suspected_idle, supplied_not_used, built_not_producing, violation, high_consumption,
               low_efficiency, used_in_part, low_plot_ratio});
    const Verdict last = both(g.is(low_efficiency), verdict_of(g.grade == 'D'));
    steps.push_back(
        {"reserve", either(g.any({supplied_not_used, built_not_producing}), last), whole});
    steps.push_back({"transform", both(treated, verdict_of(g.planned_otherwise)), whole});
    steps.push_back({"improve", treated, separable});
}

void add_zhejiang(const Ground& g, std::vector<Step>& steps)
{
    const Verdict low = g.any({low_efficiency, high_consumption});
    const bool several = g.truth.enterprise_count >= 2;
    steps.push_back({"state_renewal", g.any({supplied_not_used, built_not_producing}), whole});
    steps.push_back({"firm_cooperation", g.is(used_in_part), separable});
    steps.push_back({"unified_letting", both(low, verdict_of(several))});
    steps.push_back({"government_cooperation", g.is(high_consumption)});
    steps.push_back({"own_renewal", g.is(low_efficiency)});
}

void add_415x(const Ground& g, std::vector<Step>& steps)
{
    steps.push_back({"put_to_use",
                     g.any({approved_not_supplied, supplied_not_used, built_not_producing}),
                     whole});
    steps.push_back({"use_the_rest", g.is(used_in_part), separable});
    steps.push_back({"redevelop", g.any({low_efficiency, high_consumption})});
    steps.push_back({"build_up", g.is(low_plot_ratio)});
}

void add_ningbo(const Ground& g, std::vector<Step>& steps)
{
    constexpr double k_target = 2.0;
    const Verdict room = both(g.is(low_efficiency), verdict_of(g.truth.plot_ratio < k_target));
    steps.push_back(
        {"small_enterprise_park", g.any({used_in_part, built_not_producing}), separable});
    steps.push_back({"treat", g.any({high_consumption, violation})});
    steps.push_back({"add_storeys", either(g.is(low_plot_ratio), room)});
    steps.push_back({"renovate_without_land", g.is(low_efficiency)});
}

/// The vacant part that can be a parcel of its own; nothing where it was not planted to the metre.
[[nodiscard]] std::optional<double> separable_m2(const Parcel& parcel, const ParcelTruth& t)
{
    constexpr double k_least_m2 = 5.0 * 2000.0 / 3.0;
    const bool road = parcel.rest && parcel.rest->road;
    if (t.vacant_10m_m2 <= 0.0 || (parcel.rest && !road)) {
        return 0.0; // without a road nothing can be a parcel of its own
    }
    if (!parcel.rest || !parcel.rest->exact) {
        return std::nullopt;
    }
    return t.vacant_10m_m2 >= k_least_m2 ? t.vacant_10m_m2 : 0.0;
}

void choose(const Parcel& parcel, const std::vector<Step>& steps, MeasureTruth& chosen,
            const ParcelTruth& t)
{
    chosen.freed_m2 = 0.0;
    for (const Step& step : steps) {
        if (step.applies == Verdict::depends) {
            chosen = {"depends", std::nullopt};
            return;
        }
        if (step.applies == Verdict::undecided) {
            chosen.freed_m2.reset(); // unless a later one holds
        }
        if (step.applies == Verdict::yes) {
            chosen.id = step.id;
            chosen.freed_m2 = step.land == whole       ? std::optional{parcel.registered_m2}
                              : step.land == separable ? separable_m2(parcel, t)
                                                       : std::optional{0.0};
            return;
        }
    }
}

} // namespace

void judge_measures(const Batch& batch, std::size_t k, ParcelTruth& t)
{
    using Add = void (*)(const Ground&, std::vector<Step>&);
    constexpr std::array<Add, 5> k_ways{add_zhejiang, add_hangzhou, add_415x, add_zhuji,
                                        add_ningbo};
    for (std::size_t r = 0; r < k_ways.size(); ++r) {
        const Ground ground{t, r, batch.replans[k].has_value(), t.grade};
        std::vector<Step> steps;
        add_idle(ground, steps);
        k_ways.at(r)(ground, steps);
        choose(batch.parcels[k], steps, t.measures.at(r), t);
    }
}

} // namespace tenglong::tools::gen
