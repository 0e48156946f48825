#include "core/tables/declare.hpp"
#include "core/tables/dictionaries.hpp"
#include "core/tables/standard_tables.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tenglong {

using namespace columns;

namespace {

using Columns = std::vector<ColumnSpec>;

/// The statuses, and the Shapefile names of their columns.
struct StatusName {
    std::string_view id;
    std::string_view dbf;
    Text label;
};

[[nodiscard]] const std::vector<StatusName>& status_names()
{
    static const std::vector<StatusName> names = [] {
        constexpr std::array<std::string_view, 10> k_dbf{"PEWG", "GEWY", "YEWJ", "JEWT", "SXXZ",
                                                         "DRJL", "DX",   "GHDX", "WFWG", "ZC"};
        std::vector<StatusName> all;
        for (const DictionaryEntry& entry : status_words()->entries()) {
            all.push_back({entry.code, k_dbf.at(all.size()), entry.label});
        }
        all.push_back({"other", "QT", {"其他类型", "other status"}});
        return all;
    }();
    return names;
}

void add_status_columns(Columns& columns)
{
    const Text band{"用地状态", "status"};
    for (const StatusName& each : status_names()) {
        const std::string id{each.id};
        const std::string dbf{each.dbf};
        columns.push_back(number(id + "_count", dbf + "_S", "piece",
                                 {each.label.zh + "宗数", each.label.en + ", parcels"})
                              .whole()
                              .sum()
                              .group(band));
        columns.push_back(number(id + "_mu", dbf + "_M", "mu", each.label).sum().group(band));
    }
}

void add_class_columns(Columns& columns)
{
    const Text band{"企业", "enterprises"};
    columns.push_back(number("enterprise_count", "QYS", "piece", {"企业数", "enterprises"})
                          .whole()
                          .sum()
                          .note("主要用地在此的企业；未匹配到宗地的按其镇街、园区字段",
                                "by the parcel of which they use most; unmatched ones by the town "
                                "or park that they name")
                          .group(band));
    for (const char letter : {'a', 'b', 'c', 'd'}) {
        const std::string upper(1, static_cast<char>(letter - 'a' + 'A'));
        columns.push_back(number(std::string{"class_"} + letter + "_count", "QY_" + upper, "piece",
                                 {upper + "类企业", "class " + upper})
                              .whole()
                              .sum()
                              .group(band));
    }
    columns.push_back(
        number("class_other_count", "QY_QT", "piece", {"其他或未评企业", "other or no class"})
            .whole()
            .sum()
            .group(band));
}

[[nodiscard]] Columns measured_columns()
{
    return {
        number("parcel_count", "ZDS", "piece", {"宗地数", "parcels"}).whole().sum(),
        number("area_m2", "YDMJ", "m2", {"用地面积", "area of parcels"}).sum(),
        number("parcel_area_mu", "ZDMJ", "mu", {"宗地面积", "area of parcels"}).sum(),
        number("footprint_m2", "JZZD", "m2", {"建筑占地面积", "footprint"}).sum(),
        number("floor_m2", "JZMJ", "m2", {"建筑面积", "floor area"}).sum(),
        number("plot_ratio", "RJL", "one", {"容积率", "plot ratio"})
            .note("Σ建筑面积 ÷ Σ用地面积，仅计两者都有的宗地",
                  "sum of floor areas / sum of areas, of parcels that have both"),
        number("low_area_mu", "DXMJ", "mu", {"低效面积", "low-efficiency area"}).sum(),
        number("low_share", "DXZB", "one", {"低效面积占比", "low-efficiency share"}).percent(),
        number("in_line_m2", "XNMJ", "m2", {"控制线内面积", "inside the control line"}).sum(),
        number("out_line_m2", "XWMJ", "m2", {"控制线外面积", "outside the control line"}).sum()};
}

[[nodiscard]] Columns output_columns()
{
    return {
        number("tax_wan", "SS", "wan", {"税收", "tax"}).sum(),
        number("tax_per_mu", "MJSS", "wan_per_mu", {"亩均税收", "tax per mu"})
            .note("Σ税收 ÷ Σ用地，仅计两者都有的宗地",
                  "sum of tax / sum of land, of parcels that have both"),
        number("value_added_wan", "GYZJZ", "wan", {"工业增加值", "value added"}).sum(),
        number("value_added_per_mu", "MJZJZ", "wan_per_mu", {"亩均增加值", "value added per mu"}),
        number("energy_tce", "ZHNH", "tce", {"综合能耗", "energy"}).sum(),
        number("energy_per_value", "DWNH", "tce_per_wan",
               {"单位增加值能耗", "energy per value added"})};
}

[[nodiscard]] Columns freed_columns()
{
    return {
        number("reclaim_m2", "KTC", "m2", {"可腾出面积", "reclaimable area"}).sum(),
        number("reclaim_mu", "KTC_MU", "mu", {"可腾出面积", "reclaimable area"}).sum(),
        number("reclaim_undecided", "KTC_WD", "piece",
               {"腾出面积未定宗数", "parcels of which it cannot be told"})
            .whole()
            .sum(),
        number("vacant_m2", "KXMJ", "m2", {"空闲面积", "vacant area"}).sum(),
        number("floor_potential_m2", "KZJM", "m2", {"可增建筑面积", "floor-area potential"}).sum(),
        number("land_equivalent_m2", "ZHTD", "m2", {"折合土地", "land equivalent"})
            .sum()
            .note("与可腾出面积分列，不相加", "beside the reclaimable land, never added to it"),
        number("energy_room_tce", "TCYN", "tce", {"可腾出用能", "energy room"}).sum(),
        number("carbon_room_t", "JT", "t", {"可减碳", "carbon room"}).sum()};
}

/// What every roll-up has.
[[nodiscard]] Columns rollup_columns()
{
    Columns all = measured_columns();
    for (auto&& part : {output_columns(), freed_columns()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    add_class_columns(all);
    add_status_columns(all);
    return all;
}

/// The first columns, then those of a roll-up that are not among them, then the last.
[[nodiscard]] Columns with_rollup(Columns columns, const Columns& last = {})
{
    for (const ColumnSpec& each : rollup_columns()) {
        const bool there =
            std::any_of(columns.begin(), columns.end(),
                        [&](const ColumnSpec& column) { return column.name == each.name; });
        if (!there) {
            columns.push_back(each);
        }
    }
    columns.insert(columns.end(), last.begin(), last.end());
    return columns;
}

[[nodiscard]] Columns flag_columns()
{
    return {code("flags", "WTLX", {"问题类型", "flags"}).words(status_words()).many(),
            code("undecided", "WDSX", {"未定事项", "undecided"}).words(status_words()).many()};
}

[[nodiscard]] Declared park(std::string_view name, std::string_view dbf)
{
    return fact(SubjectKind::park, name, dbf);
}

[[nodiscard]] Declared region(std::string_view name, std::string_view dbf)
{
    return fact(SubjectKind::region, name, dbf);
}

} // namespace

ResultTable units_table()
{
    const auto unit = [](std::string_view name, std::string_view dbf) {
        return fact(SubjectKind::unit, name, dbf);
    };
    return ResultTable{
        {.id = "units",
         .title = {"治理单元", "governance units"},
         .note = {"每行一个治理单元；不在任何单元的宗地合为一行",
                  "one row a governance unit, and one for the parcels of none"},
         .key = "name",
         .columns = with_rollup({unit("name", "DYMC"), unit("area_mu", "DYMJ").sum()})}};
}

ResultTable towns_table()
{
    return ResultTable{{.id = "towns",
                        .title = {"镇街", "towns"},
                        .note = {"每行一个镇街；不属任何镇街的宗地合为一行",
                                 "one row a town, and one for the parcels of none"},
                        .key = "name",
                        .columns = with_rollup({text("name", "XZMC", {"镇街", "town"})})}};
}

ResultTable parks_table()
{
    return ResultTable{
        {.id = "parks",
         .title = {"产业平台", "parks"},
         .note = {"每行一个产业平台或园区；平台外的宗地合为一行",
                  "one row a park or platform, and one for the parcels outside"},
         .key = "name",
         .columns = with_rollup(
             {park("name", "YQMC"), park("park_type", "YQLX").words(park_words()),
              park("level", "JB"), park("area_mu", "YQMJ").sum(),
              park("parcel_count", "ZDS").whole().sum(), park("parcel_area_mu", "ZDMJ").sum(),
              park("supplied_share", "GYZB").percent(), park("developed_share", "KFCD").percent(),
              park("enterprise_count", "QYS").whole().sum(), park("tax_per_mu", "MJSS"),
              park("value_added_per_mu", "MJZJZ"), park("energy_per_value", "DWNH"),
              park("productivity", "LDSCL"), park("rd_share", "YFZB").percent(),
              park("manufacturing_count_share", "ZZYSLZB").percent(),
              park("manufacturing_area_share", "ZZYMJZB").percent(), park("score", "PJDF"),
              park("rank", "MC").whole()},
             flag_columns())}};
}

ResultTable regions_table()
{
    const auto checks = [](std::string_view name, std::string_view dbf, const Text& label) {
        return code(name, dbf, label).words(status_words()).many().width(30);
    };
    return ResultTable{
        {.id = "regions",
         .title = {"区域汇总", "regions"},
         .note = {"首行为全部宗地，其后为各区县；政策对区域的要求只对首行判定",
                  "all parcels first, then the counties; what the policy asks of a region is "
                  "judged of the first row"},
         .key = "name",
         .columns = with_rollup(
             {code("level", "JB", {"层级", "level"}).words(region_level_words()).width(8),
              text("name", "QYMC", {"区域", "region"})},
             {region("year", "ND").whole(), region("supplied_mu", "GYTD"),
              region("supplied_industrial_mu", "GYGY"),
              region("supplied_industrial_new_mu", "GYXZ"),
              region("industrial_supply_share", "GYZB").percent(),
              region("standard_land_share", "BZDZB").percent(),
              region("new_supply_plot_ratio", "XGRJL"),
              region("new_in_line_share", "XZXNZB").percent(),
              checks("met", "DB", {"符合的要求", "checks met"}),
              checks("failed", "BDB", {"不符合的要求", "checks failed"}),
              checks("undecided", "WDSX", {"未定事项", "undecided"})})}};
}

ResultTable supply_table()
{
    const auto missing = [](std::string_view name, std::string_view dbf, const Text& label) {
        return number(name, dbf, "piece", label).whole().group({"缺数宗数", "plots without"});
    };
    return ResultTable{
        {.id = "supply",
         .title = {"土地供应", "land supply"},
         .note = {"每行一个区域一年的供应；年份为空的是供应年份不明的地块，不计入任何一年",
                  "one row a region and a year; the plots of no known year stand in a row without "
                  "a year and count in none"},
         .key = "name",
         .columns = {
             code("level", "JB", {"层级", "level"}).words(region_level_words()).width(8),
             text("name", "QYMC", {"区域", "region"}),
             number("year", "ND", "one", {"年度", "year"}).whole(),
             number("plots", "ZDS", "piece", {"供应宗数", "plots"}).whole(),
             number("supplied_m2", "GYTD", "m2", {"供应土地", "land supplied"}),
             number("supplied_mu", "GYTD_MU", "mu", {"供应土地", "land supplied"}),
             number("industrial_mu", "GYYD", "mu", {"供应工业用地", "industrial land supplied"}),
             number("industrial_new_mu", "GYXZ", "mu", {"其中新增工业用地", "of it new"}),
             number("standard_mu", "BZD", "mu", {"其中标准地", "of the new standard land"}),
             number("industrial_share", "GYZB", "one", {"工业用地占比", "industrial share"})
                 .percent()
                 .note("有缺数的不算", "none where figures are missing"),
             number("new_share", "XZZB", "one", {"新增占工业用地", "new of industrial"}).percent(),
             number("standard_land_share", "BZDZB", "one", {"标准地占比", "standard-land share"})
                 .percent(),
             number("new_supply_plot_ratio", "XGRJL", "one",
                    {"新供约定容积率", "agreed plot ratio of new supply"})
                 .note("按面积加权", "weighted by area"),
             number("new_in_line_share", "XNZB", "one", {"新增线内占比", "new inside the line"})
                 .percent(),
             missing("no_area", "QMJ", {"面积", "area"}),
             missing("no_use", "QYT", {"用途", "land use"}),
             missing("no_new", "QXZ", {"是否新增", "new or not"}),
             missing("no_standard", "QBZD", {"是否标准地", "standard or not"}),
             missing("no_plot_ratio", "QRJL", {"约定容积率", "agreed plot ratio"}),
             text("remark", "BZ", {"说明", "remark"}).width(40)}}};
}

ResultTable measures_table()
{
    return ResultTable{
        {.id = "measures",
         .title = {"措施汇总", "measures"},
         .note = {"每行一个区域的一项措施；企业的措施腾出的是同一块地、同一份用能，不与地块的相加",
                  "one row a region and a measure; what measures for enterprises free is the same "
                  "land and energy, not to be added to that of parcels"},
         .key = "name",
         .columns = {
             code("level", "JB", {"层级", "level"}).words(region_level_words()).width(8),
             text("name", "QYMC", {"区域", "region"}),
             code("subject_kind", "DXLX", {"对象", "subject"}).words(subject_words()).width(8),
             code("measure", "CS", {"措施", "measure"}).width(20),
             number("subjects", "DXS", "piece", {"宗（户）数", "parcels or enterprises"}).whole(),
             number("area_mu", "YDMJ_MU", "mu", {"用地面积", "land"}),
             code("frees_land", "TCTD", {"腾出土地口径", "frees of the land"})
                 .words(freed_land_words())
                 .width(14),
             number("reclaim_mu", "KTC_MU", "mu", {"可腾出面积", "land freed"}),
             number("reclaim_undecided", "KTCWD", "piece", {"面积未定数", "land cannot be told"})
                 .whole(),
             code("frees_energy", "TCNH", {"腾出用能口径", "frees of the energy"})
                 .words(freed_energy_words())
                 .width(14),
             number("energy_tce", "ZHNH", "tce", {"综合能耗", "energy used"}),
             number("energy_room_tce", "TCYN", "tce", {"可腾出用能", "energy room"}),
             number("carbon_room_t", "JTKJ", "t", {"可减碳", "carbon room"}),
             number("energy_undecided", "NHWD", "piece", {"用能未定数", "energy cannot be told"})
                 .whole(),
             text("energy_basis", "NHKJ", {"能耗数据口径", "how the energy is stated"}).width(24),
             text("energy_line", "NHX", {"能耗线及依据", "energy line, and its source"}).width(40),
             text("carbon_factor", "ZTXS", {"折碳系数及依据", "factor of carbon, and its source"})
                 .width(40),
             text("clause", "TK", {"措施依据", "source of the measure"}).width(24)}}};
}

} // namespace tenglong
