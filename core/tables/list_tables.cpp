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

/// Declarations that stand under one band of the header.
[[nodiscard]] std::vector<ColumnSpec> band(const Text& title, std::vector<ColumnSpec> columns)
{
    for (ColumnSpec& column : columns) {
        column.group = title;
    }
    return columns;
}

[[nodiscard]] std::vector<ColumnSpec> joined(const std::vector<std::vector<ColumnSpec>>& bands)
{
    std::vector<ColumnSpec> all;
    for (const auto& each : bands) {
        all.insert(all.end(), each.begin(), each.end());
    }
    return all;
}

[[nodiscard]] std::vector<ColumnSpec> base_parcel()
{
    return band({"宗地与权属", "parcel and holder"},
                {parcel("town", "XZMC").width(10), parcel("village", "CMC").width(10),
                 parcel("parcel_code", "ZDDM").width(21), parcel("park", "YQMC").width(20),
                 parcel("location", "ZL").width(24), parcel("holder", "QLR").width(30),
                 parcel("holder_credit_code", "XYDM").width(20),
                 parcel("right_type", "QLLX").width(20)});
}

[[nodiscard]] std::vector<ColumnSpec> base_users()
{
    return band(
        {"使用情况", "use"},
        {parcel("enterprise_count", "QYS").label("实际使用企业", "enterprises").whole().width(9),
         yes_no("many_enterprises", "SFYDDQ", {"一地多企", "several enterprises"}),
         parcel("size", "GM").words(size_words()).width(8),
         parcel("industry_code", "HYDM").width(8), parcel("land_use", "TDYT").width(10)});
}

[[nodiscard]] std::vector<ColumnSpec> base_areas()
{
    return band(
        {"面积与建设", "areas and buildings"},
        {parcel("contract_area_m2", "HTMJ").sum(), parcel("area_registered_m2", "ZDMJ").sum(),
         parcel("area_computed_m2", "JSMJ").sum(), parcel("area_mu", "YDMJ_MU").sum(),
         parcel("footprint_m2", "JZZDMJ").label("建筑占地", "footprint").sum(),
         parcel("floor_m2", "JZMJ").sum(),
         parcel("plot_ratio", "RJL").width(8).note("建筑面积 ÷ 用地面积", "floor area / area"),
         parcel("building_coefficient", "JZXS").percent().width(9)});
}

[[nodiscard]] std::vector<ColumnSpec> base_dates()
{
    return band({"开工、竣工、投产", "start, completion, production"},
                {parcel("agreed_start", "YDKGRQ").label("约定开工", "agreed start"),
                 parcel("actual_start", "SJKGRQ").label("实际开工", "actual start"),
                 parcel("agreed_completion", "YDJGRQ").label("约定竣工", "agreed completion"),
                 parcel("actual_completion", "SJJGRQ").label("实际竣工", "actual completion"),
                 parcel("agreed_production", "YDTCRQ").label("约定投产", "agreed production"),
                 parcel("actual_production", "SJTCRQ").label("实际投产", "actual production")});
}

[[nodiscard]] std::vector<ColumnSpec> base_output()
{
    return band({"效益", "output"},
                {parcel("tax_per_mu", "MJSS").label("亩均税收", "tax per mu"),
                 parcel("tax_per_mu_before", "MJSS_SN").label("上年亩均税收", "the year before"),
                 parcel("value_added_per_mu", "MJZJZ"), parcel("energy_per_value", "DWNH"),
                 parcel("class", "PJDC").words(class_words()).width(8)});
}

[[nodiscard]] std::vector<ColumnSpec> base_findings()
{
    return band(
        {"认定", "findings"},
        {code("in_line", "KZX", {"控制线", "control line"}).words(line_words()).width(8),
         code("status", "YDZT", {"用地状态", "status"}).words(status_words()),
         code("flags", "WTLX", {"问题类型", "flags"}).words(status_words()).many().width(20),
         parcel("violations", "WFWG").words(violation_words()).width(12),
         parcel("remarks", "BZ").width(14)});
}

[[nodiscard]] std::vector<ColumnSpec> treated_parcel()
{
    return band({"宗地", "parcel"},
                {parcel("county", "XZQMC").width(10), parcel("town", "XZMC").width(10),
                 parcel("parcel_code", "ZDDM").width(21),
                 number("year", "NF", "one", {"年份", "year"}).whole(),
                 parcel("holder", "QYMC").label("企业名称", "enterprise").width(24),
                 parcel("holder_credit_code", "XYDM").width(20), parcel("park", "YQMC").width(12),
                 parcel("location", "ZL").width(18),
                 parcel("area_mu", "YDMJ_MU").label("占地面积", "area").sum()});
}

[[nodiscard]] std::vector<ColumnSpec> treated_state()
{
    return band(
        {"现状", "present state"},
        {parcel("tax_per_mu", "MJSS").label("上年度亩均税收", "tax per mu, last year"),
         parcel("tax_per_mu_before", "MJSS_SN")
             .label("上上年度亩均税收", "tax per mu, the year before last"),
         code("production_state", "JYZT", {"经营状态", "operation"})
             .words(production_words())
             .many()
             .note("使用企业填报的状态；未填报的，宗地已投产为正常",
                   "as its enterprises state it; else producing where the parcel is in production"),
         parcel("current_use", "XZYT").width(12)});
}

[[nodiscard]] std::vector<ColumnSpec> treated_findings()
{
    return band(
        {"认定", "findings"},
        {code("status", "DXLX", {"低效类型", "kind"}).words(status_words()),
         code("flags", "WTLX", {"问题类型", "flags"}).words(status_words()).many().width(20),
         text("reason", "WTMS", {"问题描述", "findings in words"}).width(64)});
}

[[nodiscard]] std::vector<ColumnSpec> treated_measure()
{
    return band(
        {"处置", "treatment"},
        {code("measure", "CZFS", {"处置方式", "measure"}).width(14),
         number("reclaim_mu", "KTC_MU", "mu", {"预计腾出用地", "land to be freed"}).sum(),
         number("energy_room_tce", "KTNH", "tce", {"预计腾出能耗", "energy to be freed"}).sum(),
         code("state", "DQZT", {"当前状态", "state"}).words(treatment_words()).width(10),
         text("progress", "JZ", {"详细进展", "progress"}).width(20),
         number("treated_mu", "CZMJ", "mu", {"处置面积", "area treated"}).sum(),
         number("left_mu", "SYMJ", "mu", {"剩余面积", "area left"}).sum(),
         text("executor", "SSDW", {"实施单位", "carried out by"}).width(14),
         date("due_date", "WCSX", {"完成时限", "due"}), parcel("remarks", "BZ").width(14)});
}

} // namespace

ResultTable base_list_table()
{
    return ResultTable{{.id = "base_list",
                        .title = {"底数清单", "base list"},
                        .note = {"每行一宗工业用地", "one row an industrial parcel"},
                        .key = "parcel_code",
                        .colour_by = "status",
                        .columns = joined({base_parcel(), base_users(), base_areas(), base_dates(),
                                           base_output(), base_findings()})}};
}

ResultTable treatment_list_table()
{
    return ResultTable{
        {.id = "treatment_list",
         .title = {"治理清单", "treatment list"},
         .note =
             {"每行一宗需要治理的用地；处置一栏由属地逐宗填报，完成后销号",
              "one row a parcel to be treated; the treatment is filled in parcel by parcel until "
              "it is struck off"},
         .key = "parcel_code",
         .colour_by = "status",
         .columns =
             joined({treated_parcel(), treated_state(), treated_findings(), treated_measure()})}};
}

} // namespace tenglong
