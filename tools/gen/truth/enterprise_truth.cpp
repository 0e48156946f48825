#include "tools/gen/truth/enterprise_truth.hpp"

namespace tenglong::tools::gen {

namespace {

using Number = std::optional<double>;

[[nodiscard]] Number ratio(const Number& above, const Number& below)
{
    if (!above || !below || *below <= 0.0) {
        return std::nullopt;
    }
    return *above / *below;
}

// Baselines of 黄岩, data year 2022 (chacewang.com/newsdetail/news430850.html).
[[nodiscard]] Number score_above(const EnterpriseTruth& t)
{
    if (!t.tax_per_mu || !t.value_added_per_mu || !t.value_per_energy || !t.value_per_emission ||
        !t.productivity || !t.rd_share) {
        return std::nullopt;
    }
    return *t.tax_per_mu / 24.097 * 30 + *t.value_added_per_mu / 136.16 * 20 +
           *t.value_per_energy / 2.694 * 20 + *t.value_per_emission / 4929.81 * 10 +
           *t.productivity / 18.14 * 10 + *t.rd_share / 0.0302 * 10;
}

[[nodiscard]] Number score_below(const EnterpriseTruth& t)
{
    if (!t.tax_per_mu || !t.tax_per_electricity) {
        return std::nullopt;
    }
    return *t.tax_per_mu / 11.5932 * 50 + *t.tax_per_electricity / 0.2352 * 50;
}

[[nodiscard]] bool two_high_size(const Enterprise& e)
{
    constexpr double k_since_2018 = 1000.0;
    constexpr double k_before = 5000.0;
    const double energy = e.figures.energy_tce.value_or(0.0);
    return e.two_high &&
           (energy >= k_before || (energy >= k_since_2018 && e.project_year.value_or(0) >= 2018));
}

} // namespace

EnterpriseTruth truth_of(const Enterprise& e)
{
    constexpr double k_scope_mu = 3.0;
    constexpr double k_research = 0.05;
    constexpr double k_green = 0.52;
    EnterpriseTruth t;
    const Figures& f = e.figures;
    t.land_used_mu = e.land_used_m2() * 3.0 / 2000.0;
    const Number land = t.land_used_mu > 0.0 ? Number{t.land_used_mu} : std::nullopt;
    t.tax_per_mu = ratio(f.tax_wan, land);
    t.value_added_per_mu = ratio(f.value_added_wan, land);
    t.energy_per_value = ratio(f.energy_tce, f.value_added_wan);
    t.value_per_energy = ratio(f.value_added_wan, f.energy_tce);
    t.value_per_emission = ratio(f.value_added_wan, f.emission_t());
    t.productivity = ratio(f.value_added_wan, f.staff);
    t.rd_share = ratio(f.rd_wan, f.revenue_wan);
    t.tax_per_electricity = ratio(f.tax_wan, f.electricity_wan_kwh);
    t.score_huangyan_2022 = e.above_scale ? score_above(t) : score_below(t);
    t.in_scope =
        verdict_of(e.manufacturing && (e.above_scale || t.land_used_mu >= k_scope_mu - 1e-9));
    t.two_high_size = verdict_of(two_high_size(e));
    t.research_over_5 = test(t.rd_share, [](double v) { return v > k_research; });
    t.class_a_exempt = verdict_of(e.grade == 'A');
    t.green_channel =
        verdict_of(e.project_is_new && e.project_energy_per_value.value_or(1.0) < k_green &&
                   e.energy_control_met.value_or(false));
    return t;
}

} // namespace tenglong::tools::gen
