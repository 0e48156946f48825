#include "core/tables/declare.hpp"
#include "core/tables/dictionaries.hpp"
#include "core/tables/standard_tables.hpp"

namespace tenglong {

using namespace columns;

namespace {

[[nodiscard]] ResultTable line_table(std::string_view id, const Text& title)
{
    return ResultTable{{.id = std::string{id},
                        .title = title,
                        .note = {"每行控制线的一块", "one row a piece of the control line"},
                        .shape = ShapeKind::polygons,
                        .columns = {text("name", "MC", {"名称", "name"}),
                                    text("region", "QYMC", {"区域", "region"}),
                                    number("area_m2", "MJ", "m2", {"面积", "area"}).sum(),
                                    number("area_mu", "MJ_MU", "mu", {"面积", "area"}).sum()}}};
}

} // namespace

ResultTable vacant_table()
{
    return ResultTable{
        {.id = "vacant",
         .title = {"空闲用地", "vacant land"},
         .note = {"每行宗地内的一块空闲地", "one row a vacant part of a parcel"},
         .shape = ShapeKind::polygons,
         .key = "parcel_code",
         .columns = {fact(SubjectKind::parcel, "parcel_code", "ZDDM").width(21),
                     count("part", "XH", {"序号", "part"}),
                     fact(SubjectKind::parcel, "holder", "QLR").width(26),
                     fact(SubjectKind::parcel, "town", "XZMC"),
                     number("area_m2", "KXMJ", "m2", {"空闲面积", "vacant area"}).sum(),
                     number("area_mu", "KXMJ_MU", "mu", {"空闲面积", "vacant area"}).sum(),
                     number("width_m", "KD", "m", {"最小宽度", "least width"}),
                     fact(SubjectKind::parcel, "road_access", "LL"),
                     yes_no("separable", "DLFZ", {"可独立分宗", "separable"}),
                     text("reason", "YY", {"原因", "reason"})
                         .width(40)
                         .note("不能独立分宗的原因", "why it cannot be split off")}}};
}

ResultTable blocks_table()
{
    return ResultTable{
        {.id = "blocks",
         .title = {"连片低效区块", "low-efficiency blocks"},
         .note = {"每行一个连片区块", "one row a contiguous block"},
         .shape = ShapeKind::polygons,
         .key = "block_id",
         .columns = {
             text("block_id", "QKBH", {"区块编号", "block"}).width(12),
             text("town", "XZMC", {"镇街", "town"}),
             text("unit", "ZLDY", {"治理单元", "governance unit"}),
             count("parcel_count", "ZDS", {"宗地数", "parcels"}).sum(),
             count("enterprise_count", "QYS", {"企业数", "enterprises"}),
             number("area_m2", "MJ", "m2", {"区块面积", "area"}).sum(),
             number("area_mu", "MJ_MU", "mu", {"区块面积", "area"}).sum(),
             number("low_area_mu", "DXMJ_MU", "mu", {"低效面积", "low-efficiency area"}).sum(),
             number("low_share", "DXZB", "one", {"低效面积占比", "low-efficiency share"})
                 .percent()
                 .ratio("low_area_mu", "area_mu"),
             number("tax_wan", "SS", "wan", {"税收", "tax"}).sum(),
             number("tax_per_mu", "MJSS", "wan_per_mu", {"亩均税收", "tax per mu"})
                 .ratio("tax_wan", "area_mu"),
             number("plot_ratio", "RJL", "one", {"容积率", "plot ratio"}),
             number("reclaim_mu", "KTC_MU", "mu", {"可腾出面积", "reclaimable area"}).sum(),
             code("measure", "CZFS", {"处置方式", "measure"})
                 .width(16)
                 .note("区块内面积最大的处置方式", "what is proposed for most of its land"),
             text("measure_reason", "CZLY", {"处置理由", "why"})
                 .width(40)
                 .note("该方式所占面积，及其中最大宗地的理由",
                       "how much of its land, and the reason of the largest parcel of it"),
             code("parcel_codes", "ZDDM", {"所含宗地", "parcels in it"}).many().width(40)}}};
}

ResultTable line_before_table()
{
    return line_table("line_before", {"变更前控制线", "control line before the changes"});
}

ResultTable line_after_table()
{
    return line_table("line_after", {"变更后控制线", "control line after the changes"});
}

ResultTable changes_table()
{
    const auto change = [](std::string_view name, std::string_view dbf) {
        return fact(SubjectKind::change, name, dbf);
    };
    return ResultTable{
        {.id = "changes",
         .title = {"控制线变更", "control-line changes"},
         .note = {"每行一项占用、补划或置换", "one row an occupation, a compensation "
                                              "or a swap"},
         .shape = ShapeKind::polygons,
         .key = "change_id",
         .colour_by = "kind",
         .columns = {
             change("change_id", "BGBH"),
             change("kind", "BGLX").words(change_words()),
             change("region", "QYMC"),
             change("project", "XMMC"),
             change("pair", "ZBBH"),
             change("decision_date", "PZRQ"),
             change("effect_date", "SXRQ"),
             change("state", "BLZT").words(change_state_words()),
             change("planned_use", "GHYT"),
             change("claimed_m2", "SBMJ").sum(),
             change("counted_m2", "RDMJ").sum(),
             change("in_line_m2", "XNMJ").sum(),
             change("on_farmland_m2", "ZYJBNT").sum(),
             change("on_red_line_m2", "ZSTHX").sum(),
             change("width_m", "KD"),
             yes_no("valid", "YX", {"有效", "valid"}),
             yes_no("derived", "TS", {"由宗地推得", "derived"})
                 .note("无变更数据说明，由规划为非工业的存量工业宗地推得",
                       "no change tells of it: an industrial parcel planned for "
                       "another use"),
             text("reason", "YY", {"原因", "reason"})
                 .width(40)
                 .note("不予认定或核减的原因", "why it does not count, or not in full"),
             code("flags", "WTLX", {"政策认定", "flags"})
                 .words(status_words())
                 .many()
                 .note("政策对变更的认定，如须占补平衡、补划不合要求",
                       "what the policy says of the change: to be balanced, faulty"),
             code("undecided", "WDSX", {"未定事项", "undecided"}).words(status_words()).many()}}};
}

ResultTable changes_lost_table()
{
    return ResultTable{{.id = "changes_lost",
                        .title = {"变更核减部分", "parts of changes that do not count"},
                        .note = {"每行一项变更因一个原因不予认定的部分",
                                 "one row what of a change does not count for one reason"},
                        .shape = ShapeKind::polygons,
                        .key = "change_id",
                        .columns = {fact(SubjectKind::change, "change_id", "BGBH"),
                                    fact(SubjectKind::change, "kind", "BGLX").words(change_words()),
                                    text("cause", "YYDM", {"原因代码", "cause"}).width(16),
                                    text("reason", "YY", {"原因", "reason"}).width(24),
                                    number("area_m2", "MJ", "m2", {"面积", "area"}).sum(),
                                    number("area_mu", "MJ_MU", "mu", {"面积", "area"}).sum()}}};
}

ResultTable issues_table()
{
    return ResultTable{
        {.id = "issues",
         .title = {"问题清单", "issues"},
         .note = {"每行一个数据问题或一次修复",
                  "one row a fault of the data, or a repair made to it"},
         .shape = ShapeKind::points,
         .colour_by = "severity",
         .columns = {code("kind", "LX", {"问题类别", "kind"}).width(22),
                     code("severity", "CD", {"程度", "severity"}).words(severity_words()).width(8),
                     text("file", "WJ", {"文件", "file"}),
                     text("layer", "TC", {"图层或工作表", "layer or sheet"}),
                     number("row", "HH", "one", {"行号", "row"}).whole(),
                     code("subject", "DX", {"对象", "subject"}).width(22),
                     number("x", "HZB", "m", {"横坐标", "easting"}).decimals(3).width(15),
                     number("y", "ZZB", "m", {"纵坐标", "northing"}).decimals(3).width(14),
                     text("text_zh", "SM_ZH", {"说明", "text in Chinese"}).width(60),
                     text("text_en", "SM_EN", {"英文说明", "text in English"}).width(60)}}};
}

} // namespace tenglong
