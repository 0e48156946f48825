#include "tools/gen/truth/sums.hpp"

namespace tenglong::tools::gen {

void Sums::add(const Parcel& parcel, const ParcelTruth& t)
{
    ++parcels;
    registered_m2 += parcel.registered_m2;
    computed_m2 += parcel.computed_m2;
    in_line_m2 += parcel.in_line_m2;
    footprint_m2 += t.footprint_m2;
    floor_m2 += t.floor_m2;
    unused_m2 += t.unused_m2;
    rest_separable_m2 += t.rest_separable_m2;
    tax_wan += t.tax_wan.value_or(0.0);
    value_added_wan += t.value_added_wan.value_or(0.0);
    energy_tce += t.energy_tce.value_or(0.0);
    if (parcel.land.industrial) {
        ++industrial;
        industrial_m2 += parcel.registered_m2;
        built_m2 += t.completed ? parcel.registered_m2 : 0.0;
    }
}

void EnterpriseSums::add(const Enterprise& e)
{
    ++rows;
    matched += e.join == Join::none ? 0 : 1;
    land_used_m2 += e.land_used_m2();
    tax_wan += e.figures.tax_wan.value_or(0.0);
    value_added_wan += e.figures.value_added_wan.value_or(0.0);
    energy_tce += e.figures.energy_tce.value_or(0.0);
    revenue_wan += e.figures.revenue_wan.value_or(0.0);
    rd_wan += e.figures.rd_wan.value_or(0.0);
    staff += e.figures.staff.value_or(0.0);
}

void SupplyYear::add(const Parcel& parcel, Date as_of)
{
    if (!parcel.supply || !parcel.supply->contract || *parcel.supply->contract > as_of ||
        *parcel.supply->contract <= as_of.minus({1, 0, 0})) {
        return;
    }
    const Supply& s = *parcel.supply;
    const double area = parcel.registered_m2;
    supplied_m2 += area;
    if (!parcel.land.industrial) {
        return;
    }
    industrial_m2 += area;
    if (!s.new_land) {
        return;
    }
    new_industrial_m2 += area;
    ++new_parcels;
    ratio_area_m2 += area * s.agreed_ratio.value_or(0.0);
    ratio_2_parcels += s.agreed_ratio.value_or(0.0) >= 2.0 ? 1 : 0;
    if (s.standard_land.value_or(false)) {
        standard_m2 += area;
        ++standard_parcels;
    }
}

void CitySums::add_parcel(const Parcel& parcel, const ParcelTruth& truth, Date as_of)
{
    all.add(parcel, truth);
    towns[parcel.town].add(parcel, truth);
    if (parcel.park >= 0) {
        parks[parcel.park].add(parcel, truth);
    }
    if (parcel.unit >= 0) {
        units[parcel.unit].add(parcel, truth);
    }
    if (parcel.cluster >= 0) {
        ++clusters[parcel.cluster].parcels;
        clusters[parcel.cluster].registered_m2 += parcel.registered_m2;
    }
    supply.add(parcel, as_of);
    for (std::size_t r = 0; r < statuses.size(); ++r) {
        StatusSums& status = statuses.at(r)[truth.status.at(r)];
        ++status.parcels;
        status.registered_m2 += parcel.registered_m2;
    }
}

void CitySums::add_enterprise(const Enterprise& e)
{
    enterprises.add(e);
    if (e.above_scale) {
        above_scale.add(e);
    }
    if (e.join == Join::none) {
        unmatched.add(e);
    }
    if (e.park >= 0) {
        park_enterprises[e.park].add(e);
    }
    if (e.planted.starts_with("b14_")) {
        SmallPark& park = small_parks[e.park];
        ++park.enterprises;
        park.land_m2 += e.land_used_m2();
        if (e.manufacturing) {
            ++park.makers;
            park.maker_land_m2 += e.land_used_m2();
        }
    }
}

void CitySums::add(const Batch& batch, const std::vector<ParcelTruth>& truths, Date as_of)
{
    for (std::size_t k = 0; k < truths.size(); ++k) {
        add_parcel(batch.parcels[k], truths[k], as_of);
    }
    for (const Enterprise& e : batch.enterprises) {
        add_enterprise(e);
    }
    for (const Building& building : batch.buildings) {
        ++buildings;
        if (building.on.empty()) {
            ++loose_buildings;
            loose_footprint_m2 += area_m2(building.shape);
        }
    }
}

} // namespace tenglong::tools::gen
