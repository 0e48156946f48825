#include "tools/gen/truth/truth_rows.hpp"

#include "tools/gen/cases/case.hpp"
#include "tools/gen/write/landscape.hpp"

#include <array>
#include <string_view>

namespace tenglong::tools::gen {

namespace {

using namespace std::string_view_literals;

[[nodiscard]] Value text(std::string_view value)
{
    return std::string{value};
}

[[nodiscard]] Value word(bool value)
{
    return text(value ? "yes"sv : "no"sv);
}

[[nodiscard]] Value word(Verdict verdict)
{
    return text(name_of(verdict));
}

[[nodiscard]] Value integer(std::int64_t value)
{
    return value;
}

template <class Set, class Names>
[[nodiscard]] Value joined(const Set& set, const Names& names)
{
    std::string all;
    for (const auto value : set) {
        all += all.empty() ? "" : "+";
        all += names.at(static_cast<std::size_t>(value));
    }
    return all;
}

constexpr std::array k_violations{"safety"sv,      "environment"sv,   "energy"sv,
                                  "fire"sv,        "tax"sv,           "quality"sv,
                                  "illegal_use"sv, "illegal_lease"sv, "illegal_building"sv};
constexpr std::array k_lists{"high_consumption"sv, "scattered"sv, "backward"sv};
constexpr std::array k_joins{"parcel_code"sv, "unit_code"sv, "credit_code"sv,
                             "point"sv,       "name"sv,      "none"sv};

void append(Row& row, std::initializer_list<Value> values)
{
    row.insert(row.end(), values.begin(), values.end());
}

void append_place(Row& row, const Layout& layout, const Parcel& parcel)
{
    append(row, {text(layout.towns()[static_cast<std::size_t>(parcel.town)].name),
                 parcel.park < 0 ? Value{}
                                 : text(layout.parks()[static_cast<std::size_t>(parcel.park)].name),
                 parcel.unit < 0 ? Value{} : Value{unit_number(parcel.unit)},
                 word(parcel.land.industrial), word(parcel.state_owned)});
}

void append_areas(Row& row, const Parcel& parcel, const ParcelTruth& t)
{
    append(row, {parcel.registered_m2, parcel.computed_m2, parcel.in_line_m2,
                 parcel.computed_m2 - parcel.in_line_m2, integer(t.building_count), t.footprint_m2,
                 t.floor_m2, t.floor_high_m2, t.plot_ratio, t.plot_ratio_high});
    const Rest rest = parcel.rest.value_or(Rest{});
    append(row, {rest.area_m2, rest.front_m, word(rest.road),
                 word(parcel.rest && parcel.rest->exact), t.vacant_10m_m2});
}

void append_output(Row& row, const ParcelTruth& t)
{
    append(row,
           {integer(t.enterprise_count), value_of(t.tax_wan), value_of(t.value_added_wan),
            value_of(t.energy_tce), value_of(t.tax_per_mu), value_of(t.value_added_per_mu),
            value_of(t.energy_per_value), joined(t.violations, k_violations),
            joined(t.lists, k_lists), t.grade == '\0' ? Value{} : Value{std::string(1, t.grade)}});
    append(row, {t.filed ? word(t.started) : Value{}, t.filed ? word(t.completed) : Value{},
                 word(t.producing), value_of(t.due_start), integer(t.idle_years),
                 text(t.idle_cause), text(t.stage), word(t.stage_overdue)});
}

void append_verdicts(Row& row, const ParcelTruth& t)
{
    for (const Flag flag : {Flag::approved_not_supplied, Flag::supplied_not_used,
                            Flag::used_in_part, Flag::built_not_producing, Flag::suspected_idle,
                            Flag::high_consumption, Flag::violation}) {
        row.push_back(word(t.flag(flag, 0)));
    }
    for (const Verdict verdict : t.low_plot_ratio) {
        row.push_back(word(verdict));
    }
    for (const Verdict verdict : t.low_efficiency) {
        row.push_back(word(verdict));
    }
    for (const std::string& status : t.status) {
        row.push_back(text(status));
    }
    for (const MeasureTruth& measure : t.measures) {
        row.push_back(text(measure.id));
    }
    for (const MeasureTruth& measure : t.measures) {
        row.push_back(value_of(measure.freed_m2));
    }
    append(row, {word(t.support_over_ningbo), word(t.may_upgrade_zhejiang),
                 word(t.may_upgrade_ningbo), word(t.new_supply), word(t.new_outside_line),
                 word(t.new_outside_platform), t.unused_m2, t.rest_separable_m2});
}

} // namespace

Row parcel_truth_row(const Layout& layout, const Parcel& parcel, const ParcelTruth& truth,
                     int group)
{
    Row row{text(parcel.code), parcel.planted == nullptr ? Value{} : text(parcel.planted->id),
            text(parcel.kind), parcel.cluster < 0 ? Value{} : integer(parcel.cluster + 1),
            group == 0 ? Value{} : integer(group)};
    append_place(row, layout, parcel);
    append_areas(row, parcel, truth);
    append_output(row, truth);
    append_verdicts(row, truth);
    return row;
}

Row enterprise_truth_row(const Batch& batch, const Enterprise& e, const EnterpriseTruth& t)
{
    std::string parcels;
    for (const LandUse& use : e.uses) {
        parcels += parcels.empty() ? "" : "+";
        parcels += batch.parcels[use.parcel].code;
    }
    return {text(e.credit_code),
            text(e.name),
            text(e.planted),
            text(k_joins.at(static_cast<std::size_t>(e.join))),
            text(parcels),
            word(e.above_scale),
            word(e.manufacturing),
            t.land_used_mu,
            value_of(t.tax_per_mu),
            value_of(t.value_added_per_mu),
            value_of(t.energy_per_value),
            value_of(t.value_per_energy),
            value_of(t.value_per_emission),
            value_of(t.productivity),
            value_of(t.rd_share),
            value_of(t.tax_per_electricity),
            value_of(t.score_huangyan_2022),
            word(t.in_scope),
            word(t.two_high_size),
            word(t.research_over_5),
            word(t.class_a_exempt),
            word(t.green_channel)};
}

} // namespace tenglong::tools::gen
