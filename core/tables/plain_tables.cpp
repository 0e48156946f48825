#include "core/tables/declare.hpp"
#include "core/tables/dictionaries.hpp"
#include "core/tables/standard_tables.hpp"

namespace tenglong {

using namespace columns;

namespace {

[[nodiscard]] Declared firm(std::string_view name, std::string_view dbf)
{
    return fact(SubjectKind::enterprise, name, dbf);
}

[[nodiscard]] std::vector<ColumnSpec> enterprise_register()
{
    return {firm("credit_code", "XYDM").width(20),
            firm("name", "QYMC").width(28),
            code("match", "PPFS", {"匹配方式", "matched by"}).words(match_words()),
            code("parcel_codes", "ZDDM", {"所用宗地", "parcels it uses"}).many().width(24),
            firm("town", "XZMC"),
            firm("park", "YQMC"),
            firm("industry_code", "HYDM"),
            firm("size", "GM").words(size_words()),
            firm("year", "SJND").whole(),
            firm("production_state", "SCZT").words(production_words())};
}

[[nodiscard]] std::vector<ColumnSpec> enterprise_figures()
{
    return {firm("land_own_mu", "ZYYD").sum(),
            firm("land_in_mu", "CZYD").sum(),
            firm("land_out_mu", "RZYD").sum(),
            firm("land_used_mu", "SJYD").sum(),
            firm("tax_wan", "SS").sum(),
            firm("value_added_wan", "GYZJZ").sum(),
            firm("revenue_wan", "YYSR").sum(),
            firm("energy_tce", "ZHNH").sum(),
            firm("electricity_kwh", "YDL").sum(),
            firm("emission_t", "PFL").sum(),
            firm("staff", "ZGRS").sum(),
            firm("rd_wan", "YFJF").sum(),
            firm("tax_per_mu", "MJSS").ratio("tax_wan", "land_used_mu"),
            firm("value_added_per_mu", "MJZJZ").ratio("value_added_wan", "land_used_mu"),
            firm("energy_per_value", "DWNH").ratio("energy_tce", "value_added_wan"),
            firm("productivity", "LDSCL").ratio("value_added_wan", "staff"),
            firm("rd_share", "YFZB").percent().ratio("rd_wan", "revenue_wan"),
            firm("score", "PJDF"),
            firm("class", "PJDC").words(class_words()).width(8)};
}

[[nodiscard]] std::vector<ColumnSpec> enterprise_verdicts()
{
    return {firm("violations", "WFWG").words(violation_words()),
            firm("lists", "MD").words(list_words()),
            code("flags", "WTLX", {"问题类型", "flags"}).words(status_words()).many(),
            code("undecided", "WDSX", {"未定事项", "undecided"}).words(status_words()).many(),
            code("measure", "CZFS", {"处置方式", "measure"})
                .width(16)
                .note("政策中第一个适用的企业处置方式",
                      "the first measure of the policy for enterprises that applies"),
            number("left_mu", "TC_MU", "mu", {"随企业腾退的用地", "land left with it"})
                .sum()
                .note("用地企业全部退出的宗地，按用地分摊；各宗地只计一次，不与宗地可腾出面积相加",
                      "parcels that all who use them leave, shared by land used; each parcel once, "
                      "not to be added to what parcels free"),
            number("energy_room_tce", "TCNH", "tce", {"可腾出用能", "energy room"})
                .sum()
                .note("处置方式腾出的用能；不与宗地可腾出用能相加",
                      "energy that the measure frees; not to be added to that of parcels"),
            text("file", "WJ", {"文件", "file"}),
            number("row", "HH", "one", {"行号", "row"}).whole()};
}

/// A text that has a column for each language: `name` and `name_en`.
[[nodiscard]] Declared in_chinese(std::string_view name, std::string_view dbf, const Text& label,
                                  int width)
{
    return text(name, dbf, {label.zh, label.en + ", in Chinese"}).width(width);
}

[[nodiscard]] Declared in_english(std::string_view name, std::string_view dbf, const Text& label,
                                  int width)
{
    return text(std::string{name} + "_en", std::string{dbf} + "_EN",
                {label.zh + "（英文）", label.en})
        .width(width);
}

} // namespace

ResultTable enterprises_table()
{
    TableSpec table{.id = "enterprises",
                    .title = {"企业", "enterprises"},
                    .note = {"每行一家企业，未匹配到宗地的也在内",
                             "one row an enterprise, those matched to no parcel included"},
                    .key = "credit_code",
                    .colour_by = "class",
                    .columns = enterprise_register()};
    for (auto&& part : {enterprise_figures(), enterprise_verdicts()}) {
        table.columns.insert(table.columns.end(), part.begin(), part.end());
    }
    return ResultTable{std::move(table)};
}

ResultTable evidence_table()
{
    return ResultTable{
        {.id = "evidence",
         .title = {"判定依据", "evidence"},
         .note = {"每行一个成立或无法判定的结论",
                  "one row a verdict that holds or cannot be decided"},
         .key = "subject_code",
         .colour_by = "verdict",
         .columns = {
             code("subject_kind", "DXLX", {"对象类型", "subject"}).words(subject_words()).width(10),
             code("subject_code", "DXDM", {"对象代码", "code"}).width(21),
             code("rule", "GZ", {"规则", "rule"}).words(status_words()).width(20),
             code("verdict", "JL", {"结论", "verdict"}).words(verdict_words()).width(10),
             json("facts", "SS", {"事实", "facts"})
                 .width(60)
                 .note("用到的事实：名称、值、单位与来源",
                       "the facts that met it: names, values, units and origins"),
             text("limit", "XZ", {"限值", "limit, in Chinese"}),
             text("clause", "TK", {"条款", "clause"}),
             text("document", "WJMC", {"文件", "document, in Chinese"}).width(34),
             text("limit_en", "XZ_EN", {"限值（英文）", "limit"}),
             text("document_en", "WJMC_EN", {"文件（英文）", "document"}).width(34)}}};
}

ResultTable indicators_table()
{
    return ResultTable{
        {.id = "indicators",
         .title = {"指标体系", "indicators"},
         .note = {"每行一项指标在一个目标年的完成情况",
                  "one row an indicator and one of its target years"},
         .key = "indicator",
         .colour_by = "met",
         .columns = {code("indicator", "ZBDM", {"指标", "indicator"}).width(20),
                     in_chinese("category", "LB", {"类别", "category"}, 18),
                     in_english("category", "LB", {"类别", "category"}, 18),
                     in_chinese("label", "ZBMC", {"指标名称", "name"}, 36),
                     in_english("label", "ZBMC", {"指标名称", "name"}, 36),
                     in_chinese("unit", "DW", {"单位", "unit"}, 10),
                     in_english("unit", "DW", {"单位", "unit"}, 10),
                     number("base_year", "JQND", "one", {"基期年", "base year"}).whole(),
                     number("base", "JQZ", "one", {"基期值", "base"}),
                     in_chinese("base_text", "JQSM", {"基期说明", "base in words"}, 18),
                     in_english("base_text", "JQSM", {"基期说明", "base in words"}, 18),
                     number("year", "MBND", "one", {"目标年", "target year"}).whole(),
                     number("goal", "MBZ", "one", {"目标值", "goal"}),
                     number("actual", "SJZ", "one", {"完成值", "actual"}),
                     number("progress", "WCL", "one", {"完成率", "progress"}).percent(),
                     code("met", "DB", {"是否达标", "met"})
                         .words(std::make_shared<const Dictionary>(std::vector<DictionaryEntry>{
                             {"yes", {"达标", "met"}, Colour::of(0x2E9E5B)},
                             {"no", {"未达标", "missed"}, Colour::of(0xD7301F)},
                             {"unknown", {"无法判定", "undecided"}, Colour::of(0xF1C40F)}}))
                         .width(10),
                     number("expected_year", "YJND", "one", {"预计完成年", "expected in"})
                         .whole()
                         .note("按现有进度推算", "at the pace so far"),
                     in_chinese("lead", "QTDW", {"牵头单位", "department in charge"}, 18),
                     in_english("lead", "QTDW", {"牵头单位", "department in charge"}, 18),
                     text("clause", "TK", {"条款", "clause"}),
                     in_chinese("document", "WJMC", {"文件", "document"}, 34),
                     in_english("document", "WJMC", {"文件", "document"}, 34),
                     in_chinese("remark", "BZ", {"备注", "remark"}, 24),
                     in_english("remark", "BZ", {"备注", "remark"}, 24)}}};
}

ResultTable account_table()
{
    return ResultTable{
        {.id = "account",
         .title = {"占补平衡台账", "control-line account"},
         .note = {"每行一笔占用或补划，按区域和日期排列，结余逐笔累计",
                  "one row an occupation or a compensation, by region and date, with the running "
                  "balance"},
         .key = "change_id",
         .colour_by = "kind",
         .columns = {
             text("region", "QYMC", {"区域", "region"}), date("date", "RQ", {"日期", "date"}),
             text("change_id", "BGBH", {"变更编号", "change"}),
             code("kind", "BGLX", {"变更类型", "kind"}).words(change_words()).width(10),
             text("project", "XMMC", {"项目", "project"}).width(28),
             text("pair", "ZBBH", {"占补配对号", "pair"}).width(12),
             number("claimed_m2", "SBMJ", "m2", {"申报面积", "claimed area"}).sum(),
             number("occupied_m2", "ZYMJ", "m2", {"占用面积", "occupied"}).sum(),
             number("required_m2", "YBMJ", "m2", {"应补面积", "compensation due"}).sum(),
             number("compensated_m2", "BHMJ", "m2", {"补划面积", "compensated"}).sum(),
             number("balance_m2", "JY", "m2", {"结余", "balance"})
                 .difference("compensated_m2", "required_m2")
                 .note("截至本笔的累计补划减应补", "compensation less what is due, up to here"),
             number("balance_mu", "JY_MU", "mu", {"结余", "balance"}),
             yes_no("holds", "PH", {"是否平衡", "holds"}).width(9),
             in_chinese("reason", "YY", {"说明", "reason"}, 34),
             in_english("reason", "YY", {"说明", "reason"}, 34),
             text("clause", "TK", {"条款", "clause"}),
             in_chinese("document", "WJMC", {"文件", "document"}, 30),
             in_english("document", "WJMC", {"文件", "document"}, 30)}}};
}

ResultTable run_table()
{
    return ResultTable{
        {.id = "run",
         .title = {"运行记录", "run"},
         .note = {"本次运行的设定、政策与输入", "settings, policy and inputs of the run"},
         .columns = {code("kind", "LX", {"类别", "kind"}).width(12),
                     text("name", "MC", {"名称", "name"}).width(24),
                     text("value", "Z", {"值", "value"}).width(48),
                     number("rows", "HS", "one", {"行数", "rows"}).whole(),
                     text("hash", "ZY", {"摘要", "hash"}).width(40)}}};
}

} // namespace tenglong
