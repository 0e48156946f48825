#include "tools/gen/truth/policy.hpp"
#include "tools/gen/truth/truth_files.hpp"

namespace tenglong::tools::gen {

namespace {

using enum ColumnType;

void append(std::vector<Column>& all, std::vector<Column> more)
{
    all.insert(all.end(), more.begin(), more.end());
}

void append_by_reading(std::vector<Column>& all, const std::string& name)
{
    for (const Reading& reading : readings()) {
        all.push_back({name + "_" + std::string{reading.column}});
    }
}

} // namespace

std::vector<Column> parcel_truth_columns()
{
    std::vector<Column> all{{"parcel_code"},        {"case"},       {"kind"}, {"cluster", integer},
                            {"low_group", integer}, {"town"},       {"park"}, {"unit"},
                            {"is_industrial"},      {"state_owned"}};
    append(all, {{"area_registered_m2", number},
                 {"area_computed_m2", number, 0, 6},
                 {"in_line_m2", number, 0, 2},
                 {"out_line_m2", number, 0, 2},
                 {"building_count", integer},
                 {"footprint_m2", number},
                 {"floor_m2", number},
                 {"floor_high_storeys_m2", number},
                 {"plot_ratio", number, 0, 6},
                 {"plot_ratio_high_storeys", number, 0, 6}});
    append(all, {{"rest_m2", number},
                 {"rest_front_m", number},
                 {"rest_road"},
                 {"rest_exact"},
                 {"vacant_10m_m2", number}});
    append(all, {{"enterprise_count", integer},
                 {"tax_wan", number, 0, 6},
                 {"value_added_wan", number, 0, 6},
                 {"energy_tce", number, 0, 6},
                 {"tax_per_mu", number, 0, 6},
                 {"value_added_per_mu", number, 0, 6},
                 {"energy_per_value", number, 0, 6},
                 {"violations"},
                 {"lists"},
                 {"class"}});
    append(all, {{"started"},
                 {"completed"},
                 {"in_production"},
                 {"due_start", date},
                 {"idle_years", integer},
                 {"idle_cause"},
                 {"stage"},
                 {"stage_overdue"}});
    for (const Flag flag : {Flag::approved_not_supplied, Flag::supplied_not_used,
                            Flag::used_in_part, Flag::built_not_producing, Flag::suspected_idle,
                            Flag::high_consumption, Flag::violation}) {
        all.push_back({std::string{name_of(flag)}});
    }
    append_by_reading(all, "low_plot_ratio");
    append_by_reading(all, "low_efficiency");
    append_by_reading(all, "status");
    append_by_reading(all, "measure");
    for (const Reading& reading : readings()) {
        all.push_back({"freed_m2_" + std::string{reading.column}, number});
    }
    append(all, {{"support_over_ningbo_2021"},
                 {"may_upgrade_zhejiang_2024"},
                 {"may_upgrade_ningbo_2021"},
                 {"new_supply"},
                 {"new_outside_line"},
                 {"new_outside_platform"},
                 {"unused_m2", number},
                 {"rest_separable_m2", number}});
    return all;
}

std::vector<Column> enterprise_truth_columns()
{
    return {{"credit_code"},
            {"name"},
            {"case"},
            {"join"},
            {"parcel_codes"},
            {"above_scale"},
            {"manufacturing"},
            {"land_used_mu", number, 0, 6},
            {"tax_per_mu", number, 0, 6},
            {"value_added_per_mu", number, 0, 6},
            {"energy_per_value", number, 0, 6},
            {"value_per_energy", number, 0, 6},
            {"value_per_emission", number, 0, 6},
            {"productivity", number, 0, 6},
            {"rd_share", number, 0, 6},
            {"tax_per_electricity", number, 0, 6},
            {"score_huangyan_2022", number, 0, 6},
            {"in_scope"},
            {"two_high_size"},
            {"research_over_5"},
            {"class_a_exempt"},
            {"green_channel"}};
}

} // namespace tenglong::tools::gen
