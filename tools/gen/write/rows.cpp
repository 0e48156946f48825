#include "tools/gen/write/tables.hpp"

#include "tools/gen/base/wave.hpp"
#include "tools/gen/names/codes.hpp"
#include "tools/gen/names/names.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace tenglong::tools::gen {

namespace {

[[nodiscard]] Value text(std::string value)
{
    return value.empty() ? Value{} : Value{std::move(value)};
}

[[nodiscard]] double mu(double area_m2)
{
    return rounded(area_m2 * 3.0 / 2000.0, 4);
}

[[nodiscard]] Value number(int value)
{
    return static_cast<std::int64_t>(value);
}

[[nodiscard]] TableRow parcel_row(const Parcel& parcel)
{
    const char* right = parcel.state_owned ? "国有建设用地使用权" : "集体建设用地使用权";
    return {{text(parcel.code), text(parcel.unit_code), text(in_gbk(parcel.holder)),
             text(parcel.holder_code), text(in_gbk(parcel.location)), parcel.registered_m2,
             text("平方米"), text(std::string{parcel.land.code}),
             text(std::string{parcel.land.name}), text(right),
             text(parcel.holder.empty() ? "" : "出让"), Value{}},
            parcel.shape,
            {}};
}

[[nodiscard]] TableRow building_row(const Building& building, const Batch& batch, int number_here)
{
    std::string parcel;
    if (!building.on.empty()) {
        parcel = batch.parcels[building.on.front().parcel].code;
    }
    const std::string number_text =
        parcel.empty() ? fmt::format("{}{:04d}{:04d}F{:04d}", k_county_code, batch.place.column,
                                     batch.place.row, number_here)
                       : fmt::format("{}F{:04d}", parcel, number_here);
    return {{text(number_text), text(parcel),
             parcel.empty() ? Value{} : text(unit_code(parcel, number_here)),
             text(std::string{building.name}), value_of(building.completed),
             static_cast<double>(building.height_dm) / 10.0, building.footprint_m2,
             building.floor_m2, number(building.above + building.below), number(building.above),
             number(building.below), text(std::string{building.use}),
             text(std::string{building.structure})},
            building.shape,
            {}};
}

[[nodiscard]] std::string violations_of(const Enterprise& e)
{
    using namespace std::string_view_literals;
    constexpr std::array k_names{"安全"sv, "环保"sv,         "能耗"sv,     "消防"sv,    "税务"sv,
                                 "质量"sv, "违法改变用途"sv, "违法出租"sv, "违法建筑"sv};
    std::string all;
    for (const Violation violation : e.violations) {
        all += all.empty() ? "" : "、";
        all += k_names.at(static_cast<std::size_t>(violation));
    }
    return all;
}

void append(Row& row, std::initializer_list<Value> values)
{
    row.insert(row.end(), values.begin(), values.end());
}

void append_place(Row& row, const Enterprise& e, const Batch& batch, const Plane& plane)
{
    std::string codes;
    std::string units;
    for (const LandUse& use : e.uses) {
        const Parcel& parcel = batch.parcels[use.parcel];
        if (e.join == Join::parcel_code) {
            codes += codes.empty() ? parcel.code : "、" + parcel.code;
        } else if (e.join == Join::unit_code) {
            units += units.empty() ? parcel.unit_code : "、" + parcel.unit_code;
        }
    }
    append(row, {text(codes), text(units), mu(e.land_own_m2), mu(e.land_in_m2), mu(e.land_out_m2)});
    const bool placed = e.join == Join::parcel_code || e.join == Join::point;
    const Coordinate at = plane.at(e.point);
    append(row, {placed ? Value{at.x} : Value{}, placed ? Value{at.y} : Value{}});
}

[[nodiscard]] TableRow enterprise_row(const Enterprise& e, const Batch& batch, const Layout& layout,
                                      const Plane& plane, std::int64_t serial)
{
    const Figures& f = e.figures;
    const bool coded = e.join != Join::name;
    Row row{serial,
            text(e.name),
            coded ? text(e.credit_code) : Value{},
            text(layout.towns()[static_cast<std::size_t>(e.town)].name),
            text(std::string{e.industry->code}),
            text(std::string{e.industry->name}),
            text(e.above_scale ? "规上" : "规下"),
            text(e.state),
            value_of(e.production)};
    append_place(row, e, batch, plane);
    append(row, {value_of(f.tax_wan), value_of(f.value_added_wan), value_of(f.revenue_wan),
                 value_of(f.staff), value_of(f.rd_wan), value_of(f.energy_tce),
                 value_of(f.electricity_wan_kwh), value_of(f.cod_t), value_of(f.so2_t),
                 value_of(f.nh3n_t), value_of(f.nox_t)});
    append(row,
           {e.grade == '\0' ? Value{} : text(std::string(1, e.grade)),
            yes_no(e.lists.contains(List::high_consumption)),
            yes_no(e.lists.contains(List::scattered)), yes_no(e.lists.contains(List::backward))});
    append(row, {e.checked ? yes_no(true) : Value{}, text(violations_of(e)),
                 e.violations.empty() ? Value{} : text(e.rectified ? "已整改" : "整改中")});
    append(row, {yes_no(e.two_high), e.project_year ? number(*e.project_year) : Value{},
                 yes_no(e.project_is_new), value_of(e.project_energy_per_value),
                 e.energy_control_met ? yes_no(*e.energy_control_met) : Value{}, Value{}});
    return {row, {}, {}};
}

[[nodiscard]] TableRow lease_row(const Lease& lease, const Batch& batch, std::int64_t serial)
{
    return {{serial, text(in_gbk(lease.lessor)), text(lease.lessor_code),
             text(in_gbk(lease.lessee)), text(lease.lessee_code),
             text(batch.parcels[lease.parcel].code), lease.land_m2, lease.floor_m2, lease.from,
             lease.to, yes_no(lease.filed)},
            {},
            {}};
}

[[nodiscard]] const char* works_state(const Parcel& parcel, bool built, bool busy, Date as_of)
{
    const Supply& s = *parcel.supply;
    if (!s.contract) {
        return built ? "已投产" : "未动工";
    }
    const auto by = [as_of](const std::optional<Date>& date) { return date && *date <= as_of; };
    if (!by(s.actual_start)) {
        return "未动工";
    }
    if (!by(s.actual_completion)) {
        return by(s.suspension) && !by(s.resumption) ? "停工" : "在建";
    }
    if (!parcel.land.industrial) {
        return "已竣工";
    }
    return by(s.actual_production) || busy ? "已投产" : "已竣工未投产";
}

[[nodiscard]] Value share(const std::optional<double>& value)
{
    return value ? text(fmt::format("{:.1f}%", *value * 100.0)) : Value{};
}

[[nodiscard]] TableRow supply_row(const Parcel& parcel, bool built, bool busy, Date as_of)
{
    const Supply& s = *parcel.supply;
    const bool supplied = s.contract && *s.contract <= as_of;
    Row row{text(parcel.code),
            text(s.batch),
            value_of(s.approval),
            text(s.contract_number),
            value_of(s.contract),
            text(s.way),
            text(supplied ? "已供应" : "未供应"),
            text(works_state(parcel, built, busy, as_of)),
            yes_no(s.new_land),
            s.contract ? Value{parcel.registered_m2} : Value{},
            value_of(s.handover),
            value_of(s.agreed_start),
            value_of(s.actual_start),
            value_of(s.agreed_completion),
            value_of(s.actual_completion),
            value_of(s.agreed_production),
            value_of(s.actual_production),
            value_of(s.suspension),
            value_of(s.resumption)};
    append(row, {value_of(s.due_m2), value_of(s.developed_m2), value_of(s.agreed_wan),
                 value_of(s.invested_wan), value_of(s.price_wan), text(s.delay_cause),
                 s.delay_days ? number(*s.delay_days) : Value{}, yes_no(s.sealed),
                 s.standard_land ? yes_no(*s.standard_land) : Value{}, value_of(s.agreed_ratio),
                 value_of(s.agreed_tax_per_mu), yes_no(s.staged), share(s.support_land_share),
                 share(s.support_floor_share)});
    return {row, {}, {}};
}

} // namespace

BatchRows rows_of(const Batch& batch, const Layout& layout, const Plane& plane, Date as_of,
                  std::int64_t first_enterprise)
{
    BatchRows rows;
    std::vector<int> numbers(batch.parcels.size() + 1, 0);
    std::vector<bool> built(batch.parcels.size(), false);
    std::vector<bool> busy(batch.parcels.size(), false);
    for (const Parcel& parcel : batch.parcels) {
        rows.parcels.push_back(parcel_row(parcel));
    }
    for (const Building& building : batch.buildings) {
        const std::size_t at =
            building.on.empty() ? batch.parcels.size() : building.on.front().parcel;
        rows.buildings.push_back(building_row(building, batch, ++numbers[at]));
        for (const Standing& standing : building.on) {
            built[standing.parcel] = true;
        }
    }
    for (const Enterprise& e : batch.enterprises) {
        rows.enterprises.push_back(enterprise_row(e, batch, layout, plane, first_enterprise++));
        for (const LandUse& use : e.uses) {
            busy[use.parcel] = true;
        }
    }
    for (const Lease& lease : batch.leases) {
        rows.leases.push_back(lease_row(lease, batch, 0));
    }
    for (std::size_t k = 0; k < batch.parcels.size(); ++k) {
        if (batch.parcels[k].supply) {
            rows.supply.push_back(supply_row(batch.parcels[k], built[k], busy[k], as_of));
        }
    }
    return rows;
}

} // namespace tenglong::tools::gen
