#include "tools/gen/cases/case.hpp"
#include "tools/gen/cases/plot.hpp"

#include <array>

// 行政办公及生活服务设施: 15 % of the land and 30 % of the floor area at most, inside of the
// control line, or outside for classes A and B from 50 mu on (ningbo-2021, 四.5).

namespace tenglong::tools::gen {

namespace {

/// 20,000 m² of floors on 100 by 100 m, of which `support_m2` are for offices and dormitories.
void floors(Plot& plot, double land_share, double support_m2)
{
    constexpr double k_depth = 20.0;
    constexpr int k_storeys = 4;
    const double support_length = support_m2 / k_depth / k_storeys;
    const double other_length = (20000.0 - 8000.0 - support_m2) / k_depth / k_storeys;
    const bool wide = other_length > 80.0;
    plot.works.kind = Works::Kind::exact;
    plot.works.buildings = {
        {metres(10, 10, 90, 30), 5, 0, 45, false},
        {metres(10, 40, wide ? 90 : 10 + other_length, 60), wide ? 5 : k_storeys, 0, 45, false},
        {metres(10, 70, 10 + support_length, 90), k_storeys, 0, 32, true}};
    plot.supply->support_land_share = land_share;
    plot.supply->support_floor_share = support_m2 / 20000.0;
    plot.owner->grade = 'C';
}

/// A large parcel outside of the line, 12 % of the land and a quarter of the floors.
void outside(Plot& plot, char grade)
{
    plot.works.kind = Works::Kind::full;
    plot.works.storeys = 4;
    plot.supply->support_land_share = 0.12;
    plot.supply->support_floor_share = 0.25;
    plot.owner->grade = grade;
}

constexpr auto k_cases = std::to_array<Case>({
    {"b16_land_14_9", "B16", [](Plot& p) { floors(p, 0.149, 4000.0); },
     "support_over_ningbo_2021=no", "inside the line, 14.9 % of the land"},
    {"b16_land_15_0", "B16", [](Plot& p) { floors(p, 0.15, 4000.0); },
     "support_over_ningbo_2021=no", "inside the line, exactly 15 % of the land"},
    {"b16_land_15_1", "B16", [](Plot& p) { floors(p, 0.151, 4000.0); },
     "support_over_ningbo_2021=yes", "inside the line, 15.1 % of the land"},
    {"b16_floor_29_9", "B16", [](Plot& p) { floors(p, 0.1, 5980.0); },
     "support_over_ningbo_2021=no", "inside the line, 29.9 % of the floors"},
    {"b16_floor_30_0", "B16", [](Plot& p) { floors(p, 0.1, 6000.0); },
     "support_over_ningbo_2021=no", "inside the line, exactly 30 % of the floors"},
    {"b16_floor_30_1", "B16", [](Plot& p) { floors(p, 0.1, 6020.0); },
     "support_over_ningbo_2021=yes", "inside the line, 30.1 % of the floors"},
    {"b16_outside_b", "B16", [](Plot& p) { outside(p, 'B'); }, "support_over_ningbo_2021=no",
     "outside the line, 50.001 mu, class B: may have the larger share"},
    {"b16_outside_c", "B16", [](Plot& p) { outside(p, 'C'); }, "support_over_ningbo_2021=yes",
     "outside the line, 50.001 mu, class C: may not"},
    {"b16_outside_49_98_mu", "B16", [](Plot& p) { outside(p, 'A'); },
     "support_over_ningbo_2021=yes", "outside the line, class A, 49.98 mu: may not"},
});

} // namespace

std::span<const Case> support_cases() noexcept
{
    return k_cases;
}

} // namespace tenglong::tools::gen
