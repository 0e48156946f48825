#include "core/facts/built_in.hpp"

#include <array>

namespace tenglong {

namespace {

using enum FactType;
using enum FactOrigin;

constexpr auto k_park_facts = std::to_array<BuiltInFact>({
    {"name", text, "", "园区名称", "name"},
    {"park_type", code, "", "园区类型", "type of park", read,
     "platform 产业平台, small_enterprise 小微企业园, community 工业社区",
     "platform, small_enterprise or community"},
    {"level", code, "", "园区级别", "level"},
    {"established_date", date, "", "设立日期", "established"},
    {"built_date", date, "", "建成日期", "built"},
    {"is_new", yes_no, "", "新建园区", "newly built"},
    {"area_mu", number, "mu", "园区面积", "area", computed, "园区图形面积", "area of its outline"},
    {"parcel_count", number, "piece", "地块数", "parcels", computed, "", ""},
    {"parcel_area_mu", number, "mu", "地块面积", "area of parcels", computed, "", ""},
    {"supplied_share", number, "one", "已供应占比", "supplied share", computed,
     "已供应面积 ÷ 地块面积", "supplied / area of parcels"},
    {"developed_share", number, "one", "开发程度", "developed share", computed,
     "已建成地块面积 ÷ 园区面积", "area of built parcels / area of the park"},
    {"enterprise_count", number, "piece", "企业数", "enterprises", computed, "", ""},
    {"tax_per_mu", number, "wan_per_mu", "亩均税收", "tax per mu", computed, "Σ税收 ÷ Σ用地",
     "sum of tax / sum of land"},
    {"value_added_per_mu", number, "wan_per_mu", "亩均增加值", "value added per mu", computed,
     "Σ增加值 ÷ Σ用地", "sum of value added / sum of land"},
    {"energy_per_value", number, "tce_per_wan", "单位增加值能耗", "energy per value added",
     computed, "Σ能耗 ÷ Σ增加值", "sum of energy / sum of value added"},
    {"productivity", number, "wan_per_person", "全员劳动生产率", "labour productivity", computed,
     "Σ增加值 ÷ Σ职工", "sum of value added / sum of staff"},
    {"rd_share", number, "one", "研发经费占营业收入比重", "R&D share of revenue", computed,
     "Σ研发 ÷ Σ营收", "sum of R&D / sum of revenue"},
    {"manufacturing_count_share", number, "one", "制造类小微企业数量占比",
     "manufacturing share by count", computed, "制造业企业数 ÷ 企业数",
     "manufacturers / enterprises"},
    {"manufacturing_area_share", number, "one", "制造类小微企业面积占比",
     "manufacturing share by area", computed, "制造业企业用地（或建筑）÷ 全部",
     "manufacturers' land / all land"},
    {"score", number, "one", "评价得分", "score", computed, "园区评价", "evaluation"},
    {"rank", number, "one", "名次", "rank", computed, "园区评价", "evaluation"},
});

constexpr auto k_unit_facts = std::to_array<BuiltInFact>({
    {"name", text, "", "治理单元名称", "name"},
    {"area_mu", number, "mu", "单元面积", "area", computed, "", ""},
    {"parcel_count", number, "piece", "地块数", "parcels", computed, "", ""},
    {"parcel_area_mu", number, "mu", "地块面积", "area of parcels", computed, "", ""},
    {"low_area_mu", number, "mu", "低效面积", "low-efficiency area", computed, "", ""},
    {"low_share", number, "one", "低效面积占比", "low-efficiency share", computed,
     "低效面积 ÷ 地块面积", "low-efficiency area / area of parcels"},
    {"tax_per_mu", number, "wan_per_mu", "亩均税收", "tax per mu", computed, "Σ税收 ÷ Σ用地",
     "sum of tax / sum of land"},
    {"value_added_per_mu", number, "wan_per_mu", "亩均增加值", "value added per mu", computed,
     "Σ增加值 ÷ Σ用地", "sum of value added / sum of land"},
});

constexpr auto k_change_facts = std::to_array<BuiltInFact>({
    {"change_id", text, "", "变更编号", "change"},
    {"kind", code, "", "变更类型", "kind", read,
     "occupy 占用, compensate 补划, give_up 线外退出, add 线内新增",
     "occupy, compensate, give_up or add"},
    {"region", text, "", "区域", "region"},
    {"project", text, "", "项目", "project"},
    {"pair", text, "", "占补配对号", "pair"},
    {"decision_date", date, "", "批准日期", "date of decision"},
    {"effect_date", date, "", "生效日期", "date of effect"},
    {"state", code, "", "状态", "state", read, "proposed 拟议, approved 已批, done 已实施",
     "proposed, approved or done"},
    {"planned_use", code, "", "规划用途", "planned use"},
    {"planned_industrial", yes_no, "", "规划为工业", "planned as industrial", computed, "", ""},
    {"claimed_m2", number, "m2", "申报面积", "claimed area", computed, "", ""},
    {"counted_m2", number, "m2", "认定面积", "counted area", computed, "", ""},
    {"in_line_m2", number, "m2", "控制线内面积", "area inside the line", computed, "", ""},
    {"on_farmland_m2", number, "m2", "占永久基本农田面积", "on basic farmland", computed, "", ""},
    {"on_red_line_m2", number, "m2", "占生态保护红线面积", "inside the red line", computed, "", ""},
    {"width_m", number, "m", "最小宽度", "least width", computed, "", ""},
});

constexpr auto k_region_facts = std::to_array<BuiltInFact>({
    {"name", text, "", "区域名称", "name"},
    {"year", number, "one", "年度", "year", computed, "评估基准日所在年度", "year of assessment"},
    {"parcel_area_mu", number, "mu", "工业地块面积", "area of industrial parcels", computed, "",
     ""},
    {"line_before_m2", number, "m2", "变更前控制线面积", "line before the changes", computed, "",
     ""},
    {"line_after_m2", number, "m2", "变更后控制线面积", "line after the changes", computed, "", ""},
    {"industrial_before_m2", number, "m2", "期初工业用地面积", "industrial land at the start"},
    {"industrial_after_m2", number, "m2", "期末工业用地面积", "industrial land at the end"},
    {"supplied_mu", number, "mu", "年度供应土地", "land supplied in the year", read,
     "当年供应（出让）的国有建设用地总量", "all state construction land supplied in the year"},
    {"supplied_industrial_mu", number, "mu", "年度供应工业用地", "industrial land supplied"},
    {"supplied_industrial_new_mu", number, "mu", "其中新增工业用地", "of it new"},
    {"industrial_supply_share", number, "one", "工业用地供应占比", "industrial share of supply",
     computed, "年度供应工业用地 ÷ 年度供应土地", "industrial / all land supplied"},
    {"standard_land_share", number, "one", "标准地供应占比", "standard-land share", computed,
     "标准地面积 ÷ 新增工业用地面积", "standard land / new industrial land"},
    {"standard_land_share_open", number, "one", "标准地供应占比（负面清单外）",
     "standard-land share outside the negative list"},
    {"new_supply_plot_ratio", number, "one", "新供工业用地容积率", "plot ratio of new supply",
     computed, "按面积加权的约定容积率", "agreed plot ratio, weighted by area"},
    {"new_in_line_share", number, "one", "新增项目线内占比", "share of new projects in the line",
     computed, "新增项目控制线内面积 ÷ 面积", "inside / area of new projects"},
    {"tax_wan", number, "wan", "规上工业税收", "tax", computed, "", ""},
    {"tax_per_mu", number, "wan_per_mu", "规上工业亩均税收", "tax per mu", computed,
     "规上企业 Σ税收 ÷ Σ用地", "above-scale: sum of tax / sum of land"},
    {"value_added_per_mu", number, "wan_per_mu", "规上工业亩均增加值", "value added per mu",
     computed, "规上企业 Σ增加值 ÷ Σ用地", "above-scale: sum of value added / sum of land"},
    {"productivity", number, "wan_per_person", "全员劳动生产率", "labour productivity", computed,
     "规上企业 Σ增加值 ÷ Σ职工", "above-scale: sum of value added / sum of staff"},
    {"rd_share", number, "one", "研发经费占营业收入比重", "R&D share of revenue", computed,
     "规上企业 Σ研发 ÷ Σ营收", "above-scale: sum of R&D / sum of revenue"},
    {"energy_per_value", number, "tce_per_wan", "单位工业增加值能耗", "energy per value added",
     computed, "Σ能耗 ÷ Σ增加值", "sum of energy / sum of value added"},
    {"freed_land_mu", number, "mu", "腾出工业用地", "land freed", computed, "", ""},
    {"freed_energy_tce", number, "tce", "腾出用能", "energy freed", computed, "", ""},
    {"freed_carbon_t", number, "t", "减少碳排放", "carbon reduced", computed, "", ""},
    {"eliminated_count", number, "piece", "淘汰落后企业", "enterprises eliminated", computed, "",
     ""},
    {"upgraded_count", number, "piece", "整治提升企业", "enterprises upgraded", computed, "", ""},
    {"scattered_count", number, "piece", "整治“散乱污”企业", "scattered enterprises treated",
     computed, "", ""},
    {"block_count", number, "piece", "改造低效区块", "low-efficiency blocks renewed", computed, "",
     ""},
});

} // namespace

std::span<const BuiltInFact> built_in_park_facts() noexcept
{
    return k_park_facts;
}

std::span<const BuiltInFact> built_in_unit_facts() noexcept
{
    return k_unit_facts;
}

std::span<const BuiltInFact> built_in_change_facts() noexcept
{
    return k_change_facts;
}

std::span<const BuiltInFact> built_in_region_facts() noexcept
{
    return k_region_facts;
}

} // namespace tenglong
