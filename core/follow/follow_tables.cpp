#include "core/follow/follow_tables.hpp"

#include "core/tables/declare.hpp"
#include "core/tables/dictionaries.hpp"

#include <memory>

namespace tenglong {

using namespace columns;

namespace {

[[nodiscard]] DictionaryPtr link_words()
{
    static const auto words = std::make_shared<const Dictionary>(
        std::vector<DictionaryEntry>{{"same", {"同一宗地", "same parcel"}},
                                     {"recoded", {"代码变更", "another code"}},
                                     {"split", {"分割", "split off"}},
                                     {"merged", {"合并", "merged"}},
                                     {"regrouped", {"重组", "regrouped"}},
                                     {"none", {"无对应", "none"}}});
    return words;
}

[[nodiscard]] DictionaryPtr level_words()
{
    static const auto words = std::make_shared<const Dictionary>(std::vector<DictionaryEntry>{
        {"district", {"区县", "district"}}, {"town", {"镇街", "town"}}});
    return words;
}

[[nodiscard]] Declared flags(std::string_view name, std::string_view dbf, const Text& label)
{
    return code(name, dbf, label).words(status_words()).many().width(20);
}

[[nodiscard]] std::vector<ColumnSpec> who()
{
    return {code("parcel_code", "ZDDM", {"宗地代码", "parcel code"}).width(21),
            code("old_codes", "YZDDM", {"原宗地代码", "earlier codes"}).many().width(21),
            text("holder", "QLR", {"土地使用权人", "holder"}).width(26),
            text("town", "XZMC", {"镇街", "town"}),
            text("unit", "ZLDY", {"治理单元", "governance unit"}),
            text("park", "YQMC", {"产业平台", "park"}),
            code("link", "DYGX", {"对应关系", "link"}).words(link_words()).width(10)};
}

[[nodiscard]] std::vector<ColumnSpec> what_changed()
{
    return {code("change", "BHLX", {"变化", "change"}).words(change_of_parcel_words()).width(10),
            code("status_old", "YYDZT", {"原用地状态", "earlier status"}).words(status_words()),
            code("status", "YDZT", {"现用地状态", "status"}).words(status_words()),
            flags("flags_ended", "XCWT", {"已消除问题", "flags that ended"}),
            flags("flags_begun", "XZWT", {"新增问题", "flags that began"}),
            flags("flags_left", "SYWT", {"仍存在问题", "flags that are left"}),
            flags("flags_open", "WDWT", {"待核实问题", "flags now undecided"})
                .note("原来成立、现因数据缺失无法判定，不得销号",
                      "held, and missing data leave them undecided now: not struck off")};
}

[[nodiscard]] std::vector<ColumnSpec> figures()
{
    return {
        number("area_old_mu", "YMJ_MU", "mu", {"原用地面积", "earlier area"}).sum(),
        number("area_mu", "YDMJ_MU", "mu", {"现用地面积", "area"}).sum(),
        number("problem_old_mu", "YWTMJ_MU", "mu", {"原问题用地", "earlier problem land"}).sum(),
        number("problem_mu", "WTMJ_MU", "mu", {"现问题用地", "problem land"}).sum(),
        number("reclaim_old_mu", "YKTC_MU", "mu", {"原可腾出", "earlier reclaimable"}).sum(),
        number("reclaim_mu", "KTCMJ_MU", "mu", {"现可腾出", "reclaimable"}).sum(),
        number("floor_old_m2", "YJZMJ", "m2", {"原建筑面积", "earlier floor area"}).sum(),
        number("floor_m2", "JZMJ", "m2", {"现建筑面积", "floor area"}).sum(),
        number("tax_old_wan", "YSS", "wan", {"原税收", "earlier tax"}).sum(),
        number("tax_wan", "SS", "wan", {"现税收", "tax"}).sum(),
        number("value_added_old_wan", "YZJZ", "wan", {"原工业增加值", "earlier value added"}).sum(),
        number("value_added_wan", "GYZJZ", "wan", {"现工业增加值", "value added"}).sum(),
        number("energy_old_tce", "YZHNH", "tce", {"原综合能耗", "earlier energy"}).sum(),
        number("energy_tce", "ZHNH", "tce", {"现综合能耗", "energy"}).sum()};
}

[[nodiscard]] std::vector<ColumnSpec> counted()
{
    return {count("parcels_old", "YZDS", {"原宗地数", "earlier parcels"}),
            count("parcels", "ZDS", {"现宗地数", "parcels"}),
            count("new", "XZ", {"新增", "new"}),
            count("gone", "JS", {"减少", "gone"}),
            count("unchanged", "WBH", {"无变化", "unchanged"}),
            count("improved", "GS", {"改善", "improved"}),
            count("struck_off", "XH", {"销号", "struck off"}),
            count("worsened", "EH", {"恶化", "worsened"}),
            count("open", "DHS", {"待核实", "undecided"})};
}

} // namespace

DictionaryPtr change_of_parcel_words()
{
    static const auto words = std::make_shared<const Dictionary>(
        std::vector<DictionaryEntry>{{"new", {"新增", "new"}, Colour::of(0x2B7BBA)},
                                     {"gone", {"减少", "gone"}, Colour::of(0x636363)},
                                     {"unchanged", {"无变化", "unchanged"}, Colour::of(0xBDBDBD)},
                                     {"improved", {"改善", "improved"}, Colour::of(0x66C2E0)},
                                     {"struck_off", {"销号", "struck off"}, Colour::of(0x2E9E5B)},
                                     {"worsened", {"恶化", "worsened"}, Colour::of(0xD7301F)},
                                     {"open", {"待核实", "undecided"}, Colour::of(0xF1C40F)}});
    return words;
}

ResultTable follow_table()
{
    TableSpec table{.id = "follow",
                    .title = {"整治进展", "follow-up"},
                    .note = {"每行后一次成果的一宗地，以及已不存在的每宗地",
                             "one row a parcel of the later result, and each that is gone"},
                    .shape = ShapeKind::polygons,
                    .key = "parcel_code",
                    .colour_by = "change",
                    .columns = who()};
    for (auto&& part : {what_changed(), figures()}) {
        table.columns.insert(table.columns.end(), part.begin(), part.end());
    }
    return ResultTable{std::move(table)};
}

ResultTable roll_up_table()
{
    TableSpec table{.id = "roll_up",
                    .title = {"进展汇总", "roll-up"},
                    .note = {"每行一个区县或镇街在一个时段内的进展，按销号率排名",
                             "one row a district or town in a period, ranked by the share of its "
                             "problem land that was struck off"},
                    .columns = {text("period", "SD", {"时段", "period"}).width(10),
                                code("level", "JB", {"层级", "level"}).words(level_words()),
                                code("district", "QXDM", {"区县代码", "district"}),
                                text("town", "XZMC", {"镇街", "town"}),
                                count("rank", "PM", {"排名", "rank"})}};
    const auto part = counted();
    table.columns.insert(table.columns.end(), part.begin(), part.end());
    for (const ColumnSpec& each : std::vector<ColumnSpec>{
             number("area_mu", "YDMJ_MU", "mu", {"现用地面积", "area"}),
             number("problem_old_mu", "YWTMJ_MU", "mu", {"原问题用地", "earlier problem land"}),
             number("problem_mu", "WTMJ_MU", "mu", {"现问题用地", "problem land"}),
             number("struck_off_mu", "XHMJ_MU", "mu", {"销号面积", "struck off"}),
             number("struck_off_share", "XHL", "one", {"销号率", "share struck off"})
                 .percent()
                 .note("销号面积 ÷ 原问题用地", "land struck off over earlier problem land"),
             number("reclaim_old_mu", "YKTC_MU", "mu", {"原可腾出", "earlier reclaimable"}),
             number("reclaim_mu", "KTCMJ_MU", "mu", {"现可腾出", "reclaimable"}),
             number("tax_old_wan", "YSS", "wan", {"原税收", "earlier tax"}),
             number("tax_wan", "SS", "wan", {"现税收", "tax"})}) {
        table.columns.push_back(each);
    }
    return ResultTable{std::move(table)};
}

} // namespace tenglong
