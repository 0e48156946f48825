#include "tools/gen/cases/case.hpp"
#include "tools/gen/cases/plot.hpp"

#include <array>

// Outlines here are metres on parcels of 100 by 100 m unless the case says otherwise. Three rows of
// buildings, 20 m deep and 10 m apart, leave no room that anything else could use.

namespace tenglong::tools::gen {

namespace {

struct Row {
    double length_m;
    int storeys;
};

void rows(Plot& plot, Row south, Row middle, Row north, int storey_dm = 45)
{
    plot.supply->agreed_ratio.reset(); // or it would be a second line
    plot.works.kind = Works::Kind::exact;
    plot.works.buildings = {
        {metres(10, 10, 10 + south.length_m, 30), south.storeys, 0, storey_dm, false},
        {metres(10, 40, 10 + middle.length_m, 60), middle.storeys, 0, storey_dm, false},
        {metres(10, 70, 10 + north.length_m, 90), north.storeys, 0, storey_dm, false}};
}

/// Contracted before there were control indexes by industry (2008).
void before_indexes(Plot& plot)
{
    const int years = plot.as_of.year() - 2005;
    plot.supply = kept_supply(plot, years);
}

void ratio_0_90(Plot& plot)
{
    before_indexes(plot);
    rows(plot, {80, 2}, {80, 2}, {65, 2});
}

/// The contract asks for 1.6.
void below_agreed(Plot& plot)
{
    rows(plot, {80, 4}, {80, 4}, {57.5, 2});
    plot.supply->agreed_ratio = 1.6;
}

void new_project(Plot& plot)
{
    plot.supply = kept_supply(plot, 3);
    plot.supply->contract = plot.ago(1, 11);
    plot.supply->agreed_start = plot.ago(1, 8);
    plot.supply->actual_start = plot.ago(1, 8);
    plot.supply->agreed_completion = plot.ago(0, 6);
    plot.supply->actual_completion = plot.ago(0, 7);
    plot.supply->agreed_production = plot.ago(0, 2);
    plot.supply->actual_production = plot.ago(0, 3);
    plot.supply->agreed_ratio = 2.0;
    plot.owner->production = plot.supply->actual_production;
}

void ratio_1_99_new(Plot& plot)
{
    new_project(plot);
    rows(plot, {80, 5}, {80, 5}, {65, 3});
}

void ratio_2_00_new(Plot& plot)
{
    new_project(plot);
    rows(plot, {80, 5}, {80, 5}, {50, 4});
}

void halls(Plot& plot, int storey_dm)
{
    before_indexes(plot);
    rows(plot, {80, 1}, {80, 1}, {80, 1}, storey_dm);
}

void basement(Plot& plot)
{
    rows(plot, {80, 4}, {80, 4}, {55, 2});
    plot.works.buildings[0].below = 1;
}

/// The middle building reaches 40 m into the neighbour in the east.
void straddling(Plot& plot)
{
    rows(plot, {80, 4}, {80, 4}, {80, 4});
    plot.works.buildings[1].rect = metres(40, 40, 140, 60);
}

void straddled(Plot& plot)
{
    rows(plot, {80, 4}, {80, 4}, {80, 4});
    plot.works.buildings[1].rect = metres(50, 40, 90, 60);
}

/// One hall from line to line, so that the wall towards the free part is straight.
void hall_and_rest(Plot& plot, Rect hall, int storeys, Rect rest, bool rest_along_y, bool road)
{
    plot.supply->agreed_ratio.reset();
    plot.works.kind = Works::Kind::exact;
    plot.works.buildings = {{hall, storeys, 0, 45, false}};
    Rest free;
    free.area_m2 = rest.area_m2();
    const double width_m = static_cast<double>(rest.width()) / 1e3;
    const double height_m = static_cast<double>(rest.height()) / 1e3;
    free.width_m = width_m < height_m ? width_m : height_m;
    free.front_m = rest_along_y ? height_m : width_m;
    free.road = road;
    free.exact = true;
    free.rect = rest;
    plot.works.rest = free;
    plot.kind = "rest";
}

constexpr auto k_cases = std::to_array<Case>({
    {"b6_1_49", "B6",
     [](Plot& p) {
         rows(p, {80, 4}, {80, 4}, {52.5, 2});
     },
     "plot_ratio=1.490000 low_plot_ratio_zhejiang_415x=yes", "plot ratio 1.49"},
    {"b6_1_50", "B6",
     [](Plot& p) {
         rows(p, {80, 4}, {80, 4}, {55, 2});
     },
     "plot_ratio=1.500000 low_plot_ratio_zhejiang_415x=no", "plot ratio exactly 1.5"},
    {"b6_1_51", "B6",
     [](Plot& p) {
         rows(p, {80, 4}, {80, 4}, {57.5, 2});
     },
     "plot_ratio=1.510000 low_plot_ratio_zhejiang_415x=no", "plot ratio 1.51"},
    {"b6_0_90", "B6", ratio_0_90,
     "plot_ratio=0.900000 low_plot_ratio_zhejiang_415x=yes low_plot_ratio_zhuji_2021=yes "
     "low_plot_ratio_ningbo_2021=no",
     "plot ratio 0.9, contracted in 2005"},
    {"b6_1_99_new", "B6", ratio_1_99_new,
     "plot_ratio=1.990000 low_plot_ratio_ningbo_2021=yes low_plot_ratio_zhejiang_415x=no",
     "new project, plot ratio 1.99"},
    {"b6_2_00_new", "B6", ratio_2_00_new, "plot_ratio=2.000000 low_plot_ratio_ningbo_2021=no",
     "new project, plot ratio exactly 2.0"},
    {"b6_below_agreed", "B6", below_agreed,
     "plot_ratio=1.510000 low_plot_ratio_zhejiang_415x=yes low_plot_ratio_zhuji_2021=yes",
     "plot ratio 1.51 where the contract asks for 1.6"},
    {"b6_storey_8_0", "B6", [](Plot& p) { halls(p, 80); },
     "plot_ratio=0.480000 plot_ratio_high_storeys=0.480000 low_plot_ratio_zhejiang_2024=yes",
     "halls of one storey of exactly 8.0 m: counted once"},
    {"b6_storey_8_1", "B6", [](Plot& p) { halls(p, 81); },
     "plot_ratio=0.480000 plot_ratio_high_storeys=0.960000 low_plot_ratio_zhejiang_2024=no",
     "halls of one storey of 8.1 m: counted twice"},
    {"b6_basement", "B6", basement, "plot_ratio=1.500000",
     "a basement, which does not count: the fields tell storeys above ground from all storeys"},
    {"a2_straddling", "A2", straddling, "footprint_m2=4400.00 floor_m2=17600.00",
     "a building of 100 m stands with 60 m here and with 40 m on the next parcel"},
    {"a2_straddled", "A2", straddled, "footprint_m2=4800.00 floor_m2=19200.00",
     "40 m of the next parcel's building stand here"},
    {"b3_separable", "B3",
     [](Plot& p) {
         hall_and_rest(p, metres(0, 0, 60, 100), 6, metres(60, 0, 200, 100), true, true);
     },
     "used_in_part=yes rest_m2=14000.00 rest_road=yes vacant_10m_m2=13000.00",
     "200 by 100 m, of which 140 by 100 m (21 mu) are free and lie along a road"},
    {"b3_strip", "B3",
     [](Plot& p) {
         hall_and_rest(p, metres(10, 0, 100, 85), 2, metres(0, 85, 100, 100), false, true);
     },
     "used_in_part=no rest_m2=1500.00 vacant_10m_m2=0.00",
     "a strip of 15 by 100 m behind the hall: too narrow"},
    {"b3_small", "B3",
     [](Plot& p) {
         hall_and_rest(p, metres(0, 10, 69, 100), 2, metres(69, 0, 100, 100), true, true);
     },
     "used_in_part=no rest_m2=3100.00 vacant_10m_m2=2100.00",
     "31 by 100 m, with 10 m kept from the hall 2,100 m² (3.15 mu): less than 5 mu"},
    {"b3_landlocked", "B3",
     [](Plot& p) {
         hall_and_rest(p, metres(12, 50, 100, 100), 4, metres(0, 0, 100, 50), false, false);
     },
     "used_in_part=yes rest_m2=5000.00 rest_road=no vacant_10m_m2=4000.00",
     "50 by 100 m behind the hall, other parcels on all three sides: cannot stand alone"},
    {"b3_full", "B3",
     [](Plot& p) {
         rows(p, {80, 4}, {80, 4}, {80, 4});
     },
     "used_in_part=no rest_m2=0.00", "built over"},
});

} // namespace

std::span<const Case> built_cases() noexcept
{
    return k_cases;
}

} // namespace tenglong::tools::gen
