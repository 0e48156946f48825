#include "tools/docs/results.hpp"

#include "core/follow/follow_tables.hpp"
#include "core/tables/standard_tables.hpp"

#include <fmt/format.h>

#include <vector>

namespace tenglong::tools {

namespace {

[[nodiscard]] std::string cell(std::string text)
{
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) {
        text.insert(at, "\\");
    }
    return text;
}

/// "`low_plot_ratio` low plot ratio; ...".
[[nodiscard]] std::string words_of(const ColumnSpec& spec, Lang lang)
{
    std::string all;
    if (spec.words) {
        for (const DictionaryEntry& entry : spec.words->entries()) {
            all += all.empty() ? "" : lang == Lang::zh ? "；" : "; ";
            all += "`" + entry.code + "`";
            if (entry.label.in(lang) != entry.code) {
                all += " " + entry.label.in(lang);
            }
        }
    }
    return all;
}

[[nodiscard]] std::string kind_of(const ColumnSpec& spec, Lang lang)
{
    const std::string unit = spec.unit.symbol().in(lang);
    std::string kind = label_of(spec.type).in(lang);
    if (spec.type == ColumnType::number && !unit.empty()) {
        kind += lang == Lang::zh ? "，" + unit : ", " + unit;
    }
    if (spec.many) {
        kind += lang == Lang::zh ? "，可有多个" : ", any number";
    }
    return kind;
}

void add_table(std::string& page, const ResultTable& table, Lang lang)
{
    page += fmt::format("\n## {} `{}`\n\n{}\n\n", table.title().in(lang), table.id(),
                        table.note().in(lang));
    page += lang == Lang::zh ? "| 列 | Shapefile | 名称 | 类型 | 说明 |\n"
                             : "| column | Shapefile | name | type | remark |\n";
    page += "|---|---|---|---|---|\n";
    for (const ResultColumn& column : table.columns()) {
        const ColumnSpec& spec = column.spec();
        const std::string words = words_of(spec, lang);
        std::string remark = spec.note.in(lang);
        remark += !remark.empty() && !words.empty() ? (lang == Lang::zh ? "。" : ". ") : "";
        page +=
            fmt::format("| `{}` | `{}` | {} | {} | {} |\n", spec.name, spec.dbf,
                        cell(spec.label.in(lang)), cell(kind_of(spec, lang)), cell(remark + words));
    }
}

} // namespace

std::string results_page(Lang lang)
{
    std::string page = lang == Lang::zh
                           ? "# 成果表\n\n由程序按表的定义输出（`tools/docs.sh`）。缺失值留空，"
                             "不等于零。`result.gpkg` 中列名为第一栏，Shapefile 用第二栏。\n"
                           : "# The tables of a result\n\nPrinted by the program from what the "
                             "tables are made of (`tools/docs.sh`). Missing cells are empty, never "
                             "zero. `result.gpkg` has the names of the first column, Shapefiles "
                             "those of the second.\n";
    for (const TableMaker make : standard_tables()) {
        add_table(page, make(), lang);
    }
    add_table(page, follow_table(), lang);
    add_table(page, roll_up_table(), lang);
    return page;
}

} // namespace tenglong::tools
