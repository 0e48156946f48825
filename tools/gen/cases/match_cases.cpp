#include "tools/gen/cases/case.hpp"
#include "tools/gen/cases/plot.hpp"

#include <array>

namespace tenglong::tools::gen {

namespace {

template <Join join>
void joined(Plot& plot)
{
    plot.owner->join = join;
}

void one_tenant(Plot& plot)
{
    let(plot, plot.area_m2 / 4, 9.0);
}

void three_tenants(Plot& plot)
{
    let(plot, plot.area_m2 / 4, 11.0);
    let(plot, plot.area_m2 / 8, 8.0);
    let(plot, plot.area_m2 / 8, 18.0);
}

void ended_lease(Plot& plot)
{
    let(plot, plot.area_m2 / 4, 9.0);
    plot.tenants.back().until = plot.ago(2, 3);
    plot.tenants.back().enterprise.land_in_m2 = 0.0;
    plot.tenants.back().enterprise.state = "搬迁";
    plot.tenants.back().enterprise.join = Join::none; // it is nowhere in the city now
    plot.let_out_m2 = 0.0;
    plot.owner->land_out_m2 = 0.0;
}

void unfiled_lease(Plot& plot)
{
    let(plot, plot.area_m2 / 2, 9.0);
    plot.tenants.back().filed = false;
}

constexpr auto k_cases = std::to_array<Case>({
    {"a3_by_unit_code", "A3", joined<Join::unit_code>, "",
     "the row holds the 28-character unit code instead of the parcel's"},
    {"a3_by_credit_code", "A3", joined<Join::credit_code>, "",
     "no parcel code: the holder of the parcel has the same credit code; its name has 㙍, which "
     "GBK "
     "cannot hold, so that the cadastre shows a question mark"},
    {"a3_by_point", "A3", joined<Join::point>, "",
     "no parcel code, another credit code than the holder's: only coordinates lead there"},
    {"a3_by_name", "A3", joined<Join::name>, "",
     "no parcel code, no credit code, no coordinates: only the holder's name leads there"},
    {"a3_unmatched", "A3", joined<Join::none>, "",
     "nothing in the row leads to a parcel: to be listed as unmatched"},
    {"a3_one_tenant", "A3", one_tenant, "", "a quarter of the land is let to one tenant"},
    {"a3_three_tenants", "A3", three_tenants, "", "half of the land is let to three tenants"},
    {"a3_ended_lease", "A3", ended_lease, "", "a lease that ended two years ago does not count"},
    {"a3_unfiled_lease", "A3", unfiled_lease, "",
     "half of the land is let, and the lease not filed"},
});

} // namespace

std::span<const Case> match_cases() noexcept
{
    return k_cases;
}

} // namespace tenglong::tools::gen
