#include "tools/gen/write/tables.hpp"

#include <utility>

namespace tenglong::tools::gen {

namespace {

using enum ColumnType;

/// Gives all of `columns` the group and adds them to `all`.
void append(std::vector<Column>& all, const std::string& group, std::vector<Column> columns)
{
    for (Column& column : columns) {
        column.group = group;
        all.push_back(std::move(column));
    }
}

} // namespace

std::vector<Column> parcel_columns()
{
    return {{"ZDDM", text, 19}, {"BDCDYH", text, 28}, {"QLRMC", text, 80}, {"QLRZJH", text, 18},
            {"TDZL", text, 80}, {"ZDMJ", number, 14}, {"MJDW", text, 10},  {"YT", text, 8},
            {"YTMC", text, 30}, {"QLLX", text, 40},   {"QLXZ", text, 10},  {"BZ", text, 40}};
}

std::vector<Column> building_columns()
{
    return {{"ZRZH", text, 28},    {"ZDDM", text, 19},     {"BDCDYH", text, 28},
            {"JZWMC", text, 40},   {"JGRQ", date, 8},      {"JZWGD", number, 7, 1},
            {"ZZDMJ", number, 12}, {"SCJZMJ", number, 14}, {"ZCS", integer, 4},
            {"DSCS", integer, 4},  {"DXCS", integer, 4},   {"GHYT", text, 20},
            {"FWJG", text, 30}};
}

std::vector<Column> enterprise_columns()
{
    std::vector<Column> all{{"序号", integer}};
    append(all, "基本信息",
           {{"企业名称"},
            {"统一社会信用代码"},
            {"所属镇街"},
            {"行业代码"},
            {"行业名称"},
            {"企业规模"},
            {"生产状态"},
            {"投产日期", date}});
    append(all, "用地信息",
           {{"宗地代码"},
            {"不动产单元号"},
            {"自有用地（亩）", number, 0, 4},
            {"承租用地（亩）", number, 0, 4},
            {"出租用地（亩）", number, 0, 4},
            {"东坐标", number, 0, 3},
            {"北坐标", number, 0, 3}});
    append(all, "经济指标",
           {{"税收实际贡献（万元）", number, 0, 4},
            {"工业增加值（万元）", number},
            {"主营业务收入（万元）", number},
            {"年平均职工人数（人）", number, 0, 0},
            {"研发经费（万元）", number}});
    append(all, "能源消费", {{"综合能耗（吨标煤）", number}, {"用电量（万千瓦时）", number, 0, 4}});
    append(all, "主要污染物排放量",
           {{"化学需氧量（吨）", number, 0, 3},
            {"二氧化硫（吨）", number, 0, 3},
            {"氨氮（吨）", number, 0, 3},
            {"氮氧化物（吨）", number, 0, 3}});
    append(all, "评价与名单", {{"评价等级"}, {"高耗低效"}, {"散乱污"}, {"落后产能"}});
    append(all, "违法违规", {{"违法违规已排查"}, {"违法违规情况"}, {"整改情况"}});
    append(all, "项目情况",
           {{"是否两高项目"},
            {"项目建成年份", integer},
            {"新建或改扩建项目"},
            {"项目单位增加值能耗（吨标煤/万元）", number, 0, 3},
            {"完成能耗双控目标"}});
    all.push_back({"备注"});
    return all;
}

std::vector<Column> lease_columns()
{
    return {{"序号", integer},
            {"出租方名称"},
            {"出租方统一社会信用代码"},
            {"承租方名称"},
            {"承租方统一社会信用代码"},
            {"宗地代码"},
            {"租赁土地面积（平方米）", number},
            {"租赁建筑面积（平方米）", number},
            {"租赁起始日期", date},
            {"租赁终止日期", date},
            {"是否备案"}};
}

std::vector<Column> supply_columns()
{
    return {{"宗地代码"},
            {"批准文号"},
            {"农转用批准日期", date},
            {"合同编号"},
            {"合同签订日期", date},
            {"供地方式"},
            {"供地状态"},
            {"建设状况"},
            {"是否新增建设用地"},
            {"供应面积（平方米）", number},
            {"交地日期", date},
            {"约定动工日期", date},
            {"实际动工日期", date},
            {"约定竣工日期", date},
            {"实际竣工日期", date},
            {"约定投产日期", date},
            {"实际投产日期", date},
            {"停工日期", date},
            {"复工日期", date},
            {"应动工开发面积（平方米）", number},
            {"已动工开发面积（平方米）", number},
            {"总投资额（万元）", number},
            {"已投资额（万元）", number},
            {"土地出让价款（万元）", number},
            {"延期原因"},
            {"政府原因延误天数", integer},
            {"是否查封"},
            {"是否标准地"},
            {"约定容积率", number, 0, 1},
            {"约定亩均税收（万元/亩）", number, 0, 0},
            {"分阶段权证"},
            {"行政办公及生活服务用地占比"},
            {"行政办公及生活服务建筑面积占比"}};
}

} // namespace tenglong::tools::gen
