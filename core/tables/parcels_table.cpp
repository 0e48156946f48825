#include "core/tables/declare.hpp"
#include "core/tables/dictionaries.hpp"
#include "core/tables/standard_tables.hpp"

namespace tenglong {

using namespace columns;

namespace {

[[nodiscard]] Declared parcel(std::string_view name, std::string_view dbf)
{
    return fact(SubjectKind::parcel, name, dbf);
}

[[nodiscard]] std::vector<ColumnSpec> who_and_how_much()
{
    return {parcel("parcel_code", "ZDDM").width(21),
            parcel("holder", "QLR").width(26),
            parcel("town", "XZMC"),
            parcel("unit", "ZLDY"),
            parcel("park", "YQMC"),
            parcel("land_use", "TDYT"),
            parcel("area_registered_m2", "ZDMJ").sum(),
            parcel("area_computed_m2", "JSMJ").sum(),
            parcel("area_m2", "YDMJ").sum(),
            parcel("area_mu", "YDMJ_MU").sum(),
            parcel("footprint_m2", "JZZDMJ").sum(),
            parcel("floor_m2", "JZMJ").sum(),
            parcel("plot_ratio", "RJL").ratio("floor_m2", "area_m2"),
            parcel("density", "JZMD").percent().ratio("footprint_m2", "area_m2"),
            parcel("enterprise_count", "QYS").whole()};
}

[[nodiscard]] std::vector<ColumnSpec> output()
{
    return {parcel("tax_wan", "SS").sum(),
            parcel("value_added_wan", "GYZJZ").sum(),
            parcel("tax_per_mu", "MJSS").ratio("tax_wan", "area_mu"),
            parcel("value_added_per_mu", "MJZJZ").ratio("value_added_wan", "area_mu"),
            parcel("energy_tce", "ZHNH").sum(),
            parcel("energy_per_value", "DWNH").ratio("energy_tce", "value_added_wan"),
            parcel("score", "PJDF"),
            parcel("class", "PJDC").words(class_words()).width(8)};
}

[[nodiscard]] std::vector<ColumnSpec> verdicts()
{
    return {
        parcel("in_line_m2", "XNMJ").sum(),
        parcel("out_line_m2", "XWMJ").sum(),
        code("status", "YDZT", {"用地状态", "status"})
            .words(status_words())
            .note("各类问题中按政策次序居首的一项；无问题为正常",
                  "the leading one of the flags, as the policy orders them; normal if none holds"),
        code("flags", "WTLX", {"问题类型", "flags"})
            .words(status_words())
            .many()
            .width(24)
            .note("成立的全部问题类型", "every flag that holds"),
        code("undecided", "WDSX", {"未定事项", "undecided"})
            .words(status_words())
            .many()
            .width(24)
            .note("因数据缺失无法判定的问题类型", "flags that missing data leave undecided"),
        code("measure", "CZFS", {"处置方式", "measure"})
            .note("政策中首个适用的处置方式", "the first measure of the policy that applies")};
}

[[nodiscard]] std::vector<ColumnSpec> what_can_be_reclaimed()
{
    return {
        number("reclaim_m2", "KTCMJ", "m2", {"可腾出面积", "reclaimable area"})
            .sum()
            .note("按处置方式可腾出的用地，每宗地只计一次",
                  "land that the measure frees; a parcel counts once"),
        number("reclaim_mu", "KTCMJ_MU", "mu", {"可腾出面积", "reclaimable area"}).sum(),
        parcel("vacant_m2", "KXMJ").sum(),
        number("floor_potential_m2", "KZJZMJ", "m2", {"可增建筑面积", "floor-area potential"})
            .sum()
            .note("目标容积率 × 用地面积 − 现状建筑面积",
                  "target plot ratio times area, less the floor area there is"),
        number("land_equivalent_m2", "DXMJ", "m2", {"等效用地面积", "land equivalent"})
            .sum()
            .note("可增建筑面积 ÷ 目标容积率", "floor-area potential over the target plot ratio"),
        number("energy_room_tce", "KTNH", "tce", {"可腾出用能", "energy room"}).sum(),
        number("carbon_room_t", "KJTPF", "t", {"可减碳排放", "carbon room"}).sum(),
        parcel("block_id", "QKBH").width(12),
        parcel("issue_count", "WTS").whole().sum()};
}

} // namespace

ResultTable parcels_table()
{
    TableSpec table{.id = "parcels",
                    .title = {"工业用地", "industrial parcels"},
                    .note = {"每行一宗地", "one row a parcel"},
                    .shape = ShapeKind::polygons,
                    .key = "parcel_code",
                    .colour_by = "status",
                    .columns = who_and_how_much()};
    for (auto&& part : {output(), verdicts(), what_can_be_reclaimed()}) {
        table.columns.insert(table.columns.end(), part.begin(), part.end());
    }
    return ResultTable{std::move(table)};
}

} // namespace tenglong
