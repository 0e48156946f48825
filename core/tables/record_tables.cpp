#include "core/tables/record_tables.hpp"

#include "core/base/text.hpp"
#include "core/tables/declare.hpp"
#include "core/tables/dictionaries.hpp"
#include "core/tables/standard_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace tenglong {

using namespace columns;

namespace {

[[nodiscard]] ResultTable table_of_facts(const char* id, const Text& title, const Text& row)
{
    return ResultTable{
        {.id = id,
         .title = title,
         .note = {row.zh + "。此外每个事实一列，列名见“依据参考”；单元格为空的缺失，来源说明原因。"
                           "row_in_1 等列为来源文件中的行号，编号见“事实来源”",
                  row.en +
                      "; besides, a column for each fact that anybody gave, under its name in "
                      "the policy reference: empty is missing, and the origin says why. "
                      "row_in_1 and the like are rows in the file of that number in 'origins'"},
         .key = "subject_code",
         .columns = {code("subject_code", "DXDM", {"对象代码", "code"}).width(21),
                     number("origin_set", "LYZ", "one", {"来源组", "set of origins"})
                         .whole()
                         .note("“事实来源对应”中的组号；0 为通常来源",
                               "its number in 'origin_sets'; 0: the usual origins")}}};
}

[[nodiscard]] bool can_name_a_column(std::string_view fact)
{
    constexpr std::array<std::string_view, 4> k_taken{"fid", "geom", "subject_code", "origin_set"};
    return !fact.empty() && fact.front() >= 'a' && fact.front() <= 'z' &&
           !fact.starts_with("row_in_") && !fact.starts_with("fact_") &&
           std::find(k_taken.begin(), k_taken.end(), fact) == k_taken.end() &&
           std::all_of(fact.begin(), fact.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '_';
           });
}

[[nodiscard]] ColumnType column_type(FactType type)
{
    switch (type) {
    case FactType::number:
        return ColumnType::number;
    case FactType::date:
        return ColumnType::date;
    case FactType::yes_no:
        return ColumnType::yes_no;
    case FactType::text:
        return ColumnType::text;
    case FactType::code:
        return ColumnType::code;
    case FactType::set:
        break;
    }
    return ColumnType::json;
}

} // namespace

ResultTable parcel_facts_table()
{
    return table_of_facts("facts_parcels", {"宗地事实档案", "facts of parcels"},
                          {"每行一个宗地", "one row a parcel"});
}

ResultTable enterprise_facts_table()
{
    return table_of_facts("facts_enterprises", {"企业事实档案", "facts of enterprises"},
                          {"每行一家企业", "one row an enterprise"});
}

ResultTable park_facts_table()
{
    return table_of_facts("facts_parks", {"园区事实档案", "facts of parks"},
                          {"每行一个园区", "one row a park"});
}

ResultTable change_facts_table()
{
    return table_of_facts("facts_changes", {"控制线变更事实档案", "facts of control-line changes"},
                          {"每行一项控制线变更", "one row a change of the control line"});
}

ResultTable region_facts_table()
{
    return table_of_facts("facts_regions", {"区域事实档案", "facts of regions"},
                          {"一行，全部宗地所在区域", "one row, the whole area"});
}

ResultTable facts_table(SubjectKind subject)
{
    switch (subject) {
    case SubjectKind::parcel:
        return parcel_facts_table();
    case SubjectKind::enterprise:
        return enterprise_facts_table();
    case SubjectKind::park:
        return park_facts_table();
    case SubjectKind::change:
        return change_facts_table();
    case SubjectKind::region:
        return region_facts_table();
    default:
        throw std::invalid_argument{"no table keeps the facts of such subjects"};
    }
}

std::string name_of_fact_column(std::string_view fact)
{
    if (can_name_a_column(fact)) {
        return std::string{fact};
    }
    std::string name = "fact_"; // and its bytes, which no other fact has
    for (const char c : fact) {
        name += fmt::format("{:02x}", static_cast<unsigned char>(c));
    }
    return name;
}

ColumnSpec fact_column(const FactDeclaration& fact)
{
    const ColumnType type = column_type(fact.type);
    return {.name = name_of_fact_column(fact.name),
            .type = type,
            .unit = fact.unit,
            .label = fact.label.empty() ? Text{fact.name, fact.name} : fact.label,
            .note = fact.how};
}

std::string name_of_row_column(std::size_t source)
{
    return fmt::format("row_in_{}", source);
}

ColumnSpec row_column(std::size_t source, const std::string& file)
{
    return {.name = name_of_row_column(source),
            .type = ColumnType::integer,
            .decimals = 0,
            .width = 8,
            .label = {"在 " + file + " 中的行号", "row in " + file}};
}

ResultTable origins_table()
{
    return ResultTable{
        {.id = "origins",
         .title = {"事实来源", "origins of facts"},
         .note = {"每行一个来源，“事实来源对应”用其编号引用",
                  "one row an origin, which the table 'origin_sets' names by its number"},
         .key = "origin",
         .columns = {
             number("origin", "LYH", "one", {"来源号", "number"}).whole(),
             yes_no("given", "YZ", {"有值", "gives a value"}).width(9),
             number("source", "WJH", "one", {"文件号", "number of the file"})
                 .whole()
                 .note("行号所在列的编号：row_in_1 等",
                       "of the column of the facts that has the rows in it: row_in_1"),
             text("source_file", "LYWJ", {"文件", "file"}).width(40),
             text("source_layer", "LYTC", {"图层", "layer"}),
             text("note_zh", "SM", {"计算方法或缺失原因", "how, or why not, in Chinese"}).width(40),
             text("note_en", "SM_EN", {"计算方法或缺失原因（英文）", "how, or why not"})
                 .width(40)}}};
}

ResultTable origin_sets_table()
{
    return ResultTable{
        {.id = "origin_sets",
         .title = {"事实来源对应", "which fact has which origin"},
         .note = {"0 组为各事实的通常来源；其他组只列与通常来源不同的事实",
                  "set 0 has the usual origin of each fact; another lists the facts that differ"},
         .columns = {
             code("subject_kind", "DXLX", {"对象类型", "subject"}).words(subject_words()).width(10),
             number("origin_set", "LYZ", "one", {"来源组", "set of origins"}).whole(),
             text("fact", "SS", {"事实", "fact"}),
             yes_no("given", "YZ", {"有值", "gives a value"})
                 .width(9)
                 .note("该来源用于有值的单元格还是空单元格",
                       "whether the origin is that of a value, or of an empty cell"),
             number("origin", "LYH", "one", {"来源号", "number of the origin"})
                 .whole()
                 .note("空：未提供", "empty: nobody gave it")}}};
}

ResultTable policy_table()
{
    return ResultTable{
        {.id = "policy",
         .title = {"政策文件文本", "text of the policy"},
         .note = {"判定所用政策文件及其所扩展政策的原文，逐行",
                  "the profile that the run was judged by and those that it extends, line by line"},
         .columns = {text("policy_file", "WJ", {"文件", "file"}).width(24),
                     number("line", "HH", "one", {"行号", "line"}).whole(),
                     text("text", "WB", {"文本", "text"}).width(80)}}};
}

std::span<const TableMaker> standard_tables() noexcept
{
    static constexpr std::array<TableMaker, 32> k_tables{
        parcels_table,     vacant_table,       blocks_table,       line_before_table,
        line_after_table,  changes_table,      changes_lost_table, issues_table,
        enterprises_table, evidence_table,     indicators_table,   account_table,
        units_table,       towns_table,        parks_table,        regions_table,
        supply_table,      measures_table,     run_table,          plan_table,
        plan_needs_table,  plan_room_table,    parcel_facts_table, enterprise_facts_table,
        park_facts_table,  change_facts_table, region_facts_table, origins_table,
        origin_sets_table, policy_table,       base_list_table,    treatment_list_table};
    return k_tables;
}

} // namespace tenglong
