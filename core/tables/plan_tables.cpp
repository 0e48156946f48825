#include "core/tables/declare.hpp"
#include "core/tables/dictionaries.hpp"
#include "core/tables/standard_tables.hpp"

namespace tenglong {

using namespace columns;

ResultTable plan_table()
{
    return ResultTable{
        {.id = "plan",
         .title = {"补划方案", "compensation plan"},
         .note = {"每行一块备选地块：是否入选及原因（tenglong plan）",
                  "one row a candidate: whether it is chosen, and why (tenglong plan)"},
         .shape = ShapeKind::polygons,
         .key = "code",
         .colour_by = "decision",
         .columns = {code("code", "BH", {"编号", "code"}).width(21),
                     text("region", "QYMC", {"区域", "region"}),
                     text("holder", "QLR", {"权利人", "holder"}).width(26),
                     date("available_date", "KYRQ", {"可用日期", "available from"})
                         .note("空：即时可用", "empty: at once"),
                     code("decision", "JL", {"结论", "decision"}).words(plan_words()).width(16),
                     number("step", "XH", "one", {"序号", "step"})
                         .whole()
                         .note("入选地块按可用日期排序", "of the chosen ones, by day"),
                     number("claimed_m2", "SBMJ", "m2", {"图斑面积", "area"}),
                     number("counted_m2", "RDMJ", "m2", {"可认定面积", "area that counts"}),
                     number("counted_mu", "RDMJ_MU", "mu", {"可认定面积", "area that counts"}),
                     number("price_wan", "FY", "wan", {"费用", "price"}),
                     number("price_per_mu_wan", "MJFY", "wan_per_mu",
                            {"认定亩均费用", "price per mu that counts"}),
                     number("cumulative_m2", "LJMJ", "m2", {"累计认定面积", "cumulative area"}),
                     number("cumulative_wan", "LJFY", "wan", {"累计费用", "cumulative price"}),
                     text("reason", "YY", {"原因", "reason"}).width(60)}}};
}

ResultTable plan_needs_table()
{
    return ResultTable{
        {.id = "plan_needs",
         .title = {"补划需求", "what the plan has to bring"},
         .note = {"每行一个区域到某日的缺口（tenglong plan）",
                  "one row what is due in a region by a day (tenglong plan)"},
         .columns = {text("region", "QYMC", {"区域", "region"})
                         .note("空：全部区域", "empty: all regions together"),
                     date("available_from", "QSRQ", {"自", "from"}),
                     date("due_by", "JZRQ", {"截至", "by"}).note("空：不限", "empty: whenever"),
                     number("due_m2", "QKMJ", "m2", {"缺口", "due"}),
                     number("due_mu", "QKMJ_MU", "mu", {"缺口", "due"}),
                     number("planned_m2", "BHMJ", "m2", {"拟补划", "planned"}),
                     number("short_m2", "SQMJ", "m2", {"仍缺", "still short"}),
                     number("short_mu", "SQMJ_MU", "mu", {"仍缺", "still short"}),
                     date("restored_on", "HFRQ", {"恢复平衡日期", "restored on"})}}};
}

ResultTable plan_room_table()
{
    return ResultTable{
        {.id = "plan_room",
         .title = {"可占用余量", "how much more may be occupied"},
         .note = {"每行一个区域（tenglong plan）；空值表示方案未设限",
                  "one row a region (tenglong plan); empty: the policy sets no limit"},
         .columns = {text("region", "QYMC", {"区域", "region"})
                         .note("空：全部区域", "empty: all regions together"),
                     number("room_m2", "KZMJ", "m2", {"现可占用", "may be occupied today"}),
                     number("room_mu", "KZMJ_MU", "mu", {"现可占用", "may be occupied today"}),
                     number("room_after_m2", "HKZMJ", "m2",
                            {"方案实施后可占用", "may be occupied after the plan"}),
                     number("room_after_mu", "HKZMJ_MU", "mu",
                            {"方案实施后可占用", "may be occupied after the plan"})}}};
}

} // namespace tenglong
