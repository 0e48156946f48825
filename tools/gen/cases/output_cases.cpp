#include "tools/gen/cases/case.hpp"
#include "tools/gen/cases/plot.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] const Industry& industry_of(std::string_view code)
{
    return *std::ranges::find(manufacturing(), code, &Industry::code);
}

void grade_d(Plot& plot)
{
    pay(plot, 12.0);
    plot.owner->grade = 'D';
}

void tax_missing(Plot& plot)
{
    plot.owner->figures.tax_wan.reset();
    plot.owner->figures.tax_last_year_wan.reset();
    plot.owner->grade = '\0';
}

void hungry(Plot& plot)
{
    pay(plot, 3.0);
    plot.owner->industry = &industry_of("C1713");
    plot.owner->figures.energy_tce = *plot.owner->figures.value_added_wan * 3.0;
    plot.owner->lists.insert(List::high_consumption);
    plot.owner->grade = 'D';
}

void two_high(Plot& plot, int year, double energy_tce, bool listed_trade)
{
    Enterprise& e = *plot.owner;
    e.two_high = listed_trade;
    if (listed_trade) {
        e.industry = &industry_of("C2822");
    }
    e.project_year = year;
    e.figures.energy_tce = energy_tce;
    e.figures.value_added_wan = std::max(*e.figures.value_added_wan, energy_tce * 2.0);
}

void research(Plot& plot, double rd_wan)
{
    plot.owner->figures.revenue_wan = 10000.0;
    plot.owner->figures.rd_wan = rd_wan;
    plot.owner->above_scale = true;
}

void project(Plot& plot, double energy_per_value, bool duty_met)
{
    plot.owner->project_is_new = true;
    plot.owner->project_energy_per_value = energy_per_value;
    plot.owner->energy_control_met = duty_met;
}

void grade_a(Plot& plot)
{
    pay(plot, 45.0);
    plot.owner->grade = 'A';
}

void no_emission(Plot& plot)
{
    Figures& f = plot.owner->figures;
    f.cod_t.reset();
    f.so2_t.reset();
    f.nh3n_t.reset();
    f.nox_t.reset();
}

void zero_energy(Plot& plot)
{
    plot.owner->figures.energy_tce = 0.0;
    plot.owner->figures.electricity_wan_kwh = 0.0;
}

constexpr auto k_cases = std::to_array<Case>({
    {"b7_class_d", "B7", grade_d, "low_efficiency_zhuji_2021=no low_efficiency_hangzhou_2021=yes",
     "last class D, though 120,000 yuan a mu: Zhuji goes by the tax alone"},
    {"b7_tax_missing", "B7", tax_missing, "low_efficiency_zhuji_2021=undecided",
     "an enterprise whose tax is not known"},
    {"b7_hungry", "B7", hungry, "high_consumption=yes low_efficiency_zhuji_2021=yes",
     "three tce for each 10,000 yuan of value added, 30,000 yuan of tax a mu, on the list"},
    {"b10_2018_999", "B10", [](Plot& p) { two_high(p, 2018, 999.99, true); }, "e.two_high_size=no",
     "two-high project built in 2018 with 999.99 tce"},
    {"b10_2018_1000", "B10", [](Plot& p) { two_high(p, 2018, 1000.0, true); },
     "e.two_high_size=yes", "two-high project built in 2018 with 1,000 tce"},
    {"b10_2017_1000", "B10", [](Plot& p) { two_high(p, 2017, 1000.0, true); }, "e.two_high_size=no",
     "two-high project built in 2017 with 1,000 tce"},
    {"b10_2017_4999", "B10", [](Plot& p) { two_high(p, 2017, 4999.99, true); },
     "e.two_high_size=no", "two-high project built in 2017 with 4,999.99 tce"},
    {"b10_2017_5000", "B10", [](Plot& p) { two_high(p, 2017, 5000.0, true); },
     "e.two_high_size=yes", "two-high project built in 2017 with 5,000 tce"},
    {"b10_other_trade", "B10", [](Plot& p) { two_high(p, 2019, 1500.0, false); },
     "e.two_high_size=no", "1,500 tce since 2019, but no two-high project"},
    {"b17_research_4_99", "B17", [](Plot& p) { research(p, 499.0); }, "e.research_over_5=no",
     "R&D 4.99 % of revenue"},
    {"b17_research_5_00", "B17", [](Plot& p) { research(p, 500.0); }, "e.research_over_5=no",
     "R&D exactly 5 % of revenue: the rule says more than 5 %"},
    {"b17_research_5_01", "B17", [](Plot& p) { research(p, 501.0); }, "e.research_over_5=yes",
     "R&D 5.01 % of revenue"},
    {"b17_class_a", "B17", grade_a, "e.class_a_exempt=yes",
     "class A: exempt from ordered power use"},
    {"b18_0_519", "B18", [](Plot& p) { project(p, 0.519, true); }, "e.green_channel=yes",
     "new project with 0.519 tce for each 10,000 yuan of value added"},
    {"b18_0_520", "B18", [](Plot& p) { project(p, 0.52, true); }, "e.green_channel=no",
     "new project with exactly 0.52: the rule says below"},
    {"b18_0_521", "B18", [](Plot& p) { project(p, 0.521, true); }, "e.green_channel=no",
     "new project with 0.521"},
    {"b18_duty_not_met", "B18", [](Plot& p) { project(p, 0.4, false); }, "e.green_channel=no",
     "new project with 0.4 where the locality does not keep its dual-control duty"},
    {"c2_no_emission", "C2", no_emission, "", "emissions not known: never the best of all"},
    {"c2_zero_energy", "C2", zero_energy, "", "energy reported as zero: never the best of all"},
});

} // namespace

std::span<const Case> output_cases() noexcept
{
    return k_cases;
}

} // namespace tenglong::tools::gen
