#include "tools/gen/cases/case.hpp"
#include "tools/gen/cases/plot.hpp"

#include "tools/gen/base/wave.hpp"

#include <array>

namespace tenglong::tools::gen {

namespace {

void ordinary(Plot& /*plot*/) {}

void let_out_in_part(Plot& plot)
{
    pay(plot, 3.6);
    let(plot, 4000.0, 5.0);
}

void all_let(Plot& plot)
{
    pay(plot, 0.8);
    let(plot, plot.area_m2, 12.0);
}

void small(Plot& plot)
{
    plot.works.kind = Works::Kind::exact;
    plot.works.buildings = {{metres(6, 6, plot.width_m - 6, plot.height_m - 6), 2, 0, 42, false}};
    pay(plot, 10.0);
    plot.owner->above_scale = false;
    plot.owner->figures.rd_wan = 0.0;
}

void replanned(Plot& plot, Date due, char grade)
{
    pay(plot, grade == 'C' ? 9.0 : 20.0);
    plot.owner->grade = grade;
    plot.replan = Replan{plot.ago(2), due, false};
}

void replanned_and_let(Plot& plot)
{
    replanned(plot, plot.ahead(6), 'A');
    plot.owner->violations.insert(Violation::illegal_lease);
}

void replanned_and_done(Plot& plot)
{
    replanned(plot, plot.ago(0, 6), 'B');
    plot.replan->done = true;
}

void new_outside(Plot& plot)
{
    plan_unstarted(plot, 1);
    Supply& s = *plot.supply;
    s.contract = plot.ago(0, 5);
    s.handover = plot.ago(0, 4);
    s.agreed_start = plot.ahead(0, 2);
    s.agreed_completion = plot.ahead(2);
    s.agreed_production = plot.ahead(2, 6);
    s.standard_land = true;
    s.agreed_ratio = 2.0;
    s.new_land = true;
}

void old_outside(Plot& plot)
{
    plot.supply = kept_supply(plot, 12);
}

/// Half of a small-enterprise park: `makers` manufacturers of `maker_m2` each, and others that
/// share the rest.
void small_enterprises(Plot& plot, int makers, double maker_m2, int others)
{
    plot.owner.reset();
    plot.kind = "small_enterprise_park";
    for (int i = 0; i < makers; ++i) {
        let(plot, maker_m2, 14.0).enterprise.above_scale = false;
    }
    const double left = plot.area_m2 - makers * maker_m2;
    for (int i = 0; i < others; ++i) {
        Tenant& tenant = let(plot, rounded(left / others, 2), 9.0);
        tenant.enterprise.above_scale = false;
        tenant.enterprise.manufacturing = false;
        tenant.enterprise.industry = &plot.random.pick(services());
    }
}

constexpr auto k_cases = std::to_array<Case>({
    {"b7_tax_4_99", "B7", [](Plot& p) { pay(p, 4.99); },
     "tax_per_mu=4.990000 low_efficiency_zhuji_2021=yes", "15 mu, 74.85 (10,000 yuan) of tax"},
    {"b7_tax_5_00", "B7", [](Plot& p) { pay(p, 5.0); },
     "tax_per_mu=5.000000 low_efficiency_zhuji_2021=yes",
     "15 mu, 75.00: exactly 50,000 yuan a mu, which 以下 includes"},
    {"b7_tax_5_01", "B7", [](Plot& p) { pay(p, 5.01); },
     "tax_per_mu=5.010000 low_efficiency_zhuji_2021=no", "15 mu, 75.15"},
    {"c1_let_in_part", "C1", let_out_in_part, "tax_per_mu=5.600000 low_efficiency_zhuji_2021=no",
     "15 mu: the owner keeps 9 and pays 54, a tenant has 6 and pays 30"},
    {"c1_all_let", "C1", all_let, "",
     "the owner lets everything: no land of its own use, so no figure a mu"},
    {"c1_ordinary", "C1", ordinary, "", "an ordinary plant on 15 mu"},
    {"c4_3_006_mu", "C4", small, "e.in_scope=yes", "below scale on 3.006 mu"},
    {"c4_3_000_mu", "C4", small, "e.in_scope=yes", "below scale on exactly 3 mu"},
    {"c4_2_994_mu", "C4", small, "e.in_scope=no", "below scale on 2.994 mu"},
    {"b13_class_b", "B13", [](Plot& p) { replanned(p, p.ahead(6), 'B'); },
     "may_upgrade_zhejiang_2024=yes may_upgrade_ningbo_2021=yes",
     "re-planned, to be carried out in six years, class B"},
    {"b13_class_c", "B13", [](Plot& p) { replanned(p, p.ahead(6), 'C'); },
     "may_upgrade_zhejiang_2024=yes may_upgrade_ningbo_2021=no",
     "re-planned, to be carried out in six years, class C"},
    {"b13_illegal_lease", "B13", replanned_and_let,
     "may_upgrade_zhejiang_2024=no may_upgrade_ningbo_2021=yes",
     "re-planned, to be carried out in six years, class A, but let without leave"},
    {"b13_three_years", "B13", [](Plot& p) { replanned(p, p.ahead(3), 'B'); },
     "may_upgrade_zhejiang_2024=no may_upgrade_ningbo_2021=no",
     "re-planned, to be carried out in three years"},
    {"b13_five_years", "B13", [](Plot& p) { replanned(p, p.ahead(5), 'B'); },
     "may_upgrade_zhejiang_2024=no may_upgrade_ningbo_2021=no",
     "re-planned, to be carried out in exactly five years: that is within five years"},
    {"b13_done", "B13", replanned_and_done,
     "may_upgrade_zhejiang_2024=no may_upgrade_ningbo_2021=no", "re-planned and carried out"},
    {"b14_70_70_a", "B14", [](Plot& p) { small_enterprises(p, 4, 6000.0, 1); }, "",
     "park with 70 % manufacturers by count and 70 % by area, first half"},
    {"b14_70_70_b", "B14", [](Plot& p) { small_enterprises(p, 3, 6000.0, 2); }, "",
     "park with 70 % manufacturers by count and 70 % by area, second half"},
    {"b14_60_72_a", "B14", [](Plot& p) { small_enterprises(p, 3, 7200.0, 2); }, "",
     "park with 60 % by count and 72 % by area, first half"},
    {"b14_60_72_b", "B14", [](Plot& p) { small_enterprises(p, 3, 7200.0, 2); }, "",
     "park with 60 % by count and 72 % by area, second half"},
    {"b14_80_69_9_a", "B14", [](Plot& p) { small_enterprises(p, 4, 5242.5, 1); }, "",
     "park with 80 % by count and 69.9 % by area, first half"},
    {"b14_80_69_9_b", "B14", [](Plot& p) { small_enterprises(p, 4, 5242.5, 1); }, "",
     "park with 80 % by count and 69.9 % by area, second half"},
    {"b12_new_outside_line", "B12", new_outside, "new_outside_line=yes new_outside_platform=no",
     "supplied as new land this year, in the park but outside of the line"},
    {"b12_old_outside_line", "B12", old_outside, "new_outside_line=no",
     "outside of the line, but supplied twelve years ago"},
    {"b12_new_outside_platform", "B12", new_outside,
     "new_outside_line=yes new_outside_platform=yes",
     "supplied as new land this year, outside of every park and of the line"},
    {"e1_inside", "E1", ordinary, "in_line_m2=10000.00", "wholly inside of the line"},
    {"e1_half", "E1", ordinary, "in_line_m2=5000.00", "the line cuts it in half"},
    {"e1_outside", "E1", ordinary, "in_line_m2=0.00", "wholly outside of the line"},
    {"e1_inside_large", "E1", ordinary, "in_line_m2=14000.00", "wholly inside of the line"},
    {"e1_sliver", "E1", ordinary, "in_line_m2=1000.00",
     "160 by 100 m, of which 10 m lie inside of the line"},
    {"e2_occupied", "E2", ordinary, "", "a change of the control line lies on it"},
    {"e4_given_up", "E4", ordinary, "", "stands outside of the line and is given up, or not"},
});

} // namespace

std::span<const Case> place_cases() noexcept
{
    return k_cases;
}

} // namespace tenglong::tools::gen
