#include "tools/gen/cases/plot.hpp"

#include "tools/gen/base/wave.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tenglong::tools::gen {

namespace {

constexpr LandKind k_industrial{"1001", "工业用地", true};

constexpr double k_safe_tax_per_mu = 7.5; // above every line of low efficiency

[[nodiscard]] std::optional<double> some(Random& random, double low, double high)
{
    return rounded(random.spread(low, high), 3);
}

[[nodiscard]] char grade_for(double tax_per_mu)
{
    constexpr double k_a = 30.0;
    constexpr double k_b = 12.0;
    return tax_per_mu >= k_a ? 'A' : tax_per_mu >= k_b ? 'B' : 'C';
}

/// A trade that nobody calls energy-hungry.
[[nodiscard]] const Industry& calm_industry(Random& random)
{
    for (;;) {
        const Industry& industry = random.pick(manufacturing());
        if (!industry.two_high) {
            return industry;
        }
    }
}

} // namespace

Figures figures_of(Random& random, const Industry& industry, double area_mu, double tax_per_mu,
                   bool above_scale)
{
    Figures f;
    f.tax_wan = rounded(area_mu * tax_per_mu, 2);
    f.tax_last_year_wan = rounded(*f.tax_wan * random.real(0.85, 1.1), 2);
    f.value_added_wan = rounded(*f.tax_wan * random.real(3.2, 5.5) + 1.0, 2);
    f.revenue_wan = rounded(*f.value_added_wan * random.real(3.0, 5.0), 2);
    f.energy_tce =
        rounded(*f.value_added_wan * industry.energy_per_value * random.real(0.7, 1.3), 2);
    constexpr double k_tce_per_wan_kwh = 2.85;
    f.electricity_wan_kwh = rounded(*f.energy_tce * random.real(0.5, 0.9) / k_tce_per_wan_kwh, 4);
    f.staff = std::max(3.0, rounded(*f.value_added_wan / random.real(14.0, 42.0), 0));
    f.rd_wan = above_scale ? rounded(*f.revenue_wan * random.real(0.005, 0.042), 2) : 0.0;
    const double load = *f.value_added_wan / 10000.0;
    f.cod_t = some(random, 0.6 * load + 0.001, 3.0 * load + 0.01);
    f.so2_t = some(random, 0.1 * load + 0.001, 0.8 * load + 0.01);
    f.nh3n_t = some(random, 0.05 * load + 0.001, 0.3 * load + 0.01);
    f.nox_t = some(random, 0.2 * load + 0.001, 1.2 * load + 0.01);
    return f;
}

Enterprise enterprise_of(Plot& plot, double area_m2, double tax_per_mu)
{
    Enterprise e;
    Random& random = plot.random;
    e.industry = &calm_industry(random);
    const double area_mu = area_m2 * 3.0 / 2000.0;
    constexpr double k_above_scale_tax = 90.0; // goes with about 20 million yuan of revenue
    e.above_scale = area_mu * tax_per_mu > k_above_scale_tax;
    e.figures = figures_of(random, *e.industry, area_mu, tax_per_mu, e.above_scale);
    e.founded = static_cast<int>(random.between(1993, 2018));
    e.grade = grade_for(tax_per_mu);
    e.project_year = static_cast<int>(random.between(2001, 2020));
    e.land_own_m2 = area_m2;
    return e;
}

Supply kept_supply(Plot& plot, int years)
{
    Random& random = plot.random;
    Supply s;
    const Date contract = plot.ago(years, 0, static_cast<int>(random.between(0, 300)));
    s.approval = contract.minus({0, static_cast<int>(random.between(4, 14)), 5});
    s.batch = fmt::format("云浦市{}年度第{}批次", s.approval->year(), random.between(1, 18));
    s.contract = contract;
    s.contract_number = fmt::format("330699{}A2{:04d}", contract.year(), random.between(1, 9999));
    s.way = "出让";
    s.new_land = random.chance(0.6);
    s.handover = contract.plus({0, 1, static_cast<int>(random.between(0, 25))});
    s.agreed_start = s.handover->plus({0, 6, 0});
    s.actual_start = s.agreed_start->plus({0, 0, static_cast<int>(random.between(0, 60)) - 45});
    s.agreed_completion = s.agreed_start->plus({2, 0, 0});
    s.actual_completion =
        s.agreed_completion->minus({0, 0, static_cast<int>(random.between(0, 90))});
    s.agreed_production = s.agreed_completion->plus({0, 6, 0});
    s.actual_production =
        s.agreed_production->minus({0, 0, static_cast<int>(random.between(0, 60))});
    s.agreed_wan = rounded(plot.area_mu() * random.real(180.0, 420.0), 0);
    s.invested_wan = rounded(*s.agreed_wan * random.real(0.85, 1.25), 0);
    s.price_wan = rounded(plot.area_mu() * random.real(22.0, 46.0), 0);
    s.agreed_ratio = 1.0 + 0.1 * static_cast<double>(random.between(0, 5));
    s.agreed_tax_per_mu = static_cast<double>(random.between(12, 30));
    s.standard_land = contract.year() >= 2019;
    return s;
}

void plan_normal(Plot& plot)
{
    Random& random = plot.random;
    plot.land = k_industrial;
    const int years = static_cast<int>(random.between(6, 18));
    plot.supply = kept_supply(plot, years);
    plot.works.kind = Works::Kind::full;
    plot.works.storeys = random.chance(0.55) ? 4 : static_cast<int>(random.between(5, 6));
    plot.works.storey_dm = static_cast<int>(random.between(36, 55));
    const double tax_per_mu = random.spread(k_safe_tax_per_mu, 60.0);
    plot.owner = enterprise_of(plot, plot.area_m2, tax_per_mu);
    plot.owner->production = plot.supply->actual_production;
    plot.owner->project_year = plot.supply->actual_production->year();
}

void plan_unstarted(Plot& plot, int years)
{
    plot.kind = "unstarted";
    Supply s = kept_supply(plot, years);
    s.actual_start.reset();
    s.actual_completion.reset();
    s.actual_production.reset();
    s.invested_wan = 0.0;
    plot.supply = s;
    plot.works.kind = Works::Kind::none;
    plot.owner.reset();
}

void plan_unfinished(Plot& plot)
{
    plot.kind = "unfinished";
    Supply s = kept_supply(plot, 5);
    s.agreed_start = plot.ago(4, 2);
    s.actual_start = plot.ago(4);
    s.agreed_completion = plot.ago(2);
    s.actual_completion.reset();
    s.agreed_production = plot.ago(1, 6);
    s.actual_production.reset();
    s.agreed_wan = 10000.0;
    s.invested_wan = 6000.0;
    s.due_m2 = 9000.0;
    s.developed_m2 = 4500.0;
    plot.supply = s;
    plot.works.kind = Works::Kind::front;
    plot.works.share = 0.4;
    plot.works.storeys = 2;
    plot.owner.reset();
}

void plan_not_producing(Plot& plot)
{
    plot.kind = "not_producing";
    Supply s = kept_supply(plot, 5);
    s.agreed_start = plot.ago(4, 2);
    s.actual_start = plot.ago(4);
    s.agreed_completion = plot.ago(2, 1);
    s.actual_completion = plot.ago(2);
    s.agreed_production = plot.ago(1, 6);
    s.actual_production.reset();
    plot.supply = s;
    plot.owner.reset();
}

Tenant& let(Plot& plot, double area_m2, double tax_per_mu)
{
    Tenant tenant;
    tenant.land_m2 = area_m2;
    tenant.floor_m2 = rounded(area_m2 * 1.2, 2);
    tenant.enterprise = enterprise_of(plot, area_m2, tax_per_mu);
    tenant.enterprise.land_own_m2 = 0.0;
    tenant.enterprise.land_in_m2 = area_m2;
    plot.let_out_m2 += area_m2;
    if (plot.owner) {
        plot.owner->land_out_m2 = plot.let_out_m2;
    }
    plot.tenants.push_back(std::move(tenant));
    return plot.tenants.back();
}

void pay(Plot& plot, double tax_per_mu)
{
    plot.owner = enterprise_of(plot, plot.area_m2, tax_per_mu);
    plot.owner->figures.tax_wan = rounded(plot.area_mu() * tax_per_mu, 4);
    if (plot.supply) {
        plot.owner->production = plot.supply->actual_production;
    }
}

} // namespace tenglong::tools::gen
