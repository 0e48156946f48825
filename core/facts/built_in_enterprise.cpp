#include "core/facts/built_in.hpp"

#include <array>

namespace tenglong {

namespace {

using enum FactType;
using enum FactOrigin;

constexpr auto k_facts = std::to_array<BuiltInFact>({
    {"credit_code", code, "", "统一社会信用代码", "credit code"},
    {"name", text, "", "企业名称", "name"},
    {"parcel_code", code, "", "宗地代码", "parcel code"},
    {"town", text, "", "镇街", "town"},
    {"park", text, "", "园区", "park"},
    {"industry_code", code, "", "行业代码", "industry code"},
    {"is_manufacturing", yes_no, "", "制造业", "manufacturing", computed, "由行业代码判断（13–43）",
     "from the industry code (13 to 43)"},
    {"size", code, "", "企业规模", "size", read, "above_scale 规上, below_scale 规下",
     "above_scale or below_scale"},
    {"year", number, "one", "数据年度", "data year"},
    {"production_state", code, "", "生产状态", "state of production", read,
     "normal 正常, half_stopped 半停产, stopped 停产, closed 注销或关停, moved 搬迁, building 在建",
     "normal, half_stopped, stopped, closed, moved or building"},
    {"production_start", date, "", "投产日期", "start of production"},
    {"agreed_completion", date, "", "约定竣工日期", "agreed completion"},
    {"not_ranked", yes_no, "", "不参评", "not ranked"},
    {"land_own_mu", number, "mu", "自有用地", "own land"},
    {"land_in_mu", number, "mu", "承租用地", "leased in"},
    {"land_out_mu", number, "mu", "出租用地", "let out"},
    {"land_used_mu", number, "mu", "实际用地", "land used", computed, "自有 + 承租 − 出租",
     "own + leased in - let out"},
    {"tax_wan", number, "wan", "税收", "tax"},
    {"value_added_wan", number, "wan", "工业增加值", "value added"},
    {"revenue_wan", number, "wan", "营业收入", "revenue"},
    {"energy_tce", number, "tce", "综合能耗", "energy"},
    {"energy_equivalent_tce", number, "tce", "综合能耗（等价值）", "energy (equivalent value)"},
    {"energy_calorific_tce", number, "tce", "综合能耗（当量值）", "energy (calorific value)"},
    {"energy_basis", code, "", "能耗数据口径", "how the energy is stated", computed,
     "equivalent 等价值, calorific 当量值, stated 未注明",
     "equivalent, calorific or stated (without a word of it)"},
    {"electricity_kwh", number, "kwh", "用电量", "electricity"},
    {"emission_t", number, "t", "主要污染物排放量", "main pollutants"},
    {"carbon_t", number, "t", "碳排放量", "carbon"},
    {"staff", number, "person", "年平均职工人数", "staff"},
    {"rd_wan", number, "wan", "研发经费", "R&D"},
    {"tax_per_mu", number, "wan_per_mu", "亩均税收", "tax per mu", computed, "税收 ÷ 实际用地",
     "tax / land used"},
    {"value_added_per_mu", number, "wan_per_mu", "亩均增加值", "value added per mu", computed,
     "工业增加值 ÷ 实际用地", "value added / land used"},
    {"revenue_per_mu", number, "wan_per_mu", "亩均营业收入", "revenue per mu", computed,
     "营业收入 ÷ 实际用地", "revenue / land used"},
    {"energy_per_value", number, "tce_per_wan", "单位增加值能耗", "energy per value added",
     computed, "综合能耗 ÷ 工业增加值", "energy / value added"},
    {"value_per_energy", number, "wan_per_tce", "单位能耗增加值", "value added per energy",
     computed, "工业增加值 ÷ 综合能耗", "value added / energy"},
    {"value_per_emission", number, "wan_per_t", "单位排放增加值", "value added per emission",
     computed, "工业增加值 ÷ 主要污染物排放量", "value added / main pollutants"},
    {"productivity", number, "wan_per_person", "全员劳动生产率", "labour productivity", computed,
     "工业增加值 ÷ 年平均职工人数", "value added / staff"},
    {"rd_share", number, "one", "研发经费占营业收入比重", "R&D share of revenue", computed,
     "研发经费 ÷ 营业收入", "R&D / revenue"},
    {"tax_per_electricity", number, "wan_per_wan_kwh", "单位用电税收", "tax per electricity",
     computed, "税收 ÷ 用电量（万千瓦时）", "tax / electricity in 10,000 kWh"},
    {"score", number, "one", "评价得分", "score", computed, "综合评价", "evaluation"},
    {"class", code, "", "评价档次", "class", computed, "综合评价", "evaluation"},
    {"violations", set, "", "违法违规", "violations", read,
     "safety 安全, environment 环保, energy 能耗, fire 消防, tax 税务, quality 质量, "
     "illegal_use 违法改变用途, illegal_lease 违法出租, illegal_building 违法建筑",
     "safety, environment, energy, fire, tax, quality, illegal_use, illegal_lease, "
     "illegal_building"},
    {"has_violation_record", yes_no, "", "违法违规已排查", "checked for violations", read,
     "已排查且无违法的，须填否或空集",
     "says that the check was made, also where nothing was found"},
    {"lists", set, "", "名单", "lists", read,
     "high_consumption 高耗低效, scattered 散乱污, backward 落后产能",
     "high_consumption, scattered, backward"},
    {"two_high", yes_no, "", "“两高”项目", "two-high project"},
    {"project_built_year", number, "one", "项目建成年份", "project built in"},
    {"project_is_new", yes_no, "", "新建或改扩建项目", "new or extended project"},
    {"project_energy_per_value", number, "tce_per_wan", "项目单位增加值能耗",
     "project's energy per value added"},
    {"energy_control_met", yes_no, "", "完成能耗双控目标", "dual-control duty met", read,
     "项目所在地能否确保完成能耗双控目标任务", "whether the locality keeps its dual-control duty"},
    {"backward_capacity", yes_no, "", "落后产能", "backward capacity"},
    {"parcel_count", number, "piece", "地块数", "parcels", computed, "企业使用的地块",
     "parcels that it uses"},
    {"tenant", yes_no, "", "租用厂房", "tenant", computed, "无自有用地", "has no land of its own"},
    {"parcel_area_mu", number, "mu", "所在宗地面积", "area of its parcels", computed,
     "所用地块面积之和", "sum over the parcels that it uses"},
    {"in_line_share", number, "one", "控制线内占比", "share inside the control line", computed,
     "所用地块控制线内面积 ÷ 面积", "over the parcels that it uses"},
});

} // namespace

std::span<const BuiltInFact> built_in_enterprise_facts() noexcept
{
    return k_facts;
}

} // namespace tenglong
