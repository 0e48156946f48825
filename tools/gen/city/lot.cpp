#include "tools/gen/base/wave.hpp"
#include "tools/gen/city/batch.hpp"

#include <array>

namespace tenglong::tools::gen {

namespace {

void low_tax(Plot& plot)
{
    plot.kind = "low_tax";
    pay(plot, rounded(plot.random.spread(0.4, 4.5), 2));
    plot.owner->grade = plot.random.chance(0.5) ? 'D' : 'C';
}

void low_ratio(Plot& plot)
{
    plot.kind = "low_ratio";
    plot.works.storeys = plot.random.chance(0.6) ? 1 : 2;
    const bool high_hall = plot.works.storeys == 1 && plot.random.chance(0.3);
    plot.works.storey_dm =
        static_cast<int>(high_hall ? plot.random.between(90, 120) : plot.random.between(45, 76));
}

void idle(Plot& plot)
{
    plan_unstarted(plot, static_cast<int>(plot.random.between(3, 7)));
    plot.kind = "idle";
}

void approved(Plot& plot)
{
    plan_unstarted(plot, 3);
    Supply approved_only;
    approved_only.batch = plot.supply->batch;
    approved_only.approval = plot.supply->approval;
    approved_only.new_land = true;
    plot.supply = approved_only;
    plot.held = false;
    plot.kind = "approved";
}

void with_rest(Plot& plot)
{
    plot.kind = "rest";
    plot.works.kind = Works::Kind::front;
    plot.works.share = plot.random.real(0.42, 0.6);
    plot.works.storeys = 4;
}

void in_breach(Plot& plot)
{
    constexpr std::array k_kinds{Violation::safety, Violation::environment, Violation::fire,
                                 Violation::energy, Violation::illegal_lease};
    plot.kind = "violation";
    plot.owner->violations.insert(plot.random.pick(k_kinds));
}

void listed(Plot& plot)
{
    constexpr std::array k_lists{List::high_consumption, List::scattered, List::backward};
    plot.kind = "listed";
    plot.owner->lists.insert(plot.random.pick(k_lists));
}

void with_tenants(Plot& plot)
{
    plot.kind = "tenants";
    const std::int64_t count = plot.random.between(1, 3);
    for (std::int64_t i = 0; i < count; ++i) {
        const double share = plot.random.real(0.08, 0.2);
        let(plot, rounded(plot.area_m2 * share, 2), rounded(plot.random.spread(8.0, 30.0), 2));
    }
}

void rented_out(Plot& plot)
{
    plot.kind = "rented_out";
    plot.owner.reset();
    const std::int64_t count = plot.random.between(2, 5);
    double left = plot.area_m2;
    for (std::int64_t i = count; i > 0; --i) {
        const double area = i == 1 ? left : rounded(left / static_cast<double>(i), 2);
        let(plot, rounded(area, 2), rounded(plot.random.spread(7.5, 25.0), 2));
        left -= area;
    }
}

void long_ago(Plot& plot)
{
    plot.kind = "long_ago";
    plot.supply.reset();
    plot.owner->production.reset();
}

using Draw = void (*)(Plot&);

struct Lot {
    double share;
    Draw draw;
};

constexpr std::array k_lots{Lot{0.09, low_tax},
                            Lot{0.05, low_ratio},
                            Lot{0.02, idle},
                            Lot{0.01, approved},
                            Lot{0.02, plan_not_producing},
                            Lot{0.03, with_rest},
                            Lot{0.02, in_breach},
                            Lot{0.01, listed},
                            Lot{0.05, with_tenants},
                            Lot{0.02, rented_out},
                            Lot{0.06, long_ago}};

} // namespace

void plan_by_lot(Plot& plot)
{
    double lot = plot.random.real(0.0, 1.0);
    for (const Lot& each : k_lots) {
        if (lot < each.share) {
            each.draw(plot);
            return;
        }
        lot -= each.share;
    }
}

void plan_cluster(Plot& plot)
{
    low_tax(plot);
    plot.kind = "cluster";
    plot.owner->grade = 'D';
    plot.works.storeys = 1;
    plot.works.storey_dm = 55;
}

} // namespace tenglong::tools::gen
