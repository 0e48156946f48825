#include "core/tables/record_tables.hpp"

#include "core/tables/declare.hpp"
#include "core/tables/dictionaries.hpp"
#include "core/tables/standard_tables.hpp"

#include <array>

namespace tenglong {

using namespace columns;

ResultTable facts_table()
{
    return ResultTable{
        {.id = "facts",
         .title = {"事实档案", "facts"},
         .note = {"每行一个宗地、企业或园区，列出全部事实",
                  "one row a parcel, an enterprise or a park, with everything known of it"},
         .key = "subject_code",
         .columns = {
             code("subject_kind", "DXLX", {"对象类型", "subject"}).words(subject_words()).width(10),
             code("subject_code", "DXDM", {"对象代码", "code"}).width(21),
             json("facts", "SS", {"事实", "facts"})
                 .width(60)
                 .note(
                     "事实名：[值, 来源号, 来源文件中的行号]；值为 null 的缺失，来源说明缺失原因；"
                     "未提供的事实不列",
                     "name: [value, number of its origin, row in that file]; null is missing, "
                     "and its origin says why; facts that nobody gave are not listed")}}};
}

ResultTable origins_table()
{
    return ResultTable{
        {.id = "origins",
         .title = {"事实来源", "origins of facts"},
         .note = {"每行一个来源，“事实档案”用其编号引用",
                  "one row an origin, which the table 'facts' names by its number"},
         .key = "origin",
         .columns = {
             number("origin", "LYH", "one", {"来源号", "number"}).whole(),
             yes_no("given", "YZ", {"有值", "gives a value"}).width(9),
             text("source_file", "LYWJ", {"文件", "file"}).width(40),
             text("source_layer", "LYTC", {"图层", "layer"}),
             text("note_zh", "SM", {"计算方法或缺失原因", "how, or why not, in Chinese"}).width(40),
             text("note_en", "SM_EN", {"计算方法或缺失原因（英文）", "how, or why not"})
                 .width(40)}}};
}

ResultTable policy_table()
{
    return ResultTable{
        {.id = "policy",
         .title = {"政策文件文本", "text of the policy"},
         .note = {"判定所用政策方案及其所扩展方案的原文，逐行",
                  "the profile that the run was judged by and those that it extends, line by line"},
         .columns = {text("policy_file", "WJ", {"文件", "file"}).width(24),
                     number("line", "HH", "one", {"行号", "line"}).whole(),
                     text("text", "WB", {"文本", "text"}).width(80)}}};
}

std::span<const TableMaker> standard_tables() noexcept
{
    static constexpr std::array<TableMaker, 26> k_tables{
        parcels_table,       vacant_table,       blocks_table,  line_before_table, line_after_table,
        changes_table,       changes_lost_table, issues_table,  enterprises_table, evidence_table,
        indicators_table,    account_table,      units_table,   towns_table,       parks_table,
        regions_table,       supply_table,       run_table,     plan_table,        plan_needs_table,
        plan_room_table,     facts_table,        origins_table, policy_table,      base_list_table,
        treatment_list_table};
    return k_tables;
}

} // namespace tenglong
