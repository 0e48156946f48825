#include "tools/gen/names/words.hpp"

#include <array>

namespace tenglong::tools::gen {

namespace {

using namespace std::string_view_literals;

constexpr std::array k_brand_first{
    "恒"sv, "鑫"sv, "盛"sv, "宏"sv, "华"sv, "金"sv, "瑞"sv, "泰"sv, "永"sv, "兴"sv, "嘉"sv, "万"sv,
    "东"sv, "海"sv, "天"sv, "力"sv, "中"sv, "正"sv, "凯"sv, "明"sv, "晨"sv, "新"sv, "百"sv, "隆"sv,
    "伟"sv, "博"sv, "旭"sv, "朗"sv, "越"sv, "腾"sv, "飞"sv, "锦"sv, "雅"sv, "奥"sv, "科"sv, "精"sv,
    "巨"sv, "长"sv, "顺"sv, "圣"sv, "亿"sv, "信"sv, "联"sv, "浙"sv, "欧"sv, "帝"sv, "卓"sv, "颐"sv};

constexpr std::array k_brand_second{
    "达"sv, "源"sv, "丰"sv, "利"sv, "发"sv, "祥"sv, "安"sv, "和"sv, "通"sv, "顺"sv, "辉"sv, "美"sv,
    "特"sv, "博"sv, "诚"sv, "欣"sv, "润"sv, "盈"sv, "捷"sv, "邦"sv, "宇"sv, "龙"sv, "峰"sv, "岳"sv,
    "江"sv, "洋"sv, "诺"sv, "维"sv, "纳"sv, "耀"sv, "硕"sv, "淳"sv, "昊"sv, "伦"sv, "迪"sv, "佳"sv};

// In GBK but seldom in fonts; 㙍 (U+364D) is not even in GBK.
constexpr std::array k_rare{"喆"sv, "堃"sv, "燊"sv, "垚"sv, "赟"sv, "翀"sv, "㙍"sv, "埭"sv};

constexpr std::array k_company_forms{
    "有限公司"sv, "有限公司"sv,     "有限公司"sv,         "有限公司"sv, "股份有限公司"sv,
    "厂"sv,       "有限责任公司"sv, "（浙江）有限公司"sv, "制品厂"sv,   "科技有限公司"sv};

constexpr std::array k_town_first{"枫"sv, "石"sv, "青"sv, "白"sv, "梅"sv, "兰"sv, "云"sv, "安"sv,
                                  "金"sv, "银"sv, "南"sv, "北"sv, "双"sv, "三"sv, "长"sv, "大"sv,
                                  "应"sv, "紫"sv, "竹"sv, "松"sv, "杨"sv, "柳"sv, "桐"sv, "柘"sv,
                                  "岭"sv, "龙"sv, "凤"sv, "鹿"sv, "鹤"sv, "新"sv, "古"sv, "和"sv};

constexpr std::array k_town_second{"溪"sv, "塘"sv, "桥"sv, "岭"sv, "湖"sv, "浦"sv, "泉"sv,
                                   "坞"sv, "墩"sv, "埠"sv, "垟"sv, "港"sv, "山"sv, "川"sv,
                                   "陂"sv, "渡"sv, "店"sv, "坑"sv, "坪"sv, "洲"sv, "湾"sv,
                                   "浜"sv, "潭"sv, "口"sv, "埭"sv, "滩"sv, "亭"sv, "台"sv};

constexpr std::array k_street_first{"创"sv, "兴"sv, "新"sv, "科"sv, "迎"sv, "振"sv, "永"sv, "广"sv,
                                    "聚"sv, "双"sv, "金"sv, "银"sv, "康"sv, "和"sv, "文"sv, "长"sv,
                                    "朝"sv, "望"sv, "滨"sv, "环"sv, "富"sv, "鸿"sv, "智"sv, "越"sv};

constexpr std::array k_street_second{
    "业"sv, "盛"sv, "园"sv, "技"sv, "宾"sv, "兴"sv, "宁"sv, "源"sv, "贤"sv, "龙"sv, "城"sv, "安"sv,
    "平"sv, "昌"sv, "阳"sv, "山"sv, "江"sv, "湖"sv, "强"sv, "达"sv, "汇"sv, "前"sv, "康"sv, "泰"sv};

constexpr std::array k_surnames{"陈"sv, "王"sv, "张"sv, "金"sv, "周"sv, "俞"sv, "楼"sv, "宣"sv,
                                "赵"sv, "何"sv, "徐"sv, "蒋"sv, "郭"sv, "寿"sv, "斯"sv, "孟"sv};

constexpr std::array k_given_names{"建国"sv, "海燕"sv, "志强"sv, "国良"sv, "丽萍"sv, "伟锋"sv,
                                   "水根"sv, "春华"sv, "浩"sv,   "堃"sv,   "燕飞"sv, "立军"sv};

constexpr std::array k_services{"物流"sv,     "贸易"sv,     "供应链管理"sv, "电子商务"sv,
                                "仓储服务"sv, "检测服务"sv, "汽车维修"sv,   "物业管理"sv};

constexpr Words k_words{k_brand_first, k_brand_second, k_rare,         k_company_forms,
                        k_town_first,  k_town_second,  k_street_first, k_street_second,
                        k_surnames,    k_given_names,  k_services};

} // namespace

const Words& words() noexcept
{
    return k_words;
}

} // namespace tenglong::tools::gen
