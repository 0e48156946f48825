#include "tools/gen/cases/case.hpp"
#include "tools/gen/city/batch_work.hpp"
#include "tools/gen/names/codes.hpp"
#include "tools/gen/names/names.hpp"

#include <fmt/format.h>

#include <utility>

namespace tenglong::tools::gen {

namespace {

constexpr std::int64_t k_serials_a_parcel = 48; // codes of its holder and its tenants

} // namespace

void BatchMaker::share_owners(Work& work)
{
    constexpr double k_share = 0.07;
    for (std::size_t k = 0; k + 1 < work.plots.size(); ++k) {
        Plot& plot = work.plots[k];
        Plot& next = work.plots[k + 1];
        const auto plain = [](const Plot& p) {
            return p.kind == "normal" && p.owner && p.tenants.empty();
        };
        if (work.shared[k] || work.cell.use == Use::special || !plain(plot) || !plain(next) ||
            !work.random.chance(k_share)) {
            continue;
        }
        const double area = plot.area_m2 + next.area_m2;
        Enterprise owner = enterprise_of(plot, area, plot.random.spread(8.0, 45.0));
        owner.production = plot.owner->production;
        plot.owner = owner;
        next.owner.reset();
        work.shared[k + 1] = true;
    }
}

void BatchMaker::name(Work& work, Enterprise& enterprise, std::size_t k, std::int64_t serial) const
{
    const Parcel& parcel = work.batch.parcels[k];
    const Town& town = m_layout.towns()[static_cast<std::size_t>(parcel.town)];
    Random random{m_options.seed, "enterprise", parcel.ordinal, serial};
    const bool rare = parcel.planted != nullptr && parcel.planted->id == "a3_by_credit_code";
    enterprise.name = company_name(random, *enterprise.industry, town.name,
                                   rare ? k_not_in_gbk : std::string_view{});
    enterprise.credit_code = credit_code(parcel.ordinal * k_serials_a_parcel + serial +
                                         static_cast<std::int64_t>(m_options.seed % 9973));
    enterprise.address = parcel.location;
    enterprise.town = parcel.town;
    enterprise.park = parcel.park;
    const Rect& r = work.pieces[k].rects.front();
    enterprise.point = work.ground.map(Point{(r.x0 + r.x1) / 2, (r.y0 + r.y1) / 2});
    if (parcel.planted != nullptr) {
        enterprise.planted = parcel.planted->id;
    }
}

void BatchMaker::employ(Work& work, std::size_t k) const
{
    Plot& plot = work.plots[k];
    Parcel& parcel = work.batch.parcels[k];
    if (work.shared[k]) {
        parcel.holder = work.batch.parcels[k - 1].holder;
        parcel.holder_code = work.batch.parcels[k - 1].holder_code;
        return;
    }
    if (!plot.held && !plot.owner) {
        return; // nobody holds it yet
    }
    // The holder is the enterprise at work; or, where none is, a company that has no row.
    Enterprise holder = plot.owner ? *plot.owner : enterprise_of(plot, plot.area_m2, 10.0);
    name(work, holder, k, 0);
    parcel.holder = holder.name;
    parcel.holder_code = holder.credit_code;
    if (plot.kind == "city" || plot.kind == "small_enterprise_park") {
        parcel.holder = plot.kind == "city" ? fmt::format("云浦{}置业有限公司", work.street)
                                            : "云浦市小微园运营管理有限公司";
    }
    if (plot.owner) {
        holder.uses.push_back({k, parcel.registered_m2 - plot.let_out_m2});
        if (k + 1 < work.shared.size() && work.shared[k + 1]) {
            holder.uses.push_back({k + 1, work.batch.parcels[k + 1].registered_m2});
        }
        if (holder.join == Join::point || holder.join == Join::none) {
            Enterprise parent = holder; // the land is its parent's
            name(work, parent, k, k_serials_a_parcel - 1);
            parcel.holder = parent.name;
            parcel.holder_code = parent.credit_code;
        }
        if (holder.join == Join::none) {
            holder.uses.clear();
        }
        work.batch.enterprises.push_back(std::move(holder));
    }
    if (!plot.held) { // at work there without a right
        parcel.holder.clear();
        parcel.holder_code.clear();
    }
    add_tenants(work, k);
}

void BatchMaker::add_tenants(Work& work, std::size_t k) const
{
    Plot& plot = work.plots[k];
    const Parcel& parcel = work.batch.parcels[k];
    std::int64_t serial = 1;
    for (Tenant& tenant : plot.tenants) {
        name(work, tenant.enterprise, k, serial++);
        Lease lease;
        lease.parcel = k;
        lease.lessor = parcel.holder;
        lease.lessor_code = parcel.holder_code;
        lease.lessee = tenant.enterprise.name;
        lease.lessee_code = tenant.enterprise.credit_code;
        lease.land_m2 = tenant.land_m2;
        lease.floor_m2 = tenant.floor_m2;
        lease.from = plot.ago(3, static_cast<int>(plot.random.between(0, 11)));
        lease.to = tenant.until.value_or(plot.ahead(static_cast<int>(plot.random.between(1, 4))));
        lease.filed = tenant.filed;
        work.batch.leases.push_back(lease);
        if (tenant.enterprise.land_in_m2 > 0.0) {
            tenant.enterprise.uses.push_back({k, tenant.land_m2});
        }
        work.batch.enterprises.push_back(tenant.enterprise);
    }
}

} // namespace tenglong::tools::gen
